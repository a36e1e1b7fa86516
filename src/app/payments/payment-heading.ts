import type { Policy } from "../../core/policy/policy.ts";
import { filterNames } from "../overview/filter-names.ts";
import { without } from "../overview/narrowing.ts";
import type { Messages } from "../text/zh.ts";
import type { Selection } from "./selection.ts";

/** What a list of payments is narrowed to, in words: every member of its selection; all measures and all years said. */
export function paymentHeading(
  selection: Selection,
  policy: Policy,
  language: "zh" | "en",
  messages: Messages,
): readonly string[] {
  const { title, allMeasures, allYears } = messages.payments;
  const names = filterNames(without(selection, "all"), policy, language, messages).map(({ name }) => name);
  const isEveryYear = selection.year === undefined && selection.tail === undefined;
  return [
    title,
    ...(selection.measure === undefined ? [allMeasures] : []),
    ...names,
    ...(isEveryYear ? [allYears] : []),
  ];
}

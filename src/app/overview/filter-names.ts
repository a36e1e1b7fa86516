import { departmentName } from "../../core/policy/department-name.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Selection } from "../payments/selection.ts";
import type { Messages } from "../text/zh.ts";
import { dimensions, type Dimension } from "./narrowing.ts";
import { overviewText } from "./overview-text.ts";

/** One member of a selection in words. */
export interface FilterName {
  readonly dimension: Dimension;
  readonly name: string;
}

/** A selection in words, one name a member, in the order of {@link dimensions}. */
export function filterNames(
  selection: Selection,
  policy: Policy,
  language: "zh" | "en",
  messages: Messages,
): readonly FilterName[] {
  const words = overviewText[language].filter;
  const nameOf: Readonly<Record<Dimension, () => string | undefined>> = {
    department: () =>
      selection.department === undefined ? undefined : departmentName(policy, selection.department, language),
    measure: () => policy.measures[selection.measure ?? -1]?.label[language],
    year: () => selection.year?.toString(),
    tail: () => selection.tail && words.tail,
    all: () => selection.all && words.all,
    binds: () => selection.binds && words.bound(messages.binds[selection.binds]),
  };
  return dimensions.flatMap((dimension) => {
    const name = nameOf[dimension]();
    return name === undefined ? [] : [{ dimension, name }];
  });
}

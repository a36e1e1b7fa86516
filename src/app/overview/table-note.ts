import { isoDay } from "../../core/date/day.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Selection } from "../payments/selection.ts";
import type { Exposure } from "../state/exposure.svelte.ts";
import type { Preferences } from "../state/preferences.svelte.ts";
import { scenarioName } from "../text/scenario-name.ts";
import { filterNames } from "./filter-names.ts";
import { overviewText } from "./overview-text.ts";

/** What stands above a saved table: unit, day, scenario and filter. */
export function tableNote(
  { evaluation, scenario }: Exposure,
  selection: Selection,
  policy: Policy,
  { language, messages }: Preferences,
): string {
  const words = overviewText[language];
  const names = filterNames(selection, policy, language, messages).map(({ name }) => name);
  return words.tableNote(isoDay(evaluation.asOf), scenarioName(scenario, messages), names.join(words.comma));
}

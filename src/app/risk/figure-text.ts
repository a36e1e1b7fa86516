import { isoDay, type Day } from "../../core/date/day.ts";
import { departmentName } from "../../core/policy/department-name.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import type { Forecast } from "../state/forecast.svelte.ts";
import type { Preferences } from "../state/preferences.svelte.ts";
import { countText } from "../text/amount.ts";
import { scenarioName } from "../text/scenario-name.ts";
import { goalText } from "./goal-text.ts";
import type { PricedFigure } from "../../engine/priced-figure.ts";
import { riskText } from "./risk-text.ts";

/** What stands above a saved table of simulated figures: unit, day, scenario, trials and seed. */
export const noteOf = (
  asOf: Day,
  scenario: Scenario,
  { trials, seed }: { readonly trials: number; readonly seed: number },
  { language, messages }: Preferences,
): string => riskText[language].note(isoDay(asOf), scenarioName(scenario, messages), countText(trials), seed);

/** What stands above a saved table of the forecast. */
export const riskNote = ({ exposure, figures }: Forecast, preferences: Preferences): string =>
  noteOf(exposure.evaluation.asOf, exposure.scenario, figures, preferences);

/** Department, year and kind of a figure. */
export function figureName(
  { kind, year, department }: PricedFigure,
  policy: Pick<Policy, "departmentEnglish">,
  { language }: Preferences,
): string {
  const words = goalText[language];
  const whole = kind === "committed" ? words.allYears : words.term;
  const who = department === undefined ? words.allDepartments : departmentName(policy, department, language);
  return [who, year ?? whole, words.kinds[kind]].join(" · ");
}

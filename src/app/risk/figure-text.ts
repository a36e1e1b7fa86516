import { isoDay } from "../../core/date/day.ts";
import type { Forecast } from "../state/forecast.svelte.ts";
import type { Preferences } from "../state/preferences.svelte.ts";
import { scenarioName } from "../text/scenario-name.ts";
import { riskText } from "./risk-text.ts";

/** A whole number with separators. */
export const countText = (count: number): string => count.toLocaleString("en-US");

/** What stands above a saved table of simulated figures: unit, day, scenario, trials and seed. */
export function riskNote({ exposure, figures }: Forecast, { language, messages }: Preferences): string {
  const { evaluation, scenario } = exposure;
  const trials = countText(figures.trials);
  return riskText[language].note(isoDay(evaluation.asOf), scenarioName(scenario, messages), trials, figures.seed);
}

import type { StressCase } from "./policy.ts";
import type { Scenario } from "./scenario.ts";

/** The scenario in a stress case: the case's values and readings in place of its own; everything else stays. */
export const stressedScenario = (
  scenario: Scenario,
  { values, readings }: Pick<StressCase, "values" | "readings">,
): Scenario => ({
  ...scenario,
  values: { ...scenario.values, ...values },
  readings: { ...scenario.readings, ...readings },
});

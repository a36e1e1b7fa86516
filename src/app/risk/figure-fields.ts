import type { Scenario } from "../../core/policy/scenario.ts";
import { budgetOf } from "../state/scenario-edit.ts";
import type { PricedFigure } from "./priced-figure.ts";

/** Whether a budget is set that a figure's year and department may pass. */
export function hasBudgetFor(scenario: Scenario, { year, department }: PricedFigure): boolean {
  const years = year === undefined ? Object.keys(scenario.budgets).map(Number) : [year];
  const place = department === undefined ? {} : { department };
  return years.some((each) => budgetOf(scenario, { year: each, ...place }) !== undefined);
}

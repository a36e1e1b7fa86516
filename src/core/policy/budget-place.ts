import type { Scenario } from "./scenario.ts";

/** One budget of a scenario: of a department, or of the whole year. */
export interface BudgetPlace {
  readonly year: number;
  readonly department?: string;
}

/** A budget in 元; undefined where none is set. */
export const budgetOf = ({ budgets }: Scenario, { year, department }: BudgetPlace): number | undefined =>
  department === undefined ? budgets[year]?.total : budgets[year]?.departments?.[department];

import { lastYearOf } from "../../core/policy/figures.ts";
import { parseIsoDay, yearOf } from "../../core/date/day.ts";
import { roundToFen, type Fen } from "../../core/money/money.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import type { SimulatedLine } from "../../core/simulation/simulated-figures.ts";
import { budgetOf } from "../../core/policy/budget-place.ts";

/** A budget year, or all years of the term. */
export type Period = number | "term";

/** A budget, 分, and the share of trials that pass it. */
export interface LineBudget {
  readonly budget: Fen;
  readonly over: number;
}

/** Budget years of the term. */
export function termYears(policy: Policy): readonly number[] {
  const first = yearOf(parseIsoDay(policy.termStart));
  return Array.from({ length: lastYearOf(policy) - first + 1 }, (_, index) => first + index);
}

/**
 * The budget of a line, and how likely it is passed; undefined without one. The term has one where all its years have.
 * @param department undefined: the total of all departments
 */
export function lineBudget(
  policy: Policy,
  scenario: Scenario,
  line: Pick<SimulatedLine, "overBudget" | "overBudgets"> | undefined,
  department: string | undefined,
  period: Period,
): LineBudget | undefined {
  const years = period === "term" ? termYears(policy) : [period];
  const place = (year: number) => ({ year, ...(department !== undefined && { department }) });
  const budgets = years.map((year) => budgetOf(scenario, place(year)));
  const over = period === "term" ? line?.overBudgets : line?.overBudget.get(period);
  if (over === undefined || over === null || budgets.includes(undefined)) return undefined;
  return { budget: budgets.reduce<Fen>((sum, yuan) => sum + roundToFen(yuan ?? 0), 0), over };
}

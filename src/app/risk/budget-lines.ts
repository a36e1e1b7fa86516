import { bookingsOf } from "../../core/policy/cells.ts";
import { departmentName } from "../../core/policy/department-name.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { termYears } from "./line-budget.ts";
import type { BudgetGrid } from "./pasted-budgets.ts";

/** Names for all departments together, beside those of the page. */
const sumNames: readonly string[] = ["合计", "总计", "全区", "全区合计", "total", "All departments"];

/** The table of budgets: all together, then each department that bears money or has a budget; years of the term. */
export function budgetGrid(policy: Policy, scenario: Scenario): BudgetGrid {
  const budgets = Object.entries(scenario.budgets);
  const bearing = bookingsOf(policy, scenario).flatMap((list) => list.map(({ department }) => department));
  const budgeted = budgets.flatMap(([, { departments = {} }]) => Object.keys(departments));
  const departments = [undefined, ...new Set([...bearing, ...budgeted])];
  const years = [...new Set([...termYears(policy), ...budgets.map(([year]) => Number(year))])].sort((a, b) => a - b);
  const known = new Map<string, number>(sumNames.map((name) => [name.toLowerCase(), 0]));
  departments.forEach((name, line) => {
    if (name === undefined) return;
    for (const alias of [name, departmentName(policy, name, "en"), ...(policy.departmentAliases[name] ?? [])]) {
      known.set(alias.toLowerCase(), line);
    }
  });
  return { departments, years, lineOf: (name) => known.get(name.normalize("NFKC").toLowerCase()) };
}

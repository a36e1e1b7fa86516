import type { Issue } from "../issue/issue.ts";
import { departmentName } from "../policy/department-name.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scenario } from "../policy/scenario.ts";
import { parseNumber } from "../roster/import-cell.ts";
import { shownAt } from "../roster/import-raw-cell.ts";
import type { RawSheet, RawWorkbook } from "../roster/raw-sheet.ts";
import { parameterCell } from "./read-parameter-cell.ts";
import { budgetColumns, budgetTitles, budgetTotals } from "./scenario-sheet.ts";

/** A budget that a file says otherwise than it was exported with, 元; undefined: there is none. */
export interface BudgetChange {
  readonly year: string;
  /** Official name; absent: the whole year's. */
  readonly department?: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** What 情景与变更 says of the budgets now. */
export interface ReadBudgets {
  readonly budgets: Scenario["budgets"];
  readonly changes: readonly BudgetChange[];
  /** Cells that could not be taken: what was exported stays. */
  readonly issues: readonly Issue[];
}

type Line = Omit<BudgetChange, "from" | "to"> & { readonly amount: number };

/** Reads the table of yearly budgets of a report; without one, those exported stay. */
export function readBudgets(policy: Policy, { sheets }: RawWorkbook, exported: Scenario["budgets"]): ReadBudgets {
  const before = linesOf(exported);
  for (const sheet of sheets) {
    const titles: readonly string[] = budgetTitles;
    const title = Array.from({ length: sheet.rowCount }, (_, row) => row).find((row) =>
      titles.includes(shownAt(sheet, 0, row).trim()),
    );
    if (title === undefined) continue;
    const { lines, issues } = readLines(policy, sheet, title + 2, before);
    const changes = changesOf(before, lines);
    return { budgets: changes.length === 0 ? exported : budgetsOf(lines), changes, issues };
  }
  return { budgets: exported, changes: [], issues: [] };
}

const keyOf = ({ year, department }: Omit<Line, "amount">): string => `${year} ${department ?? ""}`;

const linesOf = (budgets: Scenario["budgets"]): ReadonlyMap<string, Line> =>
  new Map(
    Object.entries(budgets).flatMap(([year, { total, departments = {} }]) => {
      const lines: Line[] = [
        ...(total === undefined ? [] : [{ year, amount: total }]),
        ...Object.entries(departments).map(([department, amount]) => ({ year, department, amount })),
      ];
      return lines.map((line) => [keyOf(line), line] as const);
    }),
  );

/** Lines until the first row without a year; an empty amount takes the budget away. */
function readLines(policy: Policy, sheet: RawSheet, firstRow: number, before: ReadonlyMap<string, Line>) {
  const lines = new Map<string, Line>();
  const issues: Issue[] = [];
  const refuse = (row: number, column: keyof typeof budgetColumns, found: string, expected: string): void => {
    const number = sheet.rowNumber[row] ?? row + 1;
    const cell = `${"ABCDE"[budgetColumns[column]] ?? ""}${number}`;
    const place = { sheet: sheet.name, row: number, cell, column: budgetTitles[0] };
    issues.push({ ...place, code: "parameter-unreadable", severity: "error", found: found || "—", expected });
  };
  for (let row = firstRow; row < sheet.rowCount; row++) {
    const year = shownAt(sheet, budgetColumns.year, row).trim();
    if (year === "") break;
    const who = shownAt(sheet, budgetColumns.department, row).trim();
    const department = departmentIn(policy, who);
    const cell = parameterCell(sheet, budgetColumns.amount, row);
    const typed = Number.isNaN(cell.number) ? parseNumber(cell.shown) : cell.number;
    const amount = typeof typed === "number" ? typed : Number.NaN;
    if (!/^\d{4}$/u.test(year)) refuse(row, "year", year, "2027");
    else if (department === undefined) refuse(row, "department", who, budgetTotals.join(" / "));
    else {
      const line = { year, ...(department !== "" && { department }) };
      const known = before.get(keyOf(line));
      if (cell.shown === "") continue;
      if (amount >= 0 && Number.isFinite(amount)) lines.set(keyOf(line), { ...line, amount });
      else {
        refuse(row, "amount", cell.shown, "0, 1, 2 …");
        if (known) lines.set(keyOf(line), known);
      }
    }
  }
  return { lines, issues };
}

/** Official name of a department as a sheet calls it, "" for the whole; undefined for one that nobody is called. */
function departmentIn(policy: Policy, who: string): string | undefined {
  const totals: readonly string[] = budgetTotals;
  if (totals.includes(who)) return "";
  const names = new Set(policy.measures.flatMap(({ departments }) => departments));
  return [...names].find((name) => name === who || departmentName(policy, name, "en") === who);
}

/** Programs keep 15 digits of a number. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-12 * Math.abs(one);

function changesOf(before: ReadonlyMap<string, Line>, after: ReadonlyMap<string, Line>): readonly BudgetChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): BudgetChange[] => {
    const [from, to] = [before.get(key), after.get(key)];
    const line = to ?? from;
    if (!line || (from && to && isSame(from.amount, to.amount))) return [];
    const { year, department } = line;
    return [{ year, ...(department !== undefined && { department }), from: from?.amount, to: to?.amount }];
  });
}

function budgetsOf(lines: ReadonlyMap<string, Line>): Scenario["budgets"] {
  const budgets: Record<string, { total?: number; departments?: Record<string, number> }> = {};
  for (const { year, department, amount } of lines.values()) {
    const budget = (budgets[year] ??= {});
    if (department === undefined) budget.total = amount;
    else (budget.departments ??= {})[department] = amount;
  }
  return budgets;
}

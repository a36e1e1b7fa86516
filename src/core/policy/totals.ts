import type { Fen } from "../money/money.ts";
import { boundTriggers, cellsOf, type Cell } from "./cells.ts";
import type { Evaluation } from "./evaluation.ts";
import { Eligibility, type BindName, type ByYear, type Ledger } from "./ledger.ts";
import type { Policy } from "./policy.ts";
import type { Scenario } from "./scenario.ts";

/** One line of a table: a measure, a department or the total, by budget year in 分. */
export interface Line {
  readonly committed: ByYear;
  readonly statutory: ByYear;
  /** Planning amounts of UNKNOWN eligibility; never part of `committed`. */
  readonly unverified: ByYear;
}

/** Cells summed in every direction that is reported. */
export interface Sums {
  /** One a measure, in the policy's order. */
  readonly measures: readonly Line[];
  readonly departments: ReadonlyMap<string, Line>;
  readonly total: Line;
  /** TRUE money not paid, by measure index and what bound it. */
  readonly forgone: readonly ReadonlyMap<BindName, Fen>[];
}

/** TRUE planning amounts by enterprise, struct-of-arrays, one entry an enterprise that is paid. */
export interface EnterpriseSums {
  /** Index of the enterprise; −1 is 无主体. */
  readonly enterprise: Int32Array;
  /** 分. */
  readonly amount: Float64Array;
}

/** The recorded part summed in every direction that is reported. */
export interface Totals extends Sums {
  readonly enterprises: EnterpriseSums;
}

class LineSum implements Line {
  readonly committed = new Map<number, Fen>();
  readonly statutory = new Map<number, Fen>();
  readonly unverified = new Map<number, Fen>();

  add(cell: Cell): void {
    for (const basis of ["committed", "statutory", "unverified"] as const) {
      const amount = cell[basis];
      if (amount !== 0) this[basis].set(cell.year, (this[basis].get(cell.year) ?? 0) + amount);
    }
  }
}

/** Sums cells in every direction; all of them agree to the 分. */
export function sumsOf(policy: Policy, cells: readonly Cell[]): Sums {
  const measures = policy.measures.map(() => new LineSum());
  const forgone = policy.measures.map(() => new Map<BindName, Fen>());
  const departments = new Map<string, LineSum>();
  const total = new LineSum();
  for (const cell of cells) {
    const department = departments.get(cell.department) ?? new LineSum();
    departments.set(cell.department, department);
    for (const line of [measures[cell.measure], department, total]) line?.add(cell);
    const lost = forgone[cell.measure];
    if (cell.forgone !== 0) lost?.set(cell.binds, (lost.get(cell.binds) ?? 0) + cell.forgone);
  }
  return { measures, departments, total, forgone };
}

function enterpriseSums(ledger: Ledger): EnterpriseSums {
  const sums = new Map<number, Fen>();
  for (let entry = 0; entry < ledger.count; entry++) {
    if (ledger.eligibility[entry] !== Eligibility.true) continue;
    const enterprise = ledger.enterprise[entry] ?? -1;
    sums.set(enterprise, (sums.get(enterprise) ?? 0) + (ledger.net[entry] ?? 0));
  }
  return { enterprise: Int32Array.from(sums.keys()), amount: Float64Array.from(sums.values()) };
}

/** Sums the ledger by measure, department, year and enterprise; all of them agree to the 分. */
export const totalsOf = (policy: Policy, evaluation: Evaluation, scenario: Scenario): Totals =>
  summaryOf(policy, evaluation, scenario).totals;

/** What the ledger comes to: its smallest groups, their sums, and what binds how often. */
export interface LedgerSummary {
  readonly cells: readonly Cell[];
  readonly totals: Totals;
  /** By measure; see {@link boundTriggers}. */
  readonly boundTriggers: readonly ReadonlyMap<BindName, number>[];
}

export function summaryOf(policy: Policy, { ledger }: Evaluation, scenario: Scenario): LedgerSummary {
  const cells = cellsOf(policy, ledger, scenario);
  const totals = { ...sumsOf(policy, cells), enterprises: enterpriseSums(ledger) };
  return { cells, totals, boundTriggers: boundTriggers(policy, ledger) };
}

/** Sum of a line's years. */
export const sumOf = (byYear: ByYear): Fen => [...byYear.values()].reduce((sum, amount) => sum + amount, 0);

import type { Fen } from "../money/money.ts";
import type { Evaluation } from "./evaluation.ts";
import { bindNames, Eligibility, type BindName, type ByYear, type Ledger } from "./ledger.ts";
import type { Policy } from "./policy.ts";
import type { Scenario } from "./scenario.ts";

/** One line of a table: a measure, a department or the total, by budget year in 分. */
export interface Line {
  readonly committed: ByYear;
  readonly statutory: ByYear;
  /** Planning amounts of UNKNOWN eligibility; never part of `committed`. */
  readonly unverified: ByYear;
}

/** The recorded part summed in every direction that is reported. */
export interface Totals {
  /** One a measure, in the policy's order. */
  readonly measures: readonly Line[];
  readonly departments: ReadonlyMap<string, Line>;
  readonly total: Line;
  /** TRUE money not paid, by measure index and what bound it. */
  readonly forgone: readonly ReadonlyMap<BindName, Fen>[];
  /** TRUE planning amount by enterprise index; −1 is 无主体. */
  readonly enterprises: ReadonlyMap<number, Fen>;
}

/** Department of a measure whose article names no body. */
export const unnamedDepartment = "各相关部门";

class LineSum implements Line {
  readonly committed = new Map<number, Fen>();
  readonly statutory = new Map<number, Fen>();
  readonly unverified = new Map<number, Fen>();

  add(ledger: Ledger, entry: number, part: (amount: Fen) => Fen): void {
    const year = ledger.year[entry] ?? 0;
    const put = (map: Map<number, Fen>, amount: Fen): void => {
      if (amount !== 0) map.set(year, (map.get(year) ?? 0) + amount);
    };
    const net = part(ledger.net[entry] ?? 0);
    if (ledger.eligibility[entry] === Eligibility.true) {
      put(this.committed, net);
      put(this.statutory, part(ledger.statutory[entry] ?? 0));
    } else if (ledger.eligibility[entry] === Eligibility.unknown) put(this.unverified, net);
  }
}

/** Parts of an amount by department: all to the first, or even with the remainder of 分 to the first. */
function booking(departments: readonly string[], even: boolean): [string, (amount: Fen) => Fen][] {
  const names = departments.length > 0 ? departments : [unnamedDepartment];
  if (!even) return [[names[0] ?? unnamedDepartment, (amount) => amount]];
  const share = (amount: Fen): Fen => Math.floor(amount / names.length);
  return names.map((name, index) => [
    name,
    index === 0 ? (amount) => amount - share(amount) * (names.length - 1) : share,
  ]);
}

/** Sums the ledger by measure, department, year and enterprise; all of them agree to the 分. */
export function totalsOf(policy: Policy, evaluation: Evaluation, scenario: Scenario): Totals {
  const { ledger } = evaluation;
  const even = scenario.readings["部门分摊"] === "平均分摊";
  const bookings = policy.measures.map(({ departments }) => booking(departments, even));
  const measures = policy.measures.map(() => new LineSum());
  const forgone = policy.measures.map(() => new Map<BindName, Fen>());
  const departments = new Map<string, LineSum>();
  const enterprises = new Map<number, Fen>();
  const total = new LineSum();
  for (let i = 0; i < ledger.count; i++) {
    const measure = ledger.measure[i] ?? 0;
    measures[measure]?.add(ledger, i, (amount) => amount);
    total.add(ledger, i, (amount) => amount);
    for (const [name, part] of bookings[measure] ?? []) {
      const line = departments.get(name) ?? new LineSum();
      departments.set(name, line);
      line.add(ledger, i, part);
    }
    if (ledger.eligibility[i] !== Eligibility.true) continue;
    const [net, gross] = [ledger.net[i] ?? 0, ledger.gross[i] ?? 0];
    const enterprise = ledger.enterprise[i] ?? -1;
    enterprises.set(enterprise, (enterprises.get(enterprise) ?? 0) + net);
    const bind = bindNames[ledger.binds[i] ?? 0] ?? "rate";
    if (gross > net) forgone[measure]?.set(bind, (forgone[measure].get(bind) ?? 0) + gross - net);
  }
  return { measures, departments, total, forgone, enterprises };
}

/** Sum of a line's years. */
export const sumOf = (byYear: ByYear): Fen => [...byYear.values()].reduce((sum, amount) => sum + amount, 0);

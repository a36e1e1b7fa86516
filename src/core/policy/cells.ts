import type { Fen } from "../money/money.ts";
import { bindIndex, bindNames, Eligibility, type BindName, type Ledger } from "./ledger.ts";
import type { Policy } from "./policy.ts";
import type { Scenario } from "./scenario.ts";

/** Department of a measure whose article names no body. */
export const unnamedDepartment = "各相关部门";

/** Every department that answers for a measure, in the order of the articles. */
export const departmentsOf = (policy: Policy): readonly string[] => [
  ...new Set(
    policy.measures.flatMap(({ departments }) => (departments.length > 0 ? departments : [unnamedDepartment])),
  ),
];

/** Money of one measure, department, budget year and limit: the smallest group that a table or chart sums. */
export interface Cell {
  /** Index into `policy.measures`. */
  readonly measure: number;
  readonly department: string;
  readonly year: number;
  readonly binds: BindName;
  /** TRUE planning amount, 分. */
  readonly committed: Fen;
  /** TRUE statutory amount, 分. */
  readonly statutory: Fen;
  /** Planning amount of UNKNOWN eligibility, 分; never part of `committed`. */
  readonly unverified: Fen;
  /** TRUE amount before limits less the planning amount, where that is more, 分. */
  readonly forgone: Fen;
}

/** What of a measure's amounts a department bears. */
export interface Booking {
  readonly department: string;
  /** 分 of a whole amount in 分. */
  readonly part: (amount: Fen) => Fen;
}

/** Who bears each measure under the reading 部门分摊, one list a measure: the only place that splits amounts. */
export function bookingsOf(policy: Policy, scenario: Scenario): readonly (readonly Booking[])[] {
  const even = scenario.readings["部门分摊"] === "平均分摊";
  return policy.measures.map(({ departments }) => bookings(departments, even));
}

/** Parts of an amount by department: all to the first, or even with the remainder of 分 to the first. */
function bookings(departments: readonly string[], even: boolean): readonly Booking[] {
  const names = departments.length > 0 ? departments : [unnamedDepartment];
  const first = names[0] ?? unnamedDepartment;
  if (!even) return [{ department: first, part: (amount) => amount }];
  const share = (amount: Fen): Fen => Math.floor(amount / names.length);
  const rest = (amount: Fen): Fen => amount - share(amount) * (names.length - 1);
  return names.map((department, index) => ({ department, part: index === 0 ? rest : share }));
}

type CellSum = { -readonly [Member in keyof Cell]: Cell[Member] };

function addEntry(sum: CellSum, ledger: Ledger, entry: number, part: Booking["part"]): void {
  const net = part(ledger.net[entry] ?? 0);
  if (ledger.eligibility[entry] === Eligibility.unknown) sum.unverified += net;
  if (ledger.eligibility[entry] !== Eligibility.true) return;
  sum.committed += net;
  sum.statutory += part(ledger.statutory[entry] ?? 0);
  sum.forgone += part(Math.max(0, (ledger.gross[entry] ?? 0) - (ledger.net[entry] ?? 0)));
}

/** The ledger in its smallest groups, in the order they first occur. */
export function cellsOf(policy: Policy, ledger: Ledger, scenario: Scenario): readonly Cell[] {
  const cells: CellSum[] = [];
  const booked = bookingsOf(policy, scenario).map((list) =>
    list.map((booking) => ({ ...booking, found: new Map<number, CellSum>() })),
  );
  // one pass over up to a million payments
  for (let entry = 0; entry < ledger.count; entry++) {
    const [measure, year, binds] = [ledger.measure[entry] ?? 0, ledger.year[entry] ?? 0, ledger.binds[entry] ?? 0];
    for (const { department, part, found } of booked[measure] ?? []) {
      const key = year * bindNames.length + binds;
      let sum = found.get(key);
      if (!sum) {
        const name = bindNames[binds] ?? "rate";
        sum = { measure, department, year, binds: name, committed: 0, statutory: 0, unverified: 0, forgone: 0 };
        found.set(key, sum);
        cells.push(sum);
      }
      addEntry(sum, ledger, entry, part);
    }
  }
  return cells;
}

/**
 * How many triggers each limit binds, by measure: TRUE ones by the last limit that lowered one of their payments,
 * refused ones under `ineligible`; UNKNOWN ones in none.
 */
export function boundTriggers(policy: Policy, ledger: Ledger): readonly ReadonlyMap<BindName, number>[] {
  const counts = policy.measures.map(() => new Map<BindName, number>());
  const { first, strongest } = limitsByTrigger(ledger, () => true);
  for (const [trigger, entry] of first.entries()) {
    if (entry === -1 || ledger.eligibility[entry] === Eligibility.unknown) continue;
    const name = bindNames[strongest[trigger] ?? 0] ?? "rate";
    const count = counts[ledger.measure[entry] ?? 0];
    count?.set(name, (count.get(name) ?? 0) + 1);
  }
  return counts;
}

/**
 * By number of a trigger: its first payment that is meant, −1 where none is, and the index into `bindNames` of the last
 * limit that binds one of them.
 */
export function limitsByTrigger(ledger: Ledger, isMeant: (entry: number) => boolean) {
  // triggers that pay nothing have numbers too, so that numbers go beyond the count of payments
  const numbers = ledger.trigger.reduce((most, trigger) => Math.max(most, trigger), -1) + 1;
  const strongest = new Uint8Array(numbers);
  const first = new Int32Array(numbers).fill(-1);
  for (let entry = 0; entry < ledger.count; entry++) {
    if (!isMeant(entry)) continue;
    const trigger = ledger.trigger[entry] ?? 0;
    if (first[trigger] === -1) first[trigger] = entry;
    strongest[trigger] = Math.max(strongest[trigger] ?? 0, bindOf(ledger, entry));
  }
  return { first, strongest };
}

const bindOf = (ledger: Ledger, entry: number): number =>
  ledger.eligibility[entry] === Eligibility.false ? bindIndex("ineligible") : (ledger.binds[entry] ?? 0);

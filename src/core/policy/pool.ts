import { dayOf, monthIndexOf, yearOf, type Day } from "../date/day.ts";
import { roundToFen, type Fen } from "../money/money.ts";
import { CellState } from "../roster/roster.ts";
import { fieldOf } from "../roster/fields.ts";
import type { Context } from "./block.ts";
import { bindIndex, Eligibility, type PoolEvent, type PoolLedger } from "./ledger.ts";
import type { PoolRule } from "./policy.ts";
import type { Priced, Work } from "./price.ts";
import { operandValue, type Basis } from "./values.ts";

/** What the pool has to book, before balances are known. */
export interface PoolEntry {
  readonly kind: "top-up" | "recovery" | "claim";
  readonly day: Day;
  readonly row: number;
  /** Position among the dues; −1 for a top-up. */
  readonly due: number;
  readonly amount: Fen;
  readonly eligibility: number;
}

const rank = { "top-up": 0, recovery: 1, claim: 2 } as const;

/** Pays the claims of one basis from the pool, in order, and lowers `priced` to what was paid. */
export function payFromPool(context: Context, work: Work, rule: PoolRule, priced: Priced, basis: Basis): PoolLedger {
  const possible = poolEntries(context, work, rule, priced, basis);
  const entries = possible.filter(({ kind, amount }) => kind === "claim" || amount > 0);
  const { size, target } = poolTerms(context, work, rule, basis);
  const known = entries.filter(({ kind, eligibility }) => kind !== "recovery" || eligibility === Eligibility.true);
  const run = bookPool(known, size, target, false);
  const all = bookPool(entries, size, target, true);
  lowerToPaid(known, run.events, priced);
  return {
    measure: work.measure.index,
    capacity: size,
    events: run.events,
    ...yearlySums(run.events),
    exhaustionMonth: run.exhaustionMonth,
    exhaustionMonthAll: all.exhaustionMonth,
  };
}

/** Size of the pool, and the balance that a refill raises to: NaN where it adds the whole size. */
export function poolTerms(context: Context, work: Work, rule: PoolRule, basis: Basis): { size: Fen; target: Fen } {
  const size = poolSize(context, work, rule);
  const raises = context.values.reading(rule.refillReading, basis) === "年度补足";
  return { size, target: raises ? size : Number.NaN };
}

function poolSize(context: Context, work: Work, rule: PoolRule): Fen {
  return roundToFen(operandValue(context.values.value(`${work.measure.measure.id}.${rule.size}`)));
}

/** All that any refill reading and any share of recoveries could book, in order; 0 where today nothing is booked. */
export function poolEntries(context: Context, work: Work, rule: PoolRule, priced: Priced, basis: Basis): PoolEntry[] {
  // the triggers stand in chain order, so claims are sorted by date and by the pool's own columns here
  const claims = work.dues.map(({ trigger }, due): PoolEntry => ({
    kind: "claim",
    day: work.triggers.date[trigger] ?? Number.NaN,
    row: work.triggers.block.row[trigger] ?? -1,
    due,
    amount: priced.amount[due] ?? 0,
    eligibility: work.triggers.eligibility[trigger] ?? Eligibility.false,
  }));
  const byRow = poolOrder(context, work, rule);
  return [...topUps(context, rule, basis, work), ...recoveries(context, work, rule, claims), ...claims].sort(
    (a, b) => a.day - b.day || rank[a.kind] - rank[b.kind] || byRow(a.row, b.row),
  );
}

function poolOrder(context: Context, work: Work, rule: PoolRule): (a: number, b: number) => number {
  return context.rowOrder({ ...work.measure.measure, order: rule.order });
}

function topUps(context: Context, rule: PoolRule, basis: Basis, work: Work): PoolEntry[] {
  const once = context.values.reading(rule.refillReading, basis) === "一次性";
  const amount = once ? 0 : poolSize(context, work, rule);
  const first = yearOf(context.termStart) + 1;
  const last = yearOf(context.termEnd);
  return Array.from({ length: last - first + 1 }, (_, index): PoolEntry => ({
    kind: "top-up",
    day: dayOf(first + index, 1, 1),
    row: -1,
    due: -1,
    amount,
    eligibility: Eligibility.true,
  }));
}

/** Recoveries of claims that are not FALSE; one not after its 代偿日期 is taken as of the day after it. */
function recoveries(context: Context, work: Work, rule: PoolRule, claims: readonly PoolEntry[]): PoolEntry[] {
  const { id, table } = work.measure.measure;
  const share = operandValue(context.values.value(`${id}.${rule.recoveryShare}`));
  const amounts = context.bound.operand(table, fieldOf(table, rule.recovery).label);
  const days = context.bound.operand(table, fieldOf(table, rule.recoveryDate).label);
  return claims.flatMap((claim): PoolEntry[] => {
    const recovered = amounts?.values[claim.row] ?? Number.NaN;
    const day = days?.values[claim.row] ?? Number.NaN;
    const filled = amounts?.state?.[claim.row] !== CellState.unreadable && recovered > 0 && !Number.isNaN(day);
    if (!filled || claim.eligibility === Eligibility.false) return [];
    const amount = roundToFen(recovered * share);
    return [{ ...claim, kind: "recovery", day: day <= claim.day ? claim.day + 1 : day, amount }];
  });
}

/** Books entries in order. UNKNOWN claims draw only where `unknownDraws`. */
export function bookPool(
  entries: readonly PoolEntry[],
  size: Fen,
  target: Fen,
  unknownDraws: boolean,
): { events: PoolEvent[]; exhaustionMonth: number | null } {
  const events: PoolEvent[] = [];
  const paidOf = new Map<number, Fen>();
  let balance = size;
  let exhaustionMonth: number | null = null;
  for (const entry of entries) {
    const amount = movementOf(entry, balance, target, paidOf);
    if (entry.kind === "claim") {
      const draws =
        entry.eligibility === Eligibility.true || (unknownDraws && entry.eligibility === Eligibility.unknown);
      if (draws) {
        balance -= amount;
        paidOf.set(entry.due, amount);
        if (amount < entry.amount) exhaustionMonth ??= monthIndexOf(entry.day);
      }
    } else balance += amount;
    events.push({
      kind: entry.kind,
      day: entry.day,
      row: entry.row,
      eligibility: entry.eligibility,
      amount: entry.kind === "claim" ? entry.amount : amount,
      paid: entry.kind === "claim" ? amount : 0,
      balance,
    });
  }
  return { events, exhaustionMonth };
}

/** What an entry moves: a claim at most the balance, a recovery at most what was paid for its guarantee. */
function movementOf(entry: PoolEntry, balance: Fen, target: Fen, paidOf: ReadonlyMap<number, Fen>): Fen {
  switch (entry.kind) {
    case "claim":
      return entry.eligibility === Eligibility.false ? 0 : Math.min(entry.amount, balance);
    case "recovery":
      return Math.min(entry.amount, paidOf.get(entry.due) ?? 0);
    case "top-up":
      return Number.isNaN(target) ? entry.amount : Math.max(0, target - balance);
    default:
      return entry.kind satisfies never;
  }
}

function lowerToPaid(entries: readonly PoolEntry[], events: readonly PoolEvent[], priced: Priced): void {
  entries.forEach((entry, i) => {
    if (entry.kind !== "claim") return;
    const paid = events[i]?.paid ?? 0;
    if (paid < entry.amount) priced.binds[entry.due] = bindIndex("pool");
    priced.amount[entry.due] = paid;
  });
}

function yearlySums(
  events: readonly PoolEvent[],
): Pick<PoolLedger, "claims" | "paid" | "unpaid" | "topUps" | "recoveries" | "unverified"> {
  const sum = (amount: (event: PoolEvent) => Fen): Map<number, Fen> => {
    const byYear = new Map<number, Fen>();
    for (const event of events) {
      const value = amount(event);
      if (value !== 0) byYear.set(yearOf(event.day), (byYear.get(yearOf(event.day)) ?? 0) + value);
    }
    return byYear;
  };
  const good = ({ kind, eligibility }: PoolEvent): boolean => kind === "claim" && eligibility === Eligibility.true;
  return {
    claims: sum((event) => (good(event) ? event.amount : 0)),
    paid: sum((event) => (good(event) ? event.paid : 0)),
    unpaid: sum((event) => (good(event) ? event.amount - event.paid : 0)),
    topUps: sum((event) => (event.kind === "top-up" ? event.amount : 0)),
    recoveries: sum((event) => (event.kind === "recovery" ? event.amount : 0)),
    unverified: sum((event) => (event.kind === "claim" && event.eligibility === Eligibility.unknown ? event.paid : 0)),
  };
}

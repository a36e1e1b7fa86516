import { monthIndexOf, yearOf } from "../date/day.ts";
import type { Context } from "../policy/block.ts";
import type { Outcome } from "../policy/outcomes.ts";
import { bindIndex, Eligibility } from "../policy/ledger.ts";
import { bookPool, poolEntries, poolTerms, type PoolEntry } from "../policy/pool.ts";
import type { Basis } from "../policy/values.ts";
import type { TrialCells } from "./trial-cells.ts";

/** One pool's recorded entries on both bases, before balances are known. */
export interface RecordedPool {
  readonly measure: number;
  readonly entries: Readonly<Record<Basis, readonly PoolEntry[]>>;
  readonly terms: Readonly<Record<Basis, ReturnType<typeof poolTerms>>>;
}

/** @param outcome the pool's recorded claims, priced and not paid yet */
export function recordedPool(context: Context, { work, planning, statutory }: Outcome): RecordedPool | undefined {
  const rule = work.measure.measure.pool;
  if (!rule) return undefined;
  return {
    measure: work.measure.index,
    entries: {
      planning: poolEntries(context, work, rule, planning, "planning"),
      statutory: poolEntries(context, work, rule, statutory, "statutory"),
    },
    terms: {
      planning: poolTerms(context, work, rule, "planning"),
      statutory: poolTerms(context, work, rule, "statutory"),
    },
  };
}

/** A simulated claim; claims of one day are taken by the order of their guarantees. */
export interface TrialClaim {
  readonly trial: number;
  readonly day: number;
  readonly order: number;
  readonly planning: number;
  readonly statutory: number;
  readonly eligibility: number;
  /** Amount before any limit, 分; 0 where it is not claimed. */
  readonly gross: number;
  /** Index into `bindNames`: what binds the claim, planning basis, before the pool. */
  readonly binds: number;
}

/** What became of a pool in the trials of a block; arrays have one entry a trial, or a month and trial. */
export interface PoolTrials {
  readonly measure: number;
  /** Month index of the first claim not paid in full, NaN where there is none in the term. */
  readonly exhaustionMonth: Float64Array;
  /** Claims of TRUE eligibility that the pool could not pay, 分, in the term. */
  readonly unpaid: Float64Array;
  /** Balance at the end of each month from `firstMonth` on, 分: month by month, trial by trial. */
  readonly balance: Float64Array;
}

/** Pays the claims of every trial from the pool, in date order, and adds what was paid to the cells. */
export function payPoolTrials(
  pool: RecordedPool,
  claims: readonly TrialClaim[],
  months: { readonly first: number; readonly count: number },
  lastDayOfTerm: number,
  cells: TrialCells,
): PoolTrials {
  const result: PoolTrials = {
    measure: pool.measure,
    exhaustionMonth: new Float64Array(cells.trials).fill(Number.NaN),
    unpaid: new Float64Array(cells.trials),
    balance: new Float64Array(months.count * cells.trials),
  };
  const byTrial = Array.from({ length: cells.trials }, (): TrialClaim[] => []);
  for (const claim of claims) byTrial[claim.trial]?.push(claim);
  byTrial.forEach((mine, trial) => {
    mine.sort((a, b) => a.day - b.day || a.order - b.order || a.planning - b.planning || a.eligibility - b.eligibility);
    for (const basis of ["planning", "statutory"] as const)
      payTrial(pool, mine, basis, trial, cells, result, months, lastDayOfTerm);
  });
  return result;
}

function payTrial(
  { measure, entries, terms }: RecordedPool,
  claims: readonly TrialClaim[],
  basis: Basis,
  trial: number,
  cells: TrialCells,
  result: PoolTrials,
  months: { readonly first: number; readonly count: number },
  lastDayOfTerm: number,
): void {
  const merged = merge(entries[basis], claims, basis);
  const { size, target } = terms[basis];
  const known = merged.filter(
    ({ kind, eligibility, amount }) => kind !== "recovery" || (eligibility === Eligibility.true && amount > 0),
  );
  const { events, exhaustionMonth } = bookPool(known, size, target, false);
  for (const { kind, day, eligibility, paid } of events) {
    if (kind !== "claim") continue;
    if (eligibility === Eligibility.true && basis === "planning") {
      cells.addPlanned(measure, yearOf(day), yearOf(day), trial, paid);
    } else if (eligibility === Eligibility.true) cells.addAmount(cells.statutory, measure, yearOf(day), trial, paid);
    else if (eligibility === Eligibility.unknown && basis === "planning") {
      cells.addAmount(cells.unverified, measure, yearOf(day), trial, paid);
    }
  }
  if (basis === "statutory") return;
  events.forEach(({ kind, day, eligibility, amount, paid }, i) => {
    if (kind !== "claim" || eligibility !== Eligibility.true) return;
    if (day <= lastDayOfTerm) result.unpaid[trial] = (result.unpaid[trial] ?? 0) + amount - paid;
    // a recorded claim is none of the simulated triggers
    const claim = claims[positionOf(known[i]?.due ?? -1)];
    if (!claim || claim.gross === 0) return;
    const limit = paid < amount ? bindIndex("pool") : claim.binds;
    cells.addBound(measure, limit, trial, 1, claim.gross, claim.gross - paid);
  });
  const inTerm = exhaustionMonth !== null && exhaustionMonth <= monthIndexOf(lastDayOfTerm);
  result.exhaustionMonth[trial] = inTerm ? exhaustionMonth : Number.NaN;
  let at = 0;
  let balance = size;
  for (let month = 0; month < months.count; month++) {
    for (; at < events.length && monthIndexOf(events[at]?.day ?? 0) <= months.first + month; at++) {
      balance = events[at]?.balance ?? balance;
    }
    result.balance[month * cells.trials + trial] = balance;
  }
}

/** A simulated claim has a position of its own among the dues: no recovery belongs to it. */
const dueOf = (position: number): number => -2 - position;
const positionOf = (due: number): number => -2 - due;

/** Two lists in date order as one; of one day the pool's own entries and recorded claims come first. */
function merge(recorded: readonly PoolEntry[], claims: readonly TrialClaim[], basis: Basis): PoolEntry[] {
  const merged: PoolEntry[] = [];
  let next = 0;
  claims.forEach((claim, i) => {
    for (; next < recorded.length && (recorded[next]?.day ?? 0) <= claim.day; next++) {
      const entry = recorded[next];
      if (entry) merged.push(entry);
    }
    merged.push({
      kind: "claim",
      day: claim.day,
      row: -1,
      due: dueOf(i),
      amount: claim[basis],
      eligibility: claim.eligibility,
    });
  });
  return [...merged, ...recorded.slice(next)];
}

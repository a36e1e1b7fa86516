import { monthIndexOf, yearOf } from "../../../src/core/date/day.ts";
import { bindIndex, Eligibility } from "../../../src/core/policy/ledger.ts";
import { bookPool, type PoolEntry } from "../../../src/core/policy/pool.ts";
import type { Basis } from "../../../src/core/policy/values.ts";
import type { TrialCells } from "../../../src/core/simulation/trial-cells.ts";

/** A simulated claim as an object of its own. */
export interface PlainClaim {
  readonly trial: number;
  readonly day: number;
  readonly order: number;
  readonly planning: number;
  readonly statutory: number;
  readonly eligibility: number;
  readonly gross: number;
  readonly binds: number;
}

export interface PlainPool {
  readonly measure: number;
  readonly entries: Readonly<Record<Basis, readonly PoolEntry[]>>;
  readonly terms: Readonly<Record<Basis, { readonly size: number; readonly target: number }>>;
}

type Months = { readonly first: number; readonly count: number };

/** What one trial of a pool comes to, by the rules of the recorded part: every entry booked one after another. */
export function payPlainTrial(
  { measure, entries, terms }: PlainPool,
  all: readonly PlainClaim[],
  trial: number,
  months: Months,
  lastDayOfTerm: number,
  cells: TrialCells,
) {
  const claims = all
    .filter((claim) => claim.trial === trial)
    .sort((a, b) => a.day - b.day || a.order - b.order || a.planning - b.planning || a.eligibility - b.eligibility);
  const booked = (basis: Basis) => {
    const merged = merge(entries[basis], claims, basis).filter(
      ({ kind, eligibility, amount }) => kind !== "recovery" || (eligibility === Eligibility.true && amount > 0),
    );
    return { merged, ...bookPool(merged, terms[basis].size, terms[basis].target, false) };
  };
  for (const { kind, day, eligibility, paid } of booked("statutory").events) {
    if (kind !== "claim" || eligibility !== Eligibility.true) continue;
    cells.addAmount(cells.statutory, measure, yearOf(day), trial, paid);
  }
  const { merged, events, exhaustionMonth } = booked("planning");
  let unpaid = 0;
  for (const [i, { kind, day, eligibility, amount, paid }] of events.entries()) {
    if (kind !== "claim" || eligibility === Eligibility.false) continue;
    const year = yearOf(day);
    if (eligibility === Eligibility.unknown) {
      cells.addAmount(cells.unverified, measure, year, trial, paid);
      continue;
    }
    cells.addPlanned(measure, year, year, trial, paid);
    if (day <= lastDayOfTerm) unpaid += amount - paid;
    const claim = claims[positionOf(merged[i]?.due ?? -1)];
    if (!claim || claim.gross === 0) continue;
    const limit = paid < amount ? bindIndex("pool") : claim.binds;
    cells.addBound(measure, limit, trial, 1, claim.gross, claim.gross - paid);
  }
  const balances = Array.from({ length: months.count }, (_, month) => {
    const before = events.filter(({ day }) => monthIndexOf(day) <= months.first + month);
    return before.at(-1)?.balance ?? terms.planning.size;
  });
  const inTerm = exhaustionMonth !== null && exhaustionMonth <= monthIndexOf(lastDayOfTerm);
  return { exhaustionMonth: inTerm ? exhaustionMonth : Number.NaN, unpaid, balances };
}

/** Simulated claims stand among the dues below those of the roster, so that no recovery is theirs. */
const dueOf = (position: number): number => -2 - position;
const positionOf = (due: number): number => -2 - due;

/** Of one day the pool's own entries and recorded claims come first. */
function merge(recorded: readonly PoolEntry[], claims: readonly PlainClaim[], basis: Basis): PoolEntry[] {
  const simulated = claims.map((claim, i): PoolEntry => ({
    kind: "claim",
    day: claim.day,
    row: -1,
    due: dueOf(i),
    amount: claim[basis],
    eligibility: claim.eligibility,
  }));
  return [...recorded, ...simulated].sort((a, b) => a.day - b.day);
}

import type { Fen } from "../money/money.ts";
import { bookingsOf } from "../policy/cells.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scenario } from "../policy/scenario.ts";
import { trialBases } from "./block-record.ts";
import type { CellYears } from "./trial-cells.ts";

/** What of a measure a line bears. */
export interface Share {
  readonly measure: number;
  /** Recorded payments by basis and year, 分: basis·years + year. Empty for a pool, whose trials hold all of it. */
  readonly recorded: Float64Array;
  /** 分 of a measure's simulated 分. */
  readonly part: (amount: Fen) => Fen;
}

/** The shares that make up the lines of a table. */
export interface LineShares {
  /** One a measure. */
  readonly measures: readonly Share[];
  readonly departments: ReadonlyMap<string, readonly Share[]>;
}

/**
 * Books recorded payments as the tables of the recorded part do, one by one (部门分摊); what a trial adds to a year is
 * divided as one amount. Either way the departments' sum is the measures'.
 */
export function lineShares(policy: Policy, scenario: Scenario, ledger: Ledger, years: CellYears): LineShares {
  const empty = (): Float64Array => new Float64Array(trialBases.length * years.count);
  const whole = policy.measures.map((_, measure): Share => ({ measure, recorded: empty(), part: (amount) => amount }));
  const booked = bookingsOf(policy, scenario).map((bookings, measure) =>
    bookings.map(({ department, part }) => ({ department, share: { measure, recorded: empty(), part } })),
  );
  for (let entry = 0; entry < ledger.count; entry++) {
    const measure = ledger.measure[entry] ?? 0;
    if (policy.measures[measure]?.kind === "pool") continue;
    const bearers = [whole[measure], ...(booked[measure]?.map(({ share }) => share) ?? [])];
    for (const share of bearers) if (share) book(ledger, entry, share, years);
  }
  const departments = new Map<string, Share[]>();
  for (const { department, share } of booked.flat()) {
    departments.set(department, [...(departments.get(department) ?? []), share]);
  }
  return { measures: whole, departments };
}

/** @throws RangeError for a year without a cell, our own mistake */
function book(ledger: Ledger, entry: number, { recorded, part }: Share, years: CellYears): void {
  const slot = (ledger.year[entry] ?? 0) - years.first;
  if (slot < 0 || slot >= years.count) throw new RangeError(`no cell for the year ${ledger.year[entry] ?? 0}`);
  const add = (basis: (typeof trialBases)[number], amount: Fen): void => {
    const at = trialBases.indexOf(basis) * years.count + slot;
    recorded[at] = (recorded[at] ?? 0) + part(amount);
  };
  if (ledger.eligibility[entry] === Eligibility.unknown) add("unverified", ledger.net[entry] ?? 0);
  if (ledger.eligibility[entry] !== Eligibility.true) return;
  add("planning", ledger.net[entry] ?? 0);
  add("statutory", ledger.statutory[entry] ?? 0);
}

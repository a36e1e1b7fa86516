import { yearOf } from "../date/day.ts";
import type { Fen } from "../money/money.ts";
import { isSettledApart } from "../policy/allocation.ts";
import { bookingsOf } from "../policy/cells.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scenario } from "../policy/scenario.ts";
import { trialBases } from "./block-record.ts";
import { lastYearOfTerm, tailKey, type CellYears } from "./trial-cells.ts";

/** What of a measure a line bears. */
export interface Share {
  readonly measure: number;
  /** Recorded payments by basis and year, 分: basis·years + year. 0 for what trials hold all of: pools, settled apart. */
  readonly recorded: Float64Array;
  /** 分 of a measure's simulated 分. */
  readonly part: (amount: Fen) => Fen;
}

/** Recorded payments as lines book them, by basis and year, as plain data; see {@link Share}. */
export interface RecordedShares {
  /** One a measure. */
  readonly measures: readonly Float64Array[];
  /** One a measure and department that bears it, in the order of `bookingsOf`. */
  readonly departments: readonly (readonly Float64Array[])[];
  /** TRUE planning payments after the term, 分; keys are {@link tailKey}s. */
  readonly tail: ReadonlyMap<number, Fen>;
}

/** The shares that make up the lines of a table. */
export interface LineShares {
  /** One a measure. */
  readonly measures: readonly Share[];
  readonly departments: ReadonlyMap<string, readonly Share[]>;
}

/** Books recorded payments as the tables of the recorded part do, one by one (部门分摊). */
export function recordedShares(policy: Policy, scenario: Scenario, ledger: Ledger, years: CellYears): RecordedShares {
  const empty = (): Float64Array => new Float64Array(trialBases.length * years.count);
  const booked = bookingsOf(policy, scenario);
  const tail = new Map<number, Fen>();
  const wholeInTrials = policy.measures.map((measure) => measure.kind === "pool" || isSettledApart(measure));
  const shares = { measures: policy.measures.map(empty), departments: booked.map((list) => list.map(empty)), tail };
  for (let entry = 0; entry < ledger.count; entry++) {
    const measure = ledger.measure[entry] ?? 0;
    if (wholeInTrials[measure] === true) continue;
    book(ledger, entry, shares.measures[measure], whole, years);
    bookTail(ledger, entry, tail, years);
    booked[measure]?.forEach(({ part }, bearer) =>
      book(ledger, entry, shares.departments[measure]?.[bearer], part, years),
    );
  }
  return shares;
}

function bookTail(ledger: Ledger, entry: number, tail: Map<number, Fen>, years: CellYears): void {
  const year = ledger.year[entry] ?? 0;
  if (year <= lastYearOfTerm(years) || ledger.eligibility[entry] !== Eligibility.true) return;
  const key = tailKey(years, ledger.measure[entry] ?? 0, yearOf(ledger.date[entry] ?? Number.NaN), year);
  tail.set(key, (tail.get(key) ?? 0) + (ledger.net[entry] ?? 0));
}

const whole = (amount: Fen): Fen => amount;

/** @throws RangeError for a year without a cell, our own mistake */
function book(
  ledger: Ledger,
  entry: number,
  recorded: Float64Array | undefined,
  part: Share["part"],
  years: CellYears,
): void {
  const slot = (ledger.year[entry] ?? 0) - years.first;
  if (!recorded || slot < 0 || slot >= years.count) {
    throw new RangeError(`no cell for the year ${ledger.year[entry] ?? 0}`);
  }
  const add = (basis: (typeof trialBases)[number], amount: Fen): void => {
    const at = trialBases.indexOf(basis) * years.count + slot;
    recorded[at] = (recorded[at] ?? 0) + part(amount);
  };
  if (ledger.eligibility[entry] === Eligibility.unknown) add("unverified", ledger.net[entry] ?? 0);
  if (ledger.eligibility[entry] !== Eligibility.true) return;
  add("planning", ledger.net[entry] ?? 0);
  add("statutory", ledger.statutory[entry] ?? 0);
}

/**
 * Shares of all lines. What a trial adds to a year is divided between departments as one amount, recorded payments one
 * by one; either way the departments' sum is the measures'.
 */
export function lineShares(policy: Policy, scenario: Scenario, recorded: RecordedShares): LineShares {
  const departments = new Map<string, Share[]>();
  const nothing = new Float64Array();
  bookingsOf(policy, scenario).forEach((bookings, measure) =>
    bookings.forEach(({ department, part }, bearer) => {
      const share = { measure, part, recorded: recorded.departments[measure]?.[bearer] ?? nothing };
      departments.set(department, [...(departments.get(department) ?? []), share]);
    }),
  );
  return {
    measures: recorded.measures.map((amounts, measure) => ({ measure, part: whole, recorded: amounts })),
    departments,
  };
}

import { monthIndexOf } from "../date/day.ts";
import type { Context } from "../policy/block.ts";
import type { Outcome } from "../policy/outcomes.ts";
import { bindIndex, bindNames, Eligibility } from "../policy/ledger.ts";
import { poolEntries, poolTerms } from "../policy/pool.ts";
import type { Basis } from "../policy/values.ts";
import { packedEntries, PoolBook, slotOf, type PoolEntries, type PoolMonths } from "./pool-book.ts";
import type { TrialClaims } from "./pool-claims.ts";
import { boundQuantities, type TrialCells } from "./trial-cells.ts";

/** One pool's recorded entries on both bases, before balances are known. */
export interface RecordedPool {
  readonly measure: number;
  readonly entries: Readonly<Record<Basis, PoolEntries>>;
  readonly terms: Readonly<Record<Basis, ReturnType<typeof poolTerms>>>;
}

/** @param outcome the pool's recorded claims, priced and not paid yet */
export function recordedPool(context: Context, { work, planning, statutory }: Outcome): RecordedPool | undefined {
  const rule = work.measure.measure.pool;
  if (!rule) return undefined;
  return {
    measure: work.measure.index,
    entries: {
      planning: packedEntries(poolEntries(context, work, rule, planning, "planning")),
      statutory: packedEntries(poolEntries(context, work, rule, statutory, "statutory")),
    },
    terms: {
      planning: poolTerms(context, work, rule, "planning"),
      statutory: poolTerms(context, work, rule, "statutory"),
    },
  };
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
  claims: TrialClaims,
  months: PoolMonths,
  lastDayOfTerm: number,
  cells: TrialCells,
): PoolTrials {
  const { measure } = pool;
  const { trials, years } = cells;
  const result: PoolTrials = {
    measure,
    exhaustionMonth: new Float64Array(trials).fill(Number.NaN),
    unpaid: new Float64Array(trials),
    balance: new Float64Array(months.count * trials),
  };
  const bookOf = (basis: Basis) => new PoolBook(pool.entries[basis], pool.terms[basis], months, years, lastDayOfTerm);
  const planning = eachTrial(bookOf, "planning", claims.earliest);
  const bounds = new Float64Array(bindNames.length * boundQuantities.length);
  const lastMonth = monthIndexOf(lastDayOfTerm);
  for (let trial = 0; trial < trials; trial++) {
    const book = planning();
    payPlanned(book, claims, trial, bounds);
    book.bookRecorded(Infinity);
    book.noteUntil(Infinity);
    result.exhaustionMonth[trial] = book.exhausted <= lastMonth ? book.exhausted : Number.NaN;
    result.unpaid[trial] = book.unpaid;
    for (let month = 0; month < months.count; month++) {
      result.balance[month * trials + trial] = book.balances[month] ?? 0;
    }
    addPaid(book, measure, trial, cells);
    addBounds(bounds, measure, trial, cells);
  }
  const statutory = eachTrial(bookOf, "statutory", claims.earliest);
  for (let trial = 0; trial < trials; trial++) {
    const book = statutory();
    payStatutory(book, claims, trial);
    book.bookRecorded(Infinity);
    book.paid.forEach((paid, year) => {
      if (paid !== 0) cells.addAmount(cells.statutory, measure, years.first + year, trial, paid);
    });
  }
  return result;
}

/** A book of each trial as it stands before the first simulated claim of any; the same one every time. */
function eachTrial(bookOf: (basis: Basis) => PoolBook, basis: Basis, earliest: number): () => PoolBook {
  const [opening, book] = [bookOf(basis), bookOf(basis)];
  opening.bookRecorded(earliest);
  return () => {
    book.copy(opening);
    return book;
  };
}

/** Pays one trial on the planning basis. @param bounds added to: what binds its TRUE claims, by limit */
function payPlanned(
  book: PoolBook,
  { starts, day, month, planning, eligibility, gross, binds }: TrialClaims,
  trial: number,
  bounds: Float64Array,
): void {
  const pool = bindIndex("pool");
  const end = starts[trial + 1] ?? 0;
  // one month's claims follow one another: what they share is found once; a number of its own is quicker than a field
  let inMonth = -1;
  let year = 0;
  let nextDay = book.nextDay;
  let balance = book.balance;
  for (let i = starts[trial] ?? 0; i < end; i++) {
    const today = day[i] ?? 0;
    if (nextDay <= today) {
      book.balance = balance;
      nextDay = book.bookRecorded(today);
      balance = book.balance;
    }
    const code = eligibility[i] ?? Eligibility.false;
    if (code === Eligibility.false) continue;
    if (month[i] !== inMonth) {
      inMonth = month[i] ?? 0;
      year = slotOf(book.years, inMonth);
      book.balance = balance;
      book.noteUntil(inMonth);
    }
    const claimed = planning[i] ?? 0;
    const paid = Math.min(claimed, balance);
    const into = code === Eligibility.true ? book.paid : book.unverified;
    into[year] = (into[year] ?? 0) + paid;
    if (code === Eligibility.unknown) continue;
    balance -= paid;
    if (paid < claimed) book.noteUnpaid(today, inMonth, claimed - paid);
    const before = gross[i] ?? 0;
    if (before === 0) continue;
    const at = (paid < claimed ? pool : (binds[i] ?? 0)) * boundQuantities.length;
    bounds[at] = (bounds[at] ?? 0) + 1;
    bounds[at + 1] = (bounds[at + 1] ?? 0) + before;
    bounds[at + 2] = (bounds[at + 2] ?? 0) + before - paid;
  }
  book.balance = balance;
}

/** Pays one trial on the statutory basis. */
function payStatutory(
  book: PoolBook,
  { starts, day, month, statutory, eligibility }: TrialClaims,
  trial: number,
): void {
  const end = starts[trial + 1] ?? 0;
  let inMonth = -1;
  let year = 0;
  let nextDay = book.nextDay;
  let balance = book.balance;
  for (let i = starts[trial] ?? 0; i < end; i++) {
    const today = day[i] ?? 0;
    if (nextDay <= today) {
      book.balance = balance;
      nextDay = book.bookRecorded(today);
      balance = book.balance;
    }
    if (eligibility[i] !== Eligibility.true) continue;
    if (month[i] !== inMonth) {
      inMonth = month[i] ?? 0;
      year = slotOf(book.years, inMonth);
    }
    const paid = Math.min(statutory[i] ?? 0, balance);
    balance -= paid;
    book.paid[year] = (book.paid[year] ?? 0) + paid;
  }
  book.balance = balance;
}

function addPaid({ paid, unverified, years }: PoolBook, measure: number, trial: number, cells: TrialCells): void {
  for (let slot = 0; slot < years.count; slot++) {
    const year = years.first + slot;
    const [known, open] = [paid[slot] ?? 0, unverified[slot] ?? 0];
    if (known !== 0) cells.addPlanned(measure, year, year, trial, known);
    if (open !== 0) cells.addAmount(cells.unverified, measure, year, trial, open);
  }
}

/** Adds what binds one trial's claims, and empties it for the next. */
function addBounds(bounds: Float64Array, measure: number, trial: number, cells: TrialCells): void {
  for (let limit = 0; limit < bindNames.length; limit++) {
    const at = limit * boundQuantities.length;
    const triggers = bounds[at] ?? 0;
    if (triggers !== 0) cells.addBound(measure, limit, trial, triggers, bounds[at + 1] ?? 0, bounds[at + 2] ?? 0);
  }
  bounds.fill(0);
}

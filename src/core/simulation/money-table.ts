import { yearOf } from "../date/day.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { Bound, TrialCells } from "./trial-cells.ts";

/** Numbers of one difference: what an enterprise's events change in one measure, budget year and year of triggers. */
const difference = { next: 0, measure: 1, year: 2, arisen: 3, planning: 4, statutory: 5, unverified: 6 } as const;
/** Numbers of what one limit does to its simulated triggers of one measure. */
const bound = { next: 0, measure: 1, limit: 2, triggers: 3, gross: 4, forgone: 5 } as const;

const noMore = -1;

/** Records of so many numbers each, one after another in one column; by row they are linked from the newest back. */
class Records {
  numbers: Float64Array;
  private newest = new Int32Array(64).fill(noMore);
  private count = 0;

  constructor(private readonly width: number) {
    this.numbers = new Float64Array(64 * width);
  }

  /** Where the newest record of a row stands, −1 where it has none; the number there is where the next one stands. */
  first(row: number): number {
    return this.newest[row] ?? noMore;
  }

  /** Makes a record for a row. @returns where its numbers stand, all 0 but the first */
  add(row: number): number {
    const at = this.count++ * this.width;
    if (at + this.width > this.numbers.length) {
      const longer = new Float64Array(2 * this.numbers.length);
      longer.set(this.numbers);
      this.numbers = longer;
    }
    if (row >= this.newest.length) {
      const longer = new Int32Array(2 * row + 1).fill(noMore);
      longer.set(this.newest);
      this.newest = longer;
    }
    this.numbers[at] = this.first(row);
    this.newest[row] = at;
    return at;
  }
}

/** What events change of the recorded part, 分, and what binds it: one row an enterprise in a life. */
export class MoneyTable {
  readonly #differences = new Records(Object.keys(difference).length);
  readonly #bounds = new Records(Object.keys(bound).length);
  #rows = 0;

  /** @param lastYear of the term: payments after it are kept apart by the year of their trigger */
  constructor(private readonly lastYear: number) {}

  /** Opens rows. @returns the number of the first */
  open(count: number): number {
    this.#rows += count;
    return this.#rows - count;
  }

  /** Adds a payment of a ledger to a row; `sign` −1 takes it out. FALSE payments are none. */
  addPayment(row: number, ledger: Ledger, entry: number, sign: 1 | -1): void {
    const eligibility = ledger.eligibility[entry];
    if (eligibility === Eligibility.false) return;
    const year = ledger.year[entry] ?? 0;
    const arisen = year > this.lastYear ? yearOf(ledger.date[entry] ?? Number.NaN) : year;
    const at = this.#differenceOf(row, ledger.measure[entry] ?? 0, year, arisen);
    const { numbers } = this.#differences;
    const add = (place: number, amount: number): void => {
      numbers[at + place] = (numbers[at + place] ?? 0) + sign * amount;
    };
    if (eligibility === Eligibility.true) {
      add(difference.planning, ledger.net[entry] ?? 0);
      add(difference.statutory, ledger.statutory[entry] ?? 0);
    } else add(difference.unverified, ledger.net[entry] ?? 0);
  }

  /** Adds simulated triggers of a row to those that a limit binds. @param limit index into `bindNames` */
  addBound(row: number, measure: number, limit: number, { triggers, gross, forgone }: Bound): void {
    const at = this.#boundOf(row, measure, limit);
    const { numbers } = this.#bounds;
    numbers[at + bound.triggers] = (numbers[at + bound.triggers] ?? 0) + triggers;
    numbers[at + bound.gross] = (numbers[at + bound.gross] ?? 0) + gross;
    numbers[at + bound.forgone] = (numbers[at + bound.forgone] ?? 0) + forgone;
  }

  /** Adds a row to a trial. */
  addTo(cells: TrialCells, row: number, trial: number): void {
    const { numbers } = this.#differences;
    for (let at = this.#differences.first(row); at !== noMore; at = numbers[at] ?? noMore) {
      const measure = numbers[at + difference.measure] ?? 0;
      const year = numbers[at + difference.year] ?? 0;
      const planning = numbers[at + difference.planning] ?? 0;
      const statutory = numbers[at + difference.statutory] ?? 0;
      const unverified = numbers[at + difference.unverified] ?? 0;
      if (planning !== 0) cells.addPlanned(measure, year, numbers[at + difference.arisen] ?? 0, trial, planning);
      if (statutory !== 0) cells.addAmount(cells.statutory, measure, year, trial, statutory);
      if (unverified !== 0) cells.addAmount(cells.unverified, measure, year, trial, unverified);
    }
    const { numbers: limits } = this.#bounds;
    for (let at = this.#bounds.first(row); at !== noMore; at = limits[at] ?? noMore) {
      const [measure, limit] = [limits[at + bound.measure] ?? 0, limits[at + bound.limit] ?? 0];
      const [triggers, gross] = [limits[at + bound.triggers] ?? 0, limits[at + bound.gross] ?? 0];
      cells.addBound(measure, limit, trial, triggers, gross, limits[at + bound.forgone] ?? 0);
    }
  }

  /** All that a row adds on the planning basis, 分. */
  added(row: number): number {
    const { numbers } = this.#differences;
    let sum = 0;
    for (let at = this.#differences.first(row); at !== noMore; at = numbers[at] ?? noMore) {
      sum += Math.max(0, numbers[at + difference.planning] ?? 0);
    }
    return sum;
  }

  /** Whether a row holds the same money, from the same triggers, as one of another table. */
  isSame(row: number, other: MoneyTable, otherRow: number): boolean {
    const isMoney = (numbers: Float64Array, at: number): boolean =>
      numbers[at + difference.planning] !== 0 ||
      numbers[at + difference.statutory] !== 0 ||
      numbers[at + difference.unverified] !== 0;
    return (
      areSame(this.#differences, row, other.#differences, otherRow, difference.unverified, isMoney) &&
      areSame(this.#bounds, row, other.#bounds, otherRow, bound.forgone, () => true)
    );
  }

  #differenceOf(row: number, measure: number, year: number, arisen: number): number {
    const { numbers } = this.#differences;
    for (let at = this.#differences.first(row); at !== noMore; at = numbers[at] ?? noMore) {
      const isIt = numbers[at + difference.measure] === measure && numbers[at + difference.year] === year;
      if (isIt && numbers[at + difference.arisen] === arisen) return at;
    }
    const at = this.#differences.add(row);
    this.#differences.numbers[at + difference.measure] = measure;
    this.#differences.numbers[at + difference.year] = year;
    this.#differences.numbers[at + difference.arisen] = arisen;
    return at;
  }

  #boundOf(row: number, measure: number, limit: number): number {
    const { numbers } = this.#bounds;
    for (let at = this.#bounds.first(row); at !== noMore; at = numbers[at] ?? noMore) {
      if (numbers[at + bound.measure] === measure && numbers[at + bound.limit] === limit) return at;
    }
    const at = this.#bounds.add(row);
    this.#bounds.numbers[at + bound.measure] = measure;
    this.#bounds.numbers[at + bound.limit] = limit;
    return at;
  }
}

/** Whether two rows have equal records in the same order, those that do not count left out. */
function areSame(
  some: Records,
  row: number,
  others: Records,
  otherRow: number,
  last: number,
  counts: (numbers: Float64Array, at: number) => boolean,
): boolean {
  const skip = ({ numbers }: Records, from: number): number => {
    let at = from;
    while (at !== noMore && !counts(numbers, at)) at = numbers[at] ?? noMore;
    return at;
  };
  let [a, b] = [skip(some, some.first(row)), skip(others, others.first(otherRow))];
  while (a !== noMore && b !== noMore) {
    for (let place = 1; place <= last; place++) {
      if (some.numbers[a + place] !== others.numbers[b + place]) return false;
    }
    a = skip(some, some.numbers[a] ?? noMore);
    b = skip(others, others.numbers[b] ?? noMore);
  }
  return a === b;
}

import { parseIsoDay, yearOf } from "../date/day.ts";
import type { Fen } from "../money/money.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";

/** Budget years that a forecast has cells for: those of the term, then the tail. */
export interface CellYears {
  readonly first: number;
  readonly count: number;
}

/** Years after the term for which payments can still fall: months of jobs, instalments, late compensations. */
const yearsOfTail = 15;

/** Budget years in which a policy can pay. */
export function cellYears({ termStart, termEnd }: Pick<Policy, "termStart" | "termEnd">): CellYears {
  const first = yearOf(parseIsoDay(termStart));
  return { first, count: yearOf(parseIsoDay(termEnd)) - first + 1 + yearsOfTail };
}

/**
 * Money by measure, budget year and trial, 分: the amount of measure m in year y of trial t stands at
 * ((m·years + y)·trials + t). Whole 分 below 2^53, so sums are exact in any order.
 */
export class TrialCells {
  readonly planning: Float64Array;
  readonly statutory: Float64Array;
  readonly unverified: Float64Array;
  readonly measures: number;
  readonly years: CellYears;
  readonly trials: number;

  constructor(measures: number, years: CellYears, trials: number) {
    this.measures = measures;
    this.years = years;
    this.trials = trials;
    const length = measures * years.count * trials;
    this.planning = new Float64Array(length);
    this.statutory = new Float64Array(length);
    this.unverified = new Float64Array(length);
  }

  /** Adds a payment of a ledger to a trial; `sign` −1 takes it out. FALSE payments are none. */
  add(ledger: Ledger, entry: number, trial: number, sign: 1 | -1): void {
    const at = this.indexOf(ledger.measure[entry] ?? 0, ledger.year[entry] ?? 0, trial);
    const net = sign * (ledger.net[entry] ?? 0);
    if (ledger.eligibility[entry] === Eligibility.true) {
      this.planning[at] = (this.planning[at] ?? 0) + net;
      this.statutory[at] = (this.statutory[at] ?? 0) + sign * (ledger.statutory[entry] ?? 0);
    } else if (ledger.eligibility[entry] === Eligibility.unknown) {
      this.unverified[at] = (this.unverified[at] ?? 0) + net;
    }
  }

  /** Adds an amount to one cell of one basis. */
  addAmount(into: Float64Array, measure: number, year: number, trial: number, amount: Fen): void {
    const at = this.indexOf(measure, year, trial);
    into[at] = (into[at] ?? 0) + amount;
  }

  /** @throws RangeError for a year without a cell: the years were laid out too short, our own mistake */
  private indexOf(measure: number, year: number, trial: number): number {
    const slot = year - this.years.first;
    if (slot < 0 || slot >= this.years.count) throw new RangeError(`no cell for the year ${year}`);
    return (measure * this.years.count + slot) * this.trials + trial;
  }
}

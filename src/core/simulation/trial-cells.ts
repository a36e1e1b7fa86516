import { parseIsoDay, yearOf } from "../date/day.ts";
import type { Fen } from "../money/money.ts";
import { bindNames, Eligibility, type Ledger } from "../policy/ledger.ts";
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

/** Last budget year of the term among those that have cells. */
export const lastYearOfTerm = ({ first, count }: CellYears): number => first + count - 1 - yearsOfTail;

/** Key of payments after the term: of a measure, by the year in which their trigger arose and the year they fall in. */
export const tailKey = ({ first, count }: CellYears, measure: number, arisen: number, year: number): number =>
  (measure * count + arisen - first) * count + year - first;

/** What a limit does to the simulated triggers of a measure, in the order of the entries of `TrialCells.bounds`. */
export const boundQuantities = ["triggers", "gross", "forgone"] as const;

/** What limits do to some triggers: how many, their amounts before limits and what was cut off them, 分. */
export type Bound = Readonly<Record<(typeof boundQuantities)[number], number>>;

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
  /**
   * Planning payments after the term by the year in which their trigger arose, 分, one entry a trial where there is
   * any, by {@link tailKey}.
   */
  readonly tail: (Float64Array | undefined)[];
  /**
   * What binds the simulated triggers of TRUE eligibility, planning basis: the {@link boundQuantities} of measure m and
   * limit b in trial t stand from ((m·limits + b)·trials + t)·3 on.
   */
  readonly bounds: Float64Array;
  readonly #lastYear: number;

  constructor(measures: number, years: CellYears, trials: number) {
    this.measures = measures;
    this.years = years;
    this.trials = trials;
    const length = measures * years.count * trials;
    this.planning = new Float64Array(length);
    this.statutory = new Float64Array(length);
    this.unverified = new Float64Array(length);
    this.tail = Array.from({ length: measures * years.count * years.count }, () => undefined);
    this.bounds = new Float64Array(measures * bindNames.length * trials * boundQuantities.length);
    this.#lastYear = lastYearOfTerm(years);
  }

  /** Adds a payment of a ledger to a trial; `sign` −1 takes it out. FALSE payments are none. */
  add(ledger: Ledger, entry: number, trial: number, sign: 1 | -1): void {
    const [measure, year] = [ledger.measure[entry] ?? 0, ledger.year[entry] ?? 0];
    const net = sign * (ledger.net[entry] ?? 0);
    if (ledger.eligibility[entry] === Eligibility.true) {
      this.addPlanned(measure, year, yearOf(ledger.date[entry] ?? Number.NaN), trial, net);
      this.addAmount(this.statutory, measure, year, trial, sign * (ledger.statutory[entry] ?? 0));
    } else if (ledger.eligibility[entry] === Eligibility.unknown) {
      this.addAmount(this.unverified, measure, year, trial, net);
    }
  }

  /** Adds to what a trial pays. @param arisen year of the trigger: payments after the term are kept apart by it */
  addPlanned(measure: number, year: number, arisen: number, trial: number, amount: Fen): void {
    this.addAmount(this.planning, measure, year, trial, amount);
    if (year <= this.#lastYear) return;
    const key = tailKey(this.years, measure, arisen, year);
    const amounts = (this.tail[key] ??= new Float64Array(this.trials));
    amounts[trial] = (amounts[trial] ?? 0) + amount;
  }

  /** Adds triggers of a trial to those that a limit binds. @param limit index into `bindNames` */
  addBound(measure: number, limit: number, trial: number, triggers: number, gross: Fen, forgone: Fen): void {
    const at = ((measure * bindNames.length + limit) * this.trials + trial) * boundQuantities.length;
    this.bounds[at] = (this.bounds[at] ?? 0) + triggers;
    this.bounds[at + 1] = (this.bounds[at + 1] ?? 0) + gross;
    this.bounds[at + 2] = (this.bounds[at + 2] ?? 0) + forgone;
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

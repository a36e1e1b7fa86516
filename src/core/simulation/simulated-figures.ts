import type { Fen } from "../money/money.ts";
import type { BindName } from "../policy/ledger.ts";
import type { ExceedanceCurve } from "./exceedance.ts";
import type { Summary } from "./summary.ts";
import type { SummedBound } from "./trial-collector.ts";

/**
 * One quantity over all trials, 分: by budget year, over the years of the term, and over the years after it. Each is a
 * summary of whole trials: recorded payments, priced anew where a trial changed something, plus simulated ones.
 */
export interface Spread {
  /** Every budget year of the term, and later ones with money in some trial, in rising order. */
  readonly byYear: ReadonlyMap<number, Summary>;
  readonly term: Summary;
  readonly tail: Summary;
}

/** A line of a table over all trials: planning basis first. */
export interface SimulatedLine extends Spread {
  /** The statutory pricing of the same trials (法定口径预期). */
  readonly ceiling: Spread;
  /** Mean planning amount of UNKNOWN eligibility by budget year, 分; in no other figure. Years without any are absent. */
  readonly unverifiedMean: ReadonlyMap<number, number>;
  /** P(amount of the year > its budget) by year; only years for which the scenario sets a budget for this line. */
  readonly overBudget: ReadonlyMap<number, number>;
  /** P(sum over the years of the term that have a budget > sum of their budgets); null where none has one. */
  readonly overBudgets: number | null;
  /** Of lines that can have a budget: the total and the departments. */
  readonly exceedance?: LineExceedance;
}

/** Exceedance curves of a line, by budget year and over the years of the term. */
export interface LineExceedance {
  readonly byYear: ReadonlyMap<number, ExceedanceCurve>;
  readonly term: ExceedanceCurve;
}

/** Trial totals of the subsidies in rising order, 分, one entry a trial: for exceedance curves. */
export interface SortedTotals {
  /** Budget years of the term. */
  readonly byYear: ReadonlyMap<number, Float64Array>;
  readonly term: Float64Array;
}

/** Sum of the measures' P95 less P95 of their sum, 分: what adding quantiles would overstate. */
export interface Diversification {
  readonly byYear: ReadonlyMap<number, Fen>;
  readonly term: Fen;
  readonly tail: Fen;
}

/**
 * Month index (see `monthIndexOf`) by which a share of all trials has exhausted the pool; null where fewer ever do.
 */
export interface ExhaustionMonths {
  readonly p5: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
}

/** A pool over all trials (section 5). */
export interface SimulatedPool {
  /** Index into `policy.measures`; what it pays stands in the line of that measure. */
  readonly measure: number;
  /** Share of trials in which a claim of the term is not paid in full. */
  readonly exhaustionProbability: number;
  readonly exhaustionMonth: ExhaustionMonths;
  /** Share of trials that have exhausted the pool by the end of each simulated month, one entry a month. */
  readonly exhaustedBy: readonly number[];
  /** Claims of the term that were not paid, 分. */
  readonly unpaid: Summary;
  /** Month index of the first simulated month. */
  readonly firstMonth: number;
  /** Balance at the end of each simulated month, 分, one entry a month. */
  readonly balance: readonly Summary[];
}

/** One year of a fund (section 6), 分. */
export interface SimulatedFundYear {
  readonly year: number;
  /** Recorded contributions. */
  readonly drawn: Fen;
  /** Contributions that the pace plans for the year. */
  readonly planned: Fen;
  /** Size of the fund less all contributions up to the year, not below 0. */
  readonly remaining: Fen;
  readonly distributions: Summary;
  /** Net asset value at the end of the year. */
  readonly value: Summary;
  /** Contributions less distributions up to the year less value, not below 0. */
  readonly loss: Summary;
}

/** A fund over all trials; equity, in no other figure. */
export interface SimulatedFund {
  readonly measure: number;
  readonly size: Fen;
  /** From the first contribution until everything is distributed; empty where nothing is ever contributed. */
  readonly years: readonly SimulatedFundYear[];
  /** First year by whose end all of the fund is contributed; null if it never is. */
  readonly fullyDrawn: number | null;
}

/** Payments after the term whose triggers arose in one year, over all trials, 分. */
export interface TailVintage {
  /** Year of the triggers. */
  readonly arisen: number;
  /** By budget year of the payments, in rising order. */
  readonly byYear: ReadonlyMap<number, Summary>;
  /** By index into `policy.measures`. */
  readonly byMeasure: ReadonlyMap<number, Summary>;
  readonly total: Summary;
}

/** The term's total over the first trials alone, 分, and how sure it is. */
export interface ConvergencePoint extends Pick<Summary, "mean" | "se" | "p95" | "p95low" | "p95high"> {
  readonly trials: number;
}

/** What the simulation of a scenario comes to (section 8). */
export interface SimulatedFigures {
  readonly seed: number;
  /** Trials that these figures are over: the first so many of the run. */
  readonly trials: number;
  /** One a measure, in the policy's order; a fund's line is 0. */
  readonly measures: readonly SimulatedLine[];
  readonly departments: ReadonlyMap<string, SimulatedLine>;
  /** Subsidies: all lines but the fund. */
  readonly total: SimulatedLine;
  readonly sorted: SortedTotals;
  /** Subsidies of the term in the order of the trials, 分: what paired differences are taken of. */
  readonly termByTrial: Float64Array;
  readonly diversification: Diversification;
  /** The tail of the total by the year in which its triggers arose, in rising order. */
  readonly tail: readonly TailVintage[];
  /**
   * What binds the simulated triggers of each measure, planning basis: sums over all trials, by limit. Triggers without
   * an amount, and envelopes without an enterprise, are in none.
   */
  readonly bounds: readonly ReadonlyMap<BindName, SummedBound>[];
  readonly pools: readonly SimulatedPool[];
  readonly funds: readonly SimulatedFund[];
  readonly convergence: readonly ConvergencePoint[];
}

import type { Fen } from "../money/money.ts";
import { isSomething, trialBases } from "./block-record.ts";
import { exceedanceCurve, type ExceedanceCurve } from "./exceedance.ts";
import type { Share } from "./line-shares.ts";
import type { LineExceedance, SimulatedLine, Spread } from "./simulated-figures.ts";
import type { Summariser, Summary } from "./summary.ts";
import type { TrialCollector } from "./trial-collector.ts";

/** The trials that figures are taken of. */
export interface TrialFrame {
  readonly collected: TrialCollector;
  /** Measures of the policy. */
  readonly measures: number;
  /** The first so many trials of the run. */
  readonly trials: number;
  /** Last budget year of the term; later ones are the tail. */
  readonly lastYear: number;
  readonly summariser: Summariser;
}

/** Hears the planning amounts of every trial; the arrays are used again afterwards. */
export interface Watch {
  readonly year?: (year: number, amounts: Float64Array) => void;
  readonly term?: (amounts: Float64Array) => void;
}

/** One line over all trials: its shares of measures, summed in every trial before anything is summarised. */
export const lineFigures = (frame: TrialFrame, shares: readonly Share[], watch: Watch = {}): SimulatedLine => ({
  ...spreadOf(frame, shares, "planning", watch),
  ceiling: spreadOf(frame, shares, "statutory", {}),
  unverifiedMean: meansOf(frame, shares),
  overBudget: new Map(),
  overBudgets: null,
});

/**
 * A line that can have a budget, with its chances of passing it and its exceedance curves.
 * @param budgets 分 by year
 */
export function budgetedLine(
  frame: TrialFrame,
  shares: readonly Share[],
  budgets: ReadonlyMap<number, Fen>,
  watch: Watch = {},
): SimulatedLine & { readonly exceedance: LineExceedance } {
  const { trials, lastYear } = frame;
  const overBudget = new Map<number, number>();
  const byYear = new Map<number, ExceedanceCurve>();
  const budgeted = { amounts: new Float64Array(trials), budget: 0 };
  let term = new Float64Array(trials);
  const line = lineFigures(frame, shares, {
    year: (year, amounts) => {
      byYear.set(year, exceedanceCurve(amounts.slice().sort()));
      const budget = budgets.get(year);
      if (budget !== undefined) {
        overBudget.set(year, shareOver(amounts, budget));
        if (year <= lastYear) {
          addTo(budgeted.amounts, amounts);
          budgeted.budget += budget;
        }
      }
      watch.year?.(year, amounts);
    },
    term: (amounts) => {
      term = amounts.slice().sort();
      watch.term?.(amounts);
    },
  });
  const hasBudgets = [...overBudget.keys()].some((year) => year <= lastYear);
  const overBudgets = hasBudgets ? shareOver(budgeted.amounts, budgeted.budget) : null;
  return { ...line, overBudget, overBudgets, exceedance: { byYear, term: exceedanceCurve(term) } };
}

const shareOver = (amounts: Float64Array, budget: Fen): number =>
  amounts.filter((amount) => amount > budget).length / amounts.length;

function spreadOf(
  frame: TrialFrame,
  shares: readonly Share[],
  basis: (typeof trialBases)[number],
  watch: Watch,
): Spread {
  const { collected, trials, lastYear, summariser } = frame;
  const byYear = new Map<number, Summary>();
  const sums = { term: new Float64Array(trials), tail: new Float64Array(trials) };
  const amounts = new Float64Array(trials);
  const nothing = summariser.summarise(sums.term);
  for (let slot = 0; slot < collected.years.count; slot++) {
    const year = collected.years.first + slot;
    const some = gather(frame, shares, basis, slot, amounts);
    if (some || year <= lastYear) {
      byYear.set(year, some ? summariser.summarise(amounts) : nothing);
      watch.year?.(year, amounts);
    }
    if (some) addTo(year <= lastYear ? sums.term : sums.tail, amounts);
  }
  watch.term?.(sums.term);
  return { byYear, term: summariser.summarise(sums.term), tail: summariser.summarise(sums.tail) };
}

/** Whole amounts of a year, trial by trial, into `amounts`; tells whether there are any. @param slot year − first year */
export function gather(
  { collected, measures, trials }: Pick<TrialFrame, "collected" | "measures" | "trials">,
  shares: readonly Share[],
  basis: (typeof trialBases)[number],
  slot: number,
  amounts: Float64Array,
): boolean {
  const place = trialBases.indexOf(basis);
  const { count } = collected.years;
  amounts.fill(shares.reduce((sum, { recorded }) => sum + (recorded[place * count + slot] ?? 0), 0));
  for (const { measure, part } of shares) {
    const column = collected.columns.get((place * measures + measure) * count + slot);
    if (!column) continue;
    for (let trial = 0; trial < trials; trial++) {
      amounts[trial] = (amounts[trial] ?? 0) + part(column[trial] ?? 0);
    }
  }
  return amounts.some(isSomething);
}

function addTo(sums: Float64Array, amounts: Float64Array): void {
  for (let trial = 0; trial < sums.length; trial++) sums[trial] = (sums[trial] ?? 0) + (amounts[trial] ?? 0);
}

function meansOf(frame: TrialFrame, shares: readonly Share[]): Map<number, number> {
  const { collected, trials } = frame;
  const means = new Map<number, number>();
  const amounts = new Float64Array(trials);
  for (let slot = 0; slot < collected.years.count; slot++) {
    if (!gather(frame, shares, "unverified", slot, amounts)) continue;
    means.set(collected.years.first + slot, amounts.reduce((sum, amount) => sum + amount, 0) / trials);
  }
  return means;
}

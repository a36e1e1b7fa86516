import { pairedDifference, type PairedDifference } from "./paired-difference.ts";
import type { SimulatedFigures } from "./simulated-figures.ts";
import type { Summary } from "./summary.ts";

/** What a stress case comes to over the same trials as the scenario without it. */
export interface StressOutcome {
  /** Undefined: the scenario itself. */
  readonly id: string | undefined;
  /** Subsidies of the term, 分. */
  readonly term: Summary;
  /** What the case moves, trial by trial, 分. */
  readonly difference: PairedDifference;
  /** P(the pool runs dry within the term), one a pool. */
  readonly exhaustion: readonly number[];
}

/** Stress cases of one scenario on the same trials, the scenario itself first. Plain data. */
export interface StressRun {
  readonly trials: number;
  readonly seed: number;
  readonly outcomes: readonly StressOutcome[];
}

/** @param base the scenario without the case, over the same trials */
export const stressOutcome = (
  id: string | undefined,
  figures: SimulatedFigures,
  base: SimulatedFigures,
): StressOutcome => ({
  id,
  term: figures.total.term,
  difference: pairedDifference(figures.termByTrial, base.termByTrial),
  exhaustion: figures.pools.map(({ exhaustionProbability }) => exhaustionProbability),
});

/** Interval of 95 % for a mean difference: ±1.96 standard errors. */
export const intervalOf = ({ mean, se }: PairedDifference): { readonly low: number; readonly high: number } => ({
  low: mean - 1.96 * se,
  high: mean + 1.96 * se,
});

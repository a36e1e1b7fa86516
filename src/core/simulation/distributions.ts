import { exp, log, log1p, logOfShare } from "./elementary.ts";
import { normalQuantile } from "./normal.ts";
import type { RandomStream } from "./random-stream.ts";

/** Exponential with mean 1; at most 36.8, the value at the smallest uniform draw. */
export const exponential = (stream: RandomStream): number => -logOfShare(stream.uniform());

/** The next exponential draws; see `exponential`. */
export function exponentials(stream: RandomStream, draws: Float64Array): void {
  for (let at = 0; at < draws.length; at++) draws[at] = exponential(stream);
}

/** Standard normal. */
export const normal = (stream: RandomStream): number => normalQuantile(stream.uniform());

/** True with the given chance. */
export const happens = (stream: RandomStream, chance: number): boolean => stream.uniform() < chance;

/** A whole number from `first` to `last`, each equally likely. */
export const wholeNumber = (stream: RandomStream, first: number, last: number): number =>
  first + Math.floor(stream.uniform() * (last - first + 1));

/** A lognormal quantity: e^(location + sigma·Z). */
export interface Lognormal {
  readonly location: number;
  readonly sigma: number;
}

/** Lognormal of this mean (not median) and standard deviation of the logarithm. */
export const lognormalOfMean = (mean: number, sigma: number): Lognormal => ({
  location: log(mean) - (sigma * sigma) / 2,
  sigma,
});

/** Lognormal of this median and standard deviation of the logarithm. */
export const lognormalOfMedian = (median: number, sigma: number): Lognormal => ({ location: log(median), sigma });

/** Lognormal of this mean and standard deviation of the quantity itself. */
export const lognormalOfDeviation = (mean: number, deviation: number): Lognormal =>
  lognormalOfMean(mean, Math.sqrt(log1p((deviation * deviation) / (mean * mean))));

/** The quantity at a standard normal value: draw with `normal(stream)`, or build the value from common factors. */
export const lognormalAt = ({ location, sigma }: Lognormal, standardNormal: number): number =>
  exp(location + sigma * standardNormal);

/**
 * Trials until the next success, less one, for a success chance `p` a trial (0 < p < 1), given −1/ln(1−p) as `scale`:
 * ⌊E·scale⌋ with E exponential has P(≥ k) = (1−p)^k exactly.
 */
export const geometricSkip = (stream: RandomStream, scale: number): number => Math.floor(exponential(stream) * scale);

/** The `scale` of `geometricSkip`: 0 for p = 1 (every trial), Infinity for p = 0 (none). */
export const skipScale = (p: number): number => (p > 0 ? -1 / log1p(-p) : Infinity);

/**
 * Walks along `trials` trials and reports each one in which an event of chance `p` happens, in rising order: costs one
 * exponential draw an event, not one a trial.
 * @throws RangeError if p is not in [0, 1]
 */
export function eachSuccess(stream: RandomStream, p: number, trials: number, report: (trial: number) => void): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a chance lies in 0 to 1, found ${p}`);
  if (p === 0) return;
  const scale = skipScale(p);
  for (let trial = geometricSkip(stream, scale); trial < trials; trial += 1 + geometricSkip(stream, scale)) {
    report(trial);
  }
}

/** Running sums of weights, for `choice`. @throws RangeError if a weight is negative or all are 0 */
export function cumulativeWeights(weights: readonly number[]): Float64Array {
  let sum = 0;
  const running = Float64Array.from(weights, (weight) => (sum += weight));
  if (!(sum > 0) || weights.some((weight) => !(weight >= 0))) {
    throw new RangeError(`weights are at least 0 and not all 0, found ${weights.join(", ")}`);
  }
  return running;
}

/** Index drawn in proportion to its weight; weights as running sums. */
export function choice(stream: RandomStream, running: Float64Array): number {
  const point = stream.uniform() * (running.at(-1) ?? Number.NaN);
  let low = 0;
  let high = running.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point < (running[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

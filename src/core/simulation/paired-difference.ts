/** What a change moves, trial by trial against the same trials without it; in the unit of the values. */
export interface PairedDifference {
  readonly mean: number;
  /** Standard error of the mean; exactly 0 where the change moves nothing in any trial. NaN for a single trial. */
  readonly se: number;
}

/**
 * Mean of the differences of pairs, and its standard error: chance that both share (common random numbers) drops out.
 * @param changed one value a trial
 * @param base the same trials, in the same order
 * @throws RangeError if there is no trial, or the numbers of trials differ
 */
export function pairedDifference(changed: Float64Array, base: Float64Array): PairedDifference {
  const trials = base.length;
  if (trials === 0 || changed.length !== trials) {
    throw new RangeError(`pairs need the same trials on both sides, found ${changed.length} and ${trials}`);
  }
  const differences = changed.map((value, trial) => value - (base[trial] ?? Number.NaN));
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / trials;
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) * (difference - mean), 0);
  return { mean, se: Math.sqrt(squares / (trials - 1) / trials) };
}

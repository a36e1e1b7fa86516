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

/** Parts into which trials are divided for the interval of a quantile's difference. */
export const SECTIONS = 10;

/** Trials of a section below which its P95 would be little more than its largest value. */
const LEAST_SECTION = 40;

/** 97.5 % quantile of Student's t with SECTIONS − 1 degrees of freedom. */
const T_OF_SECTIONS = 2.262157;

/**
 * What a change moves a quantile (PERCENTILE.INC) by, and the half width of an interval of 95 % about it, by sectioning: the same
 * difference within each of ten runs of consecutive trials, and Student's t of their departures from that of all trials
 * (Asmussen & Glynn 2007, Stochastic Simulation, III.5; Nakayama 2014, ACM TOMACS 24(4), for quantiles of trials that
 * share random numbers). Exactly 0 and 0 where the change moves nothing.
 * @param share 0 to 1
 * @returns half width NaN for fewer than 400 trials @throws RangeError as {@link pairedDifference}
 */
export function quantileDifference(
  changed: Float64Array,
  base: Float64Array,
  share: number,
): { readonly difference: number; readonly halfWidth: number } {
  const trials = base.length;
  if (trials === 0 || changed.length !== trials) {
    throw new RangeError(`pairs need the same trials on both sides, found ${changed.length} and ${trials}`);
  }
  const differenceIn = (from: number, to: number): number =>
    quantileOf(changed.slice(from, to), share) - quantileOf(base.slice(from, to), share);
  const difference = differenceIn(0, trials);
  const length = Math.floor(trials / SECTIONS);
  if (length < LEAST_SECTION) return { difference, halfWidth: Number.NaN };
  let squares = 0;
  for (let section = 0; section < SECTIONS; section++) {
    const departure = differenceIn(section * length, (section + 1) * length) - difference;
    squares += departure * departure;
  }
  return { difference, halfWidth: T_OF_SECTIONS * Math.sqrt(squares / (SECTIONS - 1) / SECTIONS) };
}

/** PERCENTILE.INC of values, which it sorts. */
function quantileOf(values: Float64Array, share: number): number {
  values.sort();
  const position = (values.length - 1) * share;
  const rank = Math.floor(position);
  const below = values[rank] ?? Number.NaN;
  const above = values[Math.min(rank + 1, values.length - 1)] ?? Number.NaN;
  return below + (position - rank) * (above - below);
}

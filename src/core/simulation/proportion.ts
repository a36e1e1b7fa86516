/** How sure a share of trials is; shares 0 to 1. */
export interface Proportion {
  readonly share: number;
  /** Standard error √(p(1−p)/n). */
  readonly se: number;
  /** Interval of 95 % (Wilson 1927, doi:10.1080/01621459.1927.10502953): within 0 and 1, and honest at both ends. */
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

/**
 * A probability estimated by a share of trials.
 * @param share 0 to 1
 * @throws RangeError for a share out of range, or no trial
 */
export function proportion(share: number, trials: number): Proportion {
  if (!(share >= 0 && share <= 1 && trials >= 1)) {
    throw new RangeError(`expected a share from 0 to 1 of at least 1 trial, found ${share} of ${trials}`);
  }
  const weight = (Z * Z) / trials;
  const middle = (share + weight / 2) / (1 + weight);
  const half = Math.sqrt(weight * share * (1 - share) + (weight * weight) / 4) / (1 + weight);
  return {
    share,
    se: Math.sqrt((share * (1 - share)) / trials),
    low: share === 0 ? 0 : Math.max(0, middle - half),
    high: share === 1 ? 1 : Math.min(1, middle + half),
  };
}

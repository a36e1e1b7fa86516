/** P(amount > x) over all trials, one entry a point. */
export interface ExceedanceCurve {
  /** 分, in rising order: the least amount, the greatest, and some between. */
  readonly amounts: Float64Array;
  /** Share of trials above the amount; 0 at the greatest. */
  readonly above: Float64Array;
}

/** Points of a curve: more could not be told apart on a screen. */
const MOST_POINTS = 250;

/**
 * The curve of a quantity over all trials. Every point is exact: a trial's own amount, and the share of all above it.
 * @param sorted 分 in rising order, one entry a trial, at least one
 */
export function exceedanceCurve(sorted: Float64Array): ExceedanceCurve {
  const last = sorted.length - 1;
  const isConstant = sorted[0] === sorted[last];
  const points = isConstant ? 1 : Math.min(MOST_POINTS, sorted.length);
  const ranks = Int32Array.from({ length: points }, (_, point) => Math.round((point * last) / Math.max(1, points - 1)));
  const amounts = Float64Array.from(ranks, (rank) => sorted[rank] ?? 0);
  return { amounts, above: amounts.map((amount) => shareAbove(sorted, amount)) };
}

/** Share of trials above an amount. @param sorted in rising order */
function shareAbove(sorted: Float64Array, amount: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > amount) high = middle;
    else low = middle + 1;
  }
  return (sorted.length - low) / sorted.length;
}

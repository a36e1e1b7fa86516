/** What is reported of one cell over all trials (section 8); amounts in the unit of the values. */
export interface Summary {
  readonly mean: number;
  /** STDEV.S; NaN for a single trial. */
  readonly sd: number;
  /** Standard error of the mean. */
  readonly se: number;
  /** PERCENTILE.INC, as the other quantiles. */
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  /** Mean of the ⌈0.05 n⌉ largest values. */
  readonly tvar95: number;
  /** Order statistics ⌊0.95n − 1.96√(0.0475n)⌋ and ⌈0.95n + 1.96√(0.0475n)⌉, within 1 and n: an interval for P95. */
  readonly p95low: number;
  readonly p95high: number;
}

const shares = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

/** Ranks from 0 of n values in rising order that the figures are read from. */
interface Ranks {
  readonly all: readonly number[];
  /** First of the ⌈0.05 n⌉ largest. */
  readonly tail: number;
  readonly low: number;
  readonly high: number;
}

function ranksOf(count: number): Ranks {
  const margin = 1.96 * Math.sqrt(0.0475 * count);
  const low = Math.max(1, Math.floor(0.95 * count - margin)) - 1;
  const high = Math.min(count, Math.ceil(0.95 * count + margin)) - 1;
  const tail = count - Math.ceil(count / 20);
  const around = Object.values(shares).flatMap((share) => {
    const rank = Math.floor((count - 1) * share);
    return [rank, Math.min(rank + 1, count - 1)];
  });
  return { all: [...around, low, high, tail], tail, low, high };
}

/** Buckets of the histogram: few enough for their counts to stay in the nearest cache. */
const BUCKETS = 2048;

/** Exact figures of cells with the same number of trials; keeps its work space from one cell to the next. */
export class Summariser {
  private readonly ranks: Ranks;
  private readonly bucketOf: Uint16Array;
  private readonly starts = new Int32Array(BUCKETS + 1);
  /** By bucket: where its next value goes, −1 where none is wanted. */
  private readonly cursors = new Int32Array(BUCKETS);
  private readonly placed: Float64Array;

  /** @throws RangeError if there is no trial */
  constructor(private readonly trials: number) {
    if (!(Number.isSafeInteger(trials) && trials > 0)) throw new RangeError(`a summary needs a trial, found ${trials}`);
    this.ranks = ranksOf(trials);
    this.bucketOf = new Uint16Array(trials);
    this.placed = new Float64Array(trials);
  }

  /**
   * @param values one finite number a trial, in any order; left as they are
   * @throws RangeError if the number of values is not the number of trials, or one is not finite
   */
  summarise(values: Float64Array): Summary {
    const { trials, ranks, placed } = this;
    if (values.length !== trials) throw new RangeError(`expected ${trials} values, found ${values.length}`);
    const { low, high, mean } = extent(values);
    const sd = Math.sqrt(this.countBuckets(values, low, high, mean) / (trials - 1));
    this.sortWanted(values);
    return {
      mean,
      sd,
      se: sd / Math.sqrt(trials),
      p5: this.quantile(shares.p5),
      p25: this.quantile(shares.p25),
      p50: this.quantile(shares.p50),
      p75: this.quantile(shares.p75),
      p90: this.quantile(shares.p90),
      p95: this.quantile(shares.p95),
      p99: this.quantile(shares.p99),
      tvar95: sumOf(placed.subarray(ranks.tail)) / (trials - ranks.tail),
      p95low: placed[ranks.low] ?? Number.NaN,
      p95high: placed[ranks.high] ?? Number.NaN,
    };
  }

  private quantile(share: number): number {
    const position = (this.trials - 1) * share;
    const rank = Math.floor(position);
    const below = this.placed[rank] ?? Number.NaN;
    const above = this.placed[Math.min(rank + 1, this.trials - 1)] ?? Number.NaN;
    return below + (position - rank) * (above - below);
  }

  /**
   * Notes each value's bucket, and the rank at which each bucket starts.
   * @returns sum of the squared deviations from the mean, which waits for nothing that the buckets wait for
   */
  private countBuckets(values: Float64Array, low: number, high: number, mean: number): number {
    const { bucketOf, starts } = this;
    const perUnit = high > low ? 1 / (high - low) : 0;
    let squares = 0;
    starts.fill(0);
    for (let trial = 0; trial < values.length; trial++) {
      const value = values[trial] ?? 0;
      const deviation = value - mean;
      squares += deviation * deviation;
      // by the fourth root: amounts are skewed, and equal widths would put nearly all into the first buckets
      const bucket = (Math.sqrt(Math.sqrt((value - low) * perUnit)) * (BUCKETS - 1)) | 0;
      bucketOf[trial] = bucket;
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
    let before = 0;
    for (let bucket = 1; bucket <= BUCKETS; bucket++) starts[bucket] = before += starts[bucket] ?? 0;
    return squares;
  }

  /**
   * Puts into `placed` the right value at every wanted rank, and the largest values from the tail's rank on: values go
   * to buckets by size, and only buckets that hold a wanted rank are sorted.
   */
  private sortWanted(values: Float64Array): void {
    const { bucketOf, placed, cursors, starts, ranks } = this;
    const wanted: number[] = [];
    cursors.fill(-1);
    for (const rank of ranks.all) {
      const bucket = this.bucketAt(rank);
      if (cursors[bucket] !== -1) continue;
      cursors[bucket] = starts[bucket] ?? 0;
      wanted.push(bucket);
    }
    for (let bucket = this.bucketAt(ranks.tail); bucket < BUCKETS; bucket++) cursors[bucket] = starts[bucket] ?? 0;
    for (let trial = 0; trial < values.length; trial++) {
      const bucket = bucketOf[trial] ?? 0;
      const cursor = cursors[bucket] ?? -1;
      if (cursor < 0) continue;
      placed[cursor] = values[trial] ?? 0;
      cursors[bucket] = cursor + 1;
    }
    for (const bucket of wanted) sortPart(placed, starts[bucket] ?? 0, starts[bucket + 1] ?? 0);
  }

  /** The bucket that holds the value of a rank: the last that starts at or before it. */
  private bucketAt(rank: number): number {
    let low = 0;
    let high = BUCKETS - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= rank) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Exact figures of one cell; see `Summariser` for many. */
export const summarise = (values: Float64Array): Summary => new Summariser(values.length).summarise(values);

function extent(values: Float64Array): { low: number; high: number; mean: number } {
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  for (let trial = 0; trial < values.length; trial++) {
    const value = values[trial] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value;
  }
  if (!Number.isFinite(sum)) throw new RangeError("a value to be summarised is not finite");
  return { low, high, mean: sum / values.length };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0;
  return sum;
}

/** So few values are sooner put in order one by one. */
const FEW = 32;

/** Sorts the values from one place to before another; many equal ones (the zeros of a rare event) need no sorting. */
function sortPart(values: Float64Array, from: number, end: number): void {
  for (let index = from + 1; index < end; index++) {
    const value = values[index] ?? 0;
    if (!((values[index - 1] ?? 0) > value)) continue;
    if (end - from > FEW) {
      values.subarray(from, end).sort();
      return;
    }
    let place = index;
    for (; place > from && (values[place - 1] ?? 0) > value; place--) values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}

import { Series } from "danfojs/base";
import { MOST_VALUES } from "./most-values.ts";

/** Statistics of one column, in the unit of its values. */
export interface Description {
  readonly count: number;
  readonly mean: number;
  /** Of a sample, as STDEV.S; NaN for a single value. */
  readonly standardDeviation: number;
  readonly minimum: number;
  /** As QUARTILE.INC. */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
}

/** As PERCENTILE.INC; danfojs has none. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}

function describe(values: Float64Array): Description | undefined {
  if (values.length === 0) return undefined;
  if (values.length > MOST_VALUES) throw new RangeError(`at most ${MOST_VALUES} values, found ${values.length}`);
  if (!values.every(Number.isFinite)) throw new RangeError("a column to be described must hold finite numbers only");
  const series = new Series(Array.from(values), { dtypes: ["float32"] });
  const sorted = values.toSorted();
  return {
    count: series.count(),
    mean: series.mean(),
    standardDeviation: values.length > 1 ? series.std() : Number.NaN,
    minimum: series.min(),
    lowerQuartile: quantile(sorted, 0.25),
    median: series.median(),
    upperQuartile: quantile(sorted, 0.75),
    maximum: series.max(),
  };
}

/**
 * Describes columns with danfojs, to look at a roster; no reported figure comes from here. One entry a column,
 * undefined for a column without values.
 * @throws RangeError for a value that is not finite, or more than `MOST_VALUES` of them
 */
export const describeColumns = (columns: readonly Float64Array[]): (Description | undefined)[] => columns.map(describe);

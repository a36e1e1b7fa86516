import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeColumns } from "../../src/analysis/describe-columns.ts";
import { MOST_VALUES } from "../../src/analysis/most-values.ts";

const fen = fc.integer({ min: -1e15, max: 1e15 });

/** Statistics by exact whole numbers where they are whole, and by the textbook's sums where they are not. */
function byHand(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const quartile = (quarter: number): number => {
    const place = (quarter * (sorted.length - 1)) / 4;
    const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
    return low * (1 - (place % 1)) + high * (place % 1);
  };
  const mean = Number(values.reduce((sum, value) => sum + BigInt(value), 0n)) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    count: values.length,
    mean,
    standardDeviation: Math.sqrt(squares / (values.length - 1)),
    minimum: sorted[0],
    lowerQuartile: quartile(1),
    median: quartile(2),
    upperQuartile: quartile(3),
    maximum: sorted[sorted.length - 1],
  };
}

describe("descriptive statistics by danfojs", () => {
  it("agree with the same statistics computed by hand, whatever whole amounts there are", () => {
    fc.assert(
      fc.property(fc.array(fen, { minLength: 2, maxLength: 200 }), (values) => {
        const [described] = describeColumns([Float64Array.from(values)]);
        const scale = Math.max(...values.map(Math.abs), 1);
        for (const [name, expected] of Object.entries(byHand(values))) {
          const found = described?.[name as keyof typeof described] ?? NaN;
          expect(Math.abs(found - (expected ?? NaN)) / scale, name).toBeLessThan(1e-12);
        }
      }),
      { seed: 71, numRuns: 300 },
    );
  });

  it("are those of a column worked on paper", () => {
    // 2, 4, 4, 5, 10: sum 25, squares about 5: 9 + 1 + 1 + 0 + 25 = 36, 36 ÷ 4 = 9
    expect(describeColumns([Float64Array.of(10, 4, 2, 5, 4)])).toEqual([
      {
        count: 5,
        mean: 5,
        standardDeviation: 3,
        minimum: 2,
        lowerQuartile: 4,
        median: 4,
        upperQuartile: 5,
        maximum: 10,
      },
    ]);
  });

  it("tell nothing of an empty column and no deviation of one value", () => {
    const [empty, single] = describeColumns([new Float64Array(), Float64Array.of(7)]);
    expect(empty).toBeUndefined();
    expect(single).toMatchObject({ count: 1, mean: 7, median: 7, standardDeviation: NaN });
  });

  it("refuse what danfojs answers wrongly or slowly", () => {
    expect(() => describeColumns([Float64Array.of(1, NaN)])).toThrow(/finite/);
    expect(() => describeColumns([new Float64Array(MOST_VALUES + 1)])).toThrow(/at most 50000 values, found 50001/);
  });
});

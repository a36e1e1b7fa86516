import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lognormalAt, normal } from "../../../src/core/simulation/distributions.ts";
import { keyHash } from "../../../src/core/simulation/key-hash.ts";
import { streamOf } from "../../../src/core/simulation/random-stream.ts";
import { Summariser, summarise, type Summary } from "../../../src/core/simulation/summary.ts";

/** The definitions of section 8, over all values sorted. */
function naiveSummary(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  const at = (rank: number): number => sorted[Math.min(Math.max(rank, 0), count - 1)] ?? Number.NaN;
  const inc = (share: number): number => {
    const position = (count - 1) * share;
    const rank = Math.floor(position);
    return at(rank) + (position - rank) * (at(rank + 1) - at(rank));
  };
  const total = (part: readonly number[]): number => part.reduce((sum, value) => sum + value, 0);
  const mean = total(values) / count;
  const sd = Math.sqrt(total(values.map((value) => (value - mean) ** 2)) / (count - 1));
  const margin = 1.96 * Math.sqrt(0.0475 * count);
  const largest = sorted.slice(count - Math.ceil(0.05 * count));
  return {
    ...{ mean, sd, se: sd / Math.sqrt(count), tvar95: total(largest) / largest.length },
    ...{ p5: inc(0.05), p25: inc(0.25), p50: inc(0.5), p75: inc(0.75), p90: inc(0.9), p95: inc(0.95), p99: inc(0.99) },
    ...{ p95low: at(Math.floor(0.95 * count - margin) - 1), p95high: at(Math.ceil(0.95 * count + margin) - 1) },
  };
}

function agrees(values: readonly number[]): void {
  expect(summarise(Float64Array.from(values))).toEqual(naiveSummary(values));
}

describe("the summary of a cell", () => {
  it("is what the definitions give, to the bit, for whole 分 with ties", () => {
    const amounts = [fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 10 ** 12 }), fc.constant(0)];
    fc.assert(fc.property(fc.array(fc.oneof(...amounts), { minLength: 1, maxLength: 300 }), agrees), {
      seed: 31,
      numRuns: 500,
    });
  });

  it("is what the definitions give for 10,000 trials of every shape", () => {
    const stream = streamOf(8, keyHash("汇总"), keyHash(""));
    const shapes: Record<string, () => number> = {
      skewed: () => Math.round(lognormalAt({ location: 15, sigma: 2.5 }, normal(stream))),
      even: () => Math.floor(stream.uniform() * 1e9),
      rare: () => (stream.uniform() < 0.97 ? 0 : Math.floor(stream.uniform() * 1e9)),
      two: () => (stream.uniform() < 0.95 ? 0 : 30_000_000),
      signed: () => Math.round(normal(stream) * 1e8),
      same: () => 123,
    };
    for (const shape of Object.values(shapes)) agrees(Array.from({ length: 10_000 }, shape));
  });

  it("is Excel's for a column worked there", () => {
    const { mean, sd, p25, p90, p95, tvar95 } = summarise(Float64Array.of(7, 1, 4, 4, 10));
    expect([mean, p25, p90, tvar95]).toEqual([5.2, 4, 8.8, 10]);
    expect(sd).toBeCloseTo(3.4205262752974, 12);
    expect(p95).toBeCloseTo(9.4, 12);
  });

  it("has the order statistics 9,457 and 9,543 of 10,000 as the interval of P95", () => {
    const { p95low, p95high, tvar95 } = summarise(Float64Array.from({ length: 10_000 }, (_, index) => 10_000 - index));
    expect([p95low, p95high, tvar95]).toEqual([9457, 9543, 9750.5]);
  });

  it("leaves the values alone and carries nothing over to the next cell", () => {
    const summariser = new Summariser(3);
    const values = Float64Array.of(3, 1, 2);
    summariser.summarise(Float64Array.of(9, 9, 1e9));
    expect(summariser.summarise(values)).toEqual(naiveSummary([3, 1, 2]));
    expect([...values]).toEqual([3, 1, 2]);
  });

  it("has no deviation over one trial, and refuses none, too few and what is not finite", () => {
    expect(summarise(Float64Array.of(5))).toMatchObject({ mean: 5, sd: Number.NaN, p95: 5, tvar95: 5 });
    expect(() => summarise(new Float64Array())).toThrow(/a summary needs a trial, found 0/);
    expect(() => new Summariser(3).summarise(Float64Array.of(1))).toThrow(/expected 3 values, found 1/);
    expect(() => summarise(Float64Array.of(1, Number.NaN))).toThrow(/not finite/);
    expect(() => summarise(Float64Array.of(1, Infinity))).toThrow(/not finite/);
  });
});

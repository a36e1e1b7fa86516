import { describe, expect, it } from "vitest";
import {
  choice,
  cumulativeWeights,
  eachSuccess,
  exponential,
  geometricSkip,
  happens,
  lognormalAt,
  lognormalOfDeviation,
  lognormalOfMean,
  lognormalOfMedian,
  normal,
  skipScale,
  wholeNumber,
} from "../../../src/core/simulation/distributions.ts";
import { keyHash } from "../../../src/core/simulation/key-hash.ts";
import { streamOf, type RandomStream } from "../../../src/core/simulation/random-stream.ts";
import { chiSquare, moments, tally } from "./moments.ts";

const stream = (name: string): RandomStream => streamOf(20230529, keyHash("分布"), keyHash(name));
const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
/** 99.9 % points of chi-square by degrees of freedom. */
const limit = { 4: 18.47, 6: 22.46, 12: 32.91 } as const;

describe("distributions", () => {
  it("draw exponentials of mean and variance 1, within 4 standard errors", () => {
    const source = stream("exponential");
    const { mean, variance } = moments(draws(200_000, () => exponential(source)));
    expect(Math.abs(mean - 1)).toBeLessThan(4 / Math.sqrt(200_000));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(8 / 200_000));
  });

  it("draw standard normals: moments and tail frequency within 4 standard errors", () => {
    const source = stream("normal");
    const values = draws(200_000, () => normal(source));
    const { mean, variance } = moments(values);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(200_000));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 200_000));
    const beyond = values.filter((value) => value > 1.6448536269514722).length;
    expect(Math.abs(beyond - 10_000)).toBeLessThan(4 * Math.sqrt(10_000 * 0.95));
  });

  it("draw lognormals of the mean, median and deviation that were asked for", () => {
    const source = stream("lognormal");
    const asked = lognormalOfDeviation(2_970_000, 1_500_000);
    const values = draws(200_000, () => lognormalAt(asked, normal(source)));
    const { mean, variance } = moments(values);
    expect(Math.abs(mean / 2_970_000 - 1)).toBeLessThan((4 * 1.5) / 2.97 / Math.sqrt(200_000));
    expect(Math.abs(Math.sqrt(variance) / 1_500_000 - 1)).toBeLessThan(0.02);
    expect(lognormalAt(lognormalOfMedian(500, 0.8), 0)).toBeCloseTo(500, 10);
    expect(lognormalOfMean(500, 0)).toEqual(lognormalOfMedian(500, 0));
    expect(lognormalOfMean(500, 0.8).location).toBeCloseTo(Math.log(500) - 0.32, 13);
  });

  it("skip failures as often as single draws would: chi-square against the geometric law", () => {
    const source = stream("skip");
    const p = 0.2;
    const counts = tally(
      draws(100_000, () => geometricSkip(source, skipScale(p))),
      11,
    );
    const chances = Array.from({ length: 12 }, (_, k) => p * (1 - p) ** k);
    expect(chiSquare(counts, chances)).toBeLessThan(limit[12]);
  });

  it("meet as many trials as the binomial says: chi-square over 20,000 repetitions of 50 trials", () => {
    const source = stream("binomial");
    const [p, trials] = [0.04, 50];
    const counts = draws(20_000, () => {
      let met = 0;
      eachSuccess(source, p, trials, () => met++);
      return met;
    });
    const chances = [(1 - p) ** trials];
    for (let k = 1; k <= 5; k++) chances.push(((chances[k - 1] ?? 0) * (trials - k + 1) * p) / (k * (1 - p)));
    expect(chiSquare(tally(counts, 5), chances)).toBeLessThan(limit[6]);
  });

  it("meet every trial equally often, also the first and the last", () => {
    const source = stream("places");
    const counts = new Array<number>(5).fill(0);
    for (let repetition = 0; repetition < 50_000; repetition++) {
      eachSuccess(source, 0.3, 5, (trial) => (counts[trial] = (counts[trial] ?? 0) + 1));
    }
    for (const count of counts) expect(Math.abs(count - 15_000)).toBeLessThan(4 * Math.sqrt(50_000 * 0.21));
  });

  it("meet none at chance 0, all at 1, and refuse other chances", () => {
    const met: number[] = [];
    eachSuccess(stream("never"), 0, 3, (trial) => met.push(trial));
    eachSuccess(stream("always"), 1, 3, (trial) => met.push(trial));
    expect(met).toEqual([0, 1, 2]);
    expect(() => eachSuccess(stream("refused"), 1.01, 3, () => undefined)).toThrow(/a chance lies in 0 to 1/);
  });

  it("choose by weight, and never what weighs nothing", () => {
    const source = stream("choice");
    const running = cumulativeWeights([1, 0, 2, 4, 3, 0]);
    const counts = tally(
      draws(100_000, () => choice(source, running)),
      4,
    );
    expect([counts[1], counts[5]]).toEqual([0, 0]);
    expect(
      chiSquare(
        [0, 2, 3, 4].map((cell) => counts[cell] ?? 0),
        [0.1, 0.2, 0.4],
      ),
    ).toBeLessThan(limit[4]);
    expect(() => cumulativeWeights([0, 0])).toThrow(/not all 0/);
    expect(() => cumulativeWeights([2, -1])).toThrow(/at least 0/);
  });

  it("draw whole numbers and truths evenly", () => {
    const source = stream("whole");
    const counts = tally(
      draws(60_000, () => wholeNumber(source, 6, 10) - 6),
      4,
    );
    expect(chiSquare(counts.slice(0, 5), [0.2, 0.2, 0.2, 0.2])).toBeLessThan(limit[4]);
    const passed = draws(60_000, () => happens(source, 0.7)).filter(Boolean).length;
    expect(Math.abs(passed - 42_000)).toBeLessThan(4 * Math.sqrt(60_000 * 0.21));
  });
});

import { describe, expect, it } from "vitest";
import { keyHash } from "../../../src/core/simulation/key-hash.ts";
import { poisson } from "../../../src/core/simulation/poisson.ts";
import { streamOf } from "../../../src/core/simulation/random-stream.ts";
import { chiSquare, moments, tally } from "./moments.ts";

const DRAWS = 100_000;
const drawn = (mean: number): number[] => {
  const stream = streamOf(7, keyHash("泊松"), keyHash(String(mean)));
  return Array.from({ length: DRAWS }, () => poisson(stream, mean));
};

/** 99.9 % point of chi-square (Wilson and Hilferty). */
const limit = (freedom: number): number => freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3;

describe("Poisson counts", () => {
  it.each([0.02, 0.7, 3, 9.99, 10, 11.5, 30, 150])("of mean %s follow their law", (mean) => {
    const chances = [Math.exp(-mean)];
    for (let k = 1; k < mean + 8 * Math.sqrt(mean) + 3; k++) chances.push(((chances[k - 1] ?? 0) * mean) / k);
    const counts = tally(drawn(mean), chances.length - 1);
    // cells that expect fewer than 20 draws are put together at either end
    const first = chances.findIndex((chance) => chance * DRAWS >= 20);
    const last = chances.findLastIndex((chance) => chance * DRAWS >= 20);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const grouped = (values: readonly number[]): number[] => [
      sum(values.slice(0, first + 1)),
      ...values.slice(first + 1, last),
    ];
    const observed = [...grouped(counts), sum(counts.slice(last))];
    expect(chiSquare(observed, grouped(chances))).toBeLessThan(limit(Math.max(1, last - first)));
  });

  it.each([1e4, 1e6])("of mean %s have it as mean and variance, within 4 standard errors", (wanted) => {
    const { mean, variance } = moments(drawn(wanted));
    expect(Math.abs(mean - wanted)).toBeLessThan(4 * Math.sqrt(wanted / DRAWS));
    expect(Math.abs(variance / wanted - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
  });

  it("of mean 0 are 0; a mean below 0 or not a number is refused", () => {
    const stream = streamOf(1, keyHash("泊松"), keyHash("0"));
    expect(poisson(stream, 0)).toBe(0);
    expect(() => poisson(stream, -1)).toThrow(/a Poisson mean lies in 0 to/);
    expect(() => poisson(stream, Number.NaN)).toThrow(/found NaN/);
  });
});

import { describe, expect, it } from "vitest";
import { pairedDifference, quantileDifference } from "../../../src/core/simulation/paired-difference.ts";

const base = new Float64Array([10, 40, 20, 90]);

it("is exactly 0 without any uncertainty where nothing moves", () => {
  expect(pairedDifference(base.slice(), base)).toEqual({ mean: 0, se: 0 });
});

it("takes the mean and the standard error of the differences, not of the two sides", () => {
  expect(pairedDifference(new Float64Array([11, 42, 21, 92]), base)).toEqual({
    mean: 1.5,
    se: Math.sqrt((4 * 0.25) / 3 / 4),
  });
});

it("refuses sides of different lengths and none at all", () => {
  expect(() => pairedDifference(base, base.subarray(1))).toThrow(RangeError);
  expect(() => pairedDifference(new Float64Array(), new Float64Array())).toThrow(RangeError);
});

/** Exponential values by a linear congruential generator (Knuth's MMIX): the quantile q of the law is −ln(1 − q). */
function exponentials(count: number, seed: number): Float64Array {
  let state = BigInt(seed);
  return Float64Array.from({ length: count }, () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return -Math.log((Number(state >> 11n) + 0.5) / 2 ** 53);
  });
}

describe("the difference of a quantile", () => {
  it("is exactly 0 without any width where nothing moves, in any order of the trials", () => {
    const values = exponentials(1000, 1);
    expect(quantileDifference(values.slice(), values, 0.95)).toEqual({ difference: 0, halfWidth: 0 });
  });

  it("is a shift without any width where every trial moves alike", () => {
    // 1 … 400 and 6 … 405: the median moves by 5 in all, and in each section of 40
    const trials = Float64Array.from({ length: 400 }, (_, trial) => trial + 1);
    const moved = trials.map((value) => value + 5);
    expect(quantileDifference(moved, trials, 0.5)).toEqual({ difference: 5, halfWidth: 0 });
  });

  it("has the width of Student's t over the ten sections, worked by hand", () => {
    // section s (0 … 9) holds the number 100 forty times, and 100 + s after the change: it moves by s.
    // all: 100 before; after, 40 each of 100 … 109: the median lies between ranks 199 and 200, 104 and 105: 4.5
    // departures from 4.5: ±4.5, ±3.5, … ±0.5; their squares sum to 82.5; √(82.5 / 9 / 10) = 0.957427…
    const before = new Float64Array(400).fill(100);
    const after = before.map((value, trial) => value + Math.floor(trial / 40));
    const { difference, halfWidth } = quantileDifference(after, before, 0.5);
    expect(difference).toBe(4.5);
    expect(halfWidth).toBeCloseTo(2.262157 * 0.9574271, 6);
  });

  it("covers what is true in about 95 of 100 runs", () => {
    const truth = 0.2 * Math.log(20);
    const covered = Array.from({ length: 300 }, (_, run) => {
      const values = exponentials(2000, 1000 + run);
      const changed = values.map((value) => 1.2 * value);
      const { difference, halfWidth } = quantileDifference(changed, values, 0.95);
      return Math.abs(difference - truth) <= halfWidth;
    }).filter(Boolean).length;
    expect(covered).toBeGreaterThan(0.9 * 300);
    expect(covered).toBeLessThan(300);
  });

  it("tells no width for fewer than 400 trials, and refuses sides that do not match", () => {
    expect(quantileDifference(exponentials(399, 1), exponentials(399, 2), 0.5).halfWidth).toBeNaN();
    expect(() => quantileDifference(base, base.subarray(1), 0.5)).toThrow(RangeError);
  });
});

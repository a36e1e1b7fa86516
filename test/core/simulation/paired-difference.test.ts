import { expect, it } from "vitest";
import { pairedDifference } from "../../../src/core/simulation/paired-difference.ts";

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

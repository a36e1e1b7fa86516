import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundToFen, yuanOf } from "../../../src/core/money/money.ts";
import { roundDown, roundHalf, roundUp } from "../../../src/core/formula/rounding.ts";

const seeded = { seed: 20_230_529, numRuns: 2000 };
const tenths = fc.integer({ min: -1e12, max: 1e12 });

describe("ROUND", () => {
  it.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [0.285, 2, 0.29],
    [-1.005, 2, -1.01],
    [1.0049999, 2, 1],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [0.4, 0, 0],
    [1234.5, -2, 1200],
    [1250, -2, 1300],
    [-1250, -2, -1300],
    [49, -2, 0],
    [50, -2, 100],
    [5, -2, 0],
    [0.1 + 0.2, 20, 0.1 + 0.2],
    [1.15, 1, 1.2],
    [1234567.891, 2.9, 1234567.89],
    [999.995, 2, 1000],
    [1e-9, 2, 0],
    [1e15, 2, 1e15],
  ])("of %d to %d digits is %d", (value, digits, rounded) => {
    expect(roundHalf(value, digits)).toBe(rounded);
  });

  it("keeps UNKNOWN and unset", () => {
    expect(roundHalf(Number.NaN, 2)).toBeNaN();
    expect(roundHalf(1, Number.NaN)).toBeNaN();
    expect(roundHalf(Number.POSITIVE_INFINITY, 2)).toBe(Number.POSITIVE_INFINITY);
  });

  it("to two digits is the rounding of money", () => {
    fc.assert(
      fc.property(tenths, fc.constantFrom(3, 4, 5), (whole, decimals) => {
        const value = Number(`${whole}e-${decimals}`);
        expect(roundHalf(value, 2)).toBe(yuanOf(roundToFen(value)));
      }),
      seeded,
    );
  });

  it("moves every exact decimal tie away from zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: -3, max: 5 }), (whole, digits) => {
        const tie = Number(`${whole}5e${-digits - 1}`);
        const up = Number(`${whole + 1}e${-digits}`);
        expect(roundHalf(tie, digits)).toBe(up);
        expect(roundHalf(-tie, digits)).toBe(-up);
      }),
      seeded,
    );
  });
});

describe("ROUNDUP and ROUNDDOWN", () => {
  it.each([
    [1.001, 2, 1.01, 1],
    [-1.001, 2, -1.01, -1],
    [2.3, 1, 2.3, 2.3],
    [1.1 * 1.1, 2, 1.21, 1.21],
    [0.1 + 0.2, 1, 0.3, 0.3],
    [1, -2, 100, 0],
    [1201, -2, 1300, 1200],
    [100, -2, 100, 100],
    [2.9, 0, 3, 2],
    [1e-9, 2, 0.01, 0],
  ])("of %d to %d digits are %d and %d", (value, digits, up, down) => {
    expect(roundUp(value, digits)).toBe(up);
    expect(roundDown(value, digits)).toBe(down);
  });

  it("enclose ROUND", () => {
    fc.assert(
      fc.property(tenths, fc.integer({ min: 0, max: 4 }), (whole, digits) => {
        const value = Math.abs(whole) / 1000;
        expect([roundUp(value, digits), roundDown(value, digits)]).toContain(roundHalf(value, digits));
      }),
      seeded,
    );
  });
});

import { describe, expect, it } from "vitest";
import { exp, expm1, log, log1p, logOfShare } from "../../../src/core/simulation/elementary.ts";
import { relativeError } from "./relative-error.ts";
import { exponentials, logs, smallExponentials, smallLogs } from "./reference-values.ts";

describe("elementary functions", () => {
  it.each(logs)("log(%s) is %s", (x, expected) => {
    expect(relativeError(log(x), expected)).toBeLessThan(1e-15);
  });
  it.each(exponentials)("exp(%s) is %s", (x, expected) => {
    if (expected < 2 ** -1022) expect(Math.abs(exp(x) - expected)).toBeLessThanOrEqual(2 ** -1074);
    else expect(relativeError(exp(x), expected)).toBeLessThan(1e-15);
  });
  it.each(smallLogs)("log1p(%s) is %s", (x, expected) => {
    expect(relativeError(log1p(x), expected)).toBeLessThan(1e-15);
  });
  it.each(smallExponentials)("expm1(%s) is %s", (x, expected) => {
    expect(relativeError(expm1(x), expected)).toBeLessThan(1e-15);
  });

  it("agrees with the platform to 2 units in the last place over a wide range", () => {
    for (let step = -7000; step <= 7000; step++) {
      const x = step / 10.1;
      expect(relativeError(exp(x), Math.exp(x))).toBeLessThan(4.5e-16);
      expect(Math.abs(log(exp(x)) - x)).toBeLessThan(2.3e-16 * Math.max(1, Math.abs(x)) + 3e-16);
    }
  });

  it("takes the values of the ends", () => {
    expect([log(0), log(1), log(Infinity)]).toEqual([-Infinity, 0, Infinity]);
    expect([exp(0), exp(-Infinity), exp(-800), exp(Infinity), exp(710)]).toEqual([1, 0, 0, Infinity, Infinity]);
    expect([log1p(0), log1p(-1), expm1(0), expm1(-Infinity)]).toEqual([0, -Infinity, 0, -1]);
    for (const value of [log(-1), log(Number.NaN), exp(Number.NaN), log1p(-2), expm1(Number.NaN)]) {
      expect(value).toBeNaN();
    }
  });

  it("rises where the pieces meet", () => {
    const step = 2 ** -40;
    for (const edge of [Math.SQRT1_2, Math.SQRT2, 1, 2, 4]) expect(log(edge + step)).toBeGreaterThan(log(edge - step));
    for (const edge of [-0.35, 0.35, Math.LN2 / 2]) {
      expect(expm1(edge + step)).toBeGreaterThan(expm1(edge - step));
      expect(exp(edge + step)).toBeGreaterThan(exp(edge - step));
    }
    for (const edge of [Math.SQRT1_2 - 1, Math.SQRT2 - 1]) {
      expect(log1p(edge + step)).toBeGreaterThan(log1p(edge - step));
    }
  });
});

describe("ln of a share", () => {
  it("has the bits of ln, about every power of 2 and its multiple by √2, and in between", () => {
    const around = Array.from({ length: 60 }, (_, power) => 2 / (2 ** 30 * 2 ** (power - 29))).flatMap((point) =>
      [point, point * Math.SQRT1_2].flatMap((x) => [x * (1 - 2 ** -53), x, x * (1 + 2 ** -52), x * 1.3]),
    );
    const between = Array.from({ length: 100_000 }, (_, at) => (at + 0.5) / 100_000);
    const shares = [...around, ...between, ...between.map((x) => x / 2 ** 20)].filter((x) => x > 0 && x < 1);
    expect(shares.length).toBeGreaterThan(200_000);
    expect(shares.filter((x) => !Object.is(logOfShare(x), log(x)))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/core/simulation/normal.ts";
import { probabilities, quantiles } from "./reference-values.ts";
import { relativeError } from "./relative-error.ts";

describe("the normal distribution", () => {
  it.each(probabilities)("Φ(%s) is %s", (x, expected) => {
    expect(relativeError(normalCdf(x), expected)).toBeLessThan(2e-15);
  });
  it.each(quantiles)("Φ⁻¹(%s) is %s", (p, expected) => {
    expect(relativeError(normalQuantile(p), expected)).toBeLessThan(2e-15);
  });

  it("has a quantile that undoes it", () => {
    for (let x = -8; x <= 4; x += 1 / 64) {
      expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(x > 0 ? 1e-11 : 4e-15 * (1 + Math.abs(x)));
    }
  });

  it("rises everywhere, also where its pieces meet", () => {
    const risesAt = (f: (x: number) => number, x: number, step: number): boolean => f(x - step) < f(x + step);
    for (let x = -37; x < 6; x += 1 / 128) expect(risesAt(normalCdf, x, 1e-5)).toBe(true);
    for (const edge of [-4 * Math.SQRT2, -0.67448975, 0, 0.67448975]) {
      expect(risesAt(normalCdf, edge, 1e-13)).toBe(true);
    }
    for (let p = 1 / 1024; p < 1; p += 1 / 1024) expect(risesAt(normalQuantile, p, 1e-9)).toBe(true);
    for (const edge of [1.3887943864964021e-11, 0.075, 0.5, 0.925]) {
      expect(risesAt(normalQuantile, edge, edge * 1e-14)).toBe(true);
    }
  });

  it("takes the values of the ends", () => {
    expect([normalCdf(-Infinity), normalCdf(-40), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0, 0.5, 1]);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    for (const value of [normalCdf(Number.NaN), normalQuantile(-0.1), normalQuantile(1.1)]) expect(value).toBeNaN();
  });
});

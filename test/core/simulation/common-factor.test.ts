import { describe, expect, it } from "vitest";
import { commonFactor, conditionalRate, monthlyHazard } from "../../../src/core/simulation/common-factor.ts";
import { keyHash } from "../../../src/core/simulation/key-hash.ts";
import { normalQuantile } from "../../../src/core/simulation/normal.ts";
import { moments } from "./moments.ts";

const macro = keyHash("宏观");
const product = (left: Float64Array, right: Float64Array): number[] =>
  [...left].map((value, trial) => value * (right[trial] ?? Number.NaN));

describe("a common factor", () => {
  it("is standard normal in every year and correlated by the coefficient's powers, within 4 standard errors", () => {
    const trials = 100_000;
    const path = commonFactor(5, macro, trials, 4, 0.3);
    const band = 4 / Math.sqrt(trials);
    for (const year of path) {
      const { mean, variance } = moments(year);
      expect(Math.abs(mean)).toBeLessThan(band);
      expect(Math.abs(variance - 1)).toBeLessThan(band * Math.SQRT2);
    }
    const [first = new Float64Array(), second = new Float64Array(), third = new Float64Array()] = path;
    expect(Math.abs(moments(product(first, second)).mean - 0.3)).toBeLessThan(band * 1.1);
    expect(Math.abs(moments(product(first, third)).mean - 0.09)).toBeLessThan(band * 1.1);
  });

  it("keeps its trials and years when there are more of them", () => {
    const short = commonFactor(5, macro, 100, 2, 0.3);
    const long = commonFactor(5, macro, 250, 4, 0.3);
    expect(long.slice(0, 2).map((year) => year.slice(0, 100))).toEqual(short);
    expect(commonFactor(5, keyHash("上市窗口"), 100, 2, 0.3)).not.toEqual(short);
  });
});

describe("a rate under a common factor", () => {
  // ∫ f(x) φ(x) dx by the trapezium rule, which converges faster than any power for such integrands
  const overFactor = (f: (x: number) => number): number => {
    let sum = 0;
    for (let step = -1920; step <= 1920; step++) {
      const x = step / 160;
      sum += (f(x) * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI) / 160;
    }
    return sum;
  };

  it.each([0.0001, 0.013, 0.08, 0.5, 0.97])("has the mean %s over the factor, whatever the correlation", (rate) => {
    for (const correlation of [0, 0.05, 0.12, 0.5]) {
      for (const sign of [1, -1] as const) {
        expect(Math.abs(overFactor(conditionalRate(rate, correlation, sign)) - rate)).toBeLessThan(1e-13);
      }
    }
  });

  it("follows its sign, and is the rate itself without correlation or chance", () => {
    expect(conditionalRate(0.013, 0.12, -1)(-2)).toBeGreaterThan(conditionalRate(0.013, 0.12, -1)(2));
    expect(conditionalRate(0.013, 0.12, 1)(-2)).toBe(conditionalRate(0.013, 0.12, -1)(2));
    expect(conditionalRate(0.013, 0, -1)(-3)).toBe(0.013);
    expect([conditionalRate(0, 0.12, 1)(3), conditionalRate(1, 0.12, 1)(-3)]).toEqual([0, 1]);
  });

  // percentage points of the default rate of a large portfolio (Vasicek): PD, ρ, level, rate as printed
  const vasicek = [
    [0.005, 0.1735, [1.88, 3.86, 7.82]],
    [0.01, 0.1528, [3.37, 6.18, 11.22]],
    [0.0128, 0.1433, [4.1, 7.21, 12.55]],
    [0.015, 0.1367, [4.64, 7.93, 13.44]],
    [0.02, 0.1241, [5.76, 9.36, 15.13]],
    [0.03, 0.1068, [7.76, 11.79, 17.84]],
    [0.05, 0.0899, [11.37, 16.03, 22.57]],
  ] as const;
  it.each(vasicek)("of PD %s and ρ %s has the known 95, 99 and 99.9 %% points", (rate, correlation, points) => {
    const given = conditionalRate(rate, correlation, -1);
    // ρ is printed with four digits, which moves the last printed digit of the rate by one at most
    [0.95, 0.99, 0.999].forEach((level, index) => {
      expect(Math.abs(100 * given(-normalQuantile(level)) - (points[index] ?? Number.NaN))).toBeLessThan(0.0101);
    });
  });
  it("of PD 1.5 % and ρ 0.12 has the known points to the printed digit", () => {
    const given = conditionalRate(0.015, 0.12, -1);
    const points = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999].map((level) => (100 * given(-normalQuantile(level))).toFixed(3));
    expect(points).toEqual(["1.035", "1.950", "3.288", "4.401", "7.294", "12.056"]);
  });

  it("is refused outside its range", () => {
    expect(() => conditionalRate(1.2, 0.1, 1)).toThrow(/a rate lies in 0 to 1, found 1.2/);
    expect(() => conditionalRate(0.1, 1, 1)).toThrow(/a correlation lies in 0 to 1/);
  });
});

describe("the monthly hazard", () => {
  it.each([0, 1e-12, 0.013, 0.3, 0.999, 1])("of a yearly %s makes it in twelve months", (annual) => {
    expect(1 - (1 - monthlyHazard(annual)) ** 12).toBeCloseTo(annual, 14);
  });
  it("keeps its relative accuracy for tiny rates", () => {
    expect(monthlyHazard(1.2e-13) * 12).toBeCloseTo(1.2e-13, 25);
  });
});

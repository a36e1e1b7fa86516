import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finished } from "../../../src/core/policy/steps.ts";
import { pairedLines, type PairedLines, type PairedSpread } from "../../../src/core/simulation/paired-lines.ts";
import type { SimulatedLine } from "../../../src/core/simulation/simulated-figures.ts";
import { scenarioOf } from "../policy/evaluate-rows.ts";
import { randomSheets } from "../policy/random-roster.ts";
import { collect, figuresOf, forecastRows, policy } from "./simulate-rows.ts";

const [sheets = {}] = fc.sample(randomSheets, { seed: 20230529, numRuns: 1 });
const trials = 500;

function runOf(values: Record<string, number>) {
  const run = forecastRows(sheets, scenarioOf({ values }));
  return { run, collected: collect(run, trials) };
}

const base = runOf({});
const changed = runOf({ "m05a.补助比例": 0.25, "m10.档次金额.国家级小巨人": 900_000 });
const differences = finished(pairedLines(changed, base, trials));
const none = finished(pairedLines(runOf({}), base, trials));

const spreadsOf = ({ measures, departments, total }: PairedLines): PairedSpread[] => [
  total,
  ...measures.values(),
  ...departments.values(),
];
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);

describe("paired differences of lines", () => {
  it("are exactly 0 in every line and year for a reform that changes nothing", () => {
    for (const { byYear, term, tail } of spreadsOf(none)) {
      for (const figures of [...byYear.values(), term, tail]) {
        expect(figures).toEqual({
          mean: 0,
          se: 0,
          p50: { value: 0, low: 0, high: 0 },
          p95: { value: 0, low: 0, high: 0 },
        });
      }
      expect([...byYear.keys()]).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
    }
  });

  it("are what the figures of both sides differ by: means, medians and P95, line by line and year by year", () => {
    const [now, then] = [figuresOf(changed.run, changed.collected), figuresOf(base.run, base.collected)];
    const check = (spread: PairedSpread | undefined, after?: SimulatedLine, before?: SimulatedLine): void => {
      const near = Math.max(1, after?.term.mean ?? 0) * 1e-9;
      for (const part of ["term", "tail"] as const) {
        const [paired, a, b] = [spread?.[part], after?.[part], before?.[part]];
        for (const [found, expected] of [
          [paired?.mean, (a?.mean ?? 0) - (b?.mean ?? 0)],
          [paired?.p50.value, (a?.p50 ?? 0) - (b?.p50 ?? 0)],
          [paired?.p95.value, (a?.p95 ?? 0) - (b?.p95 ?? 0)],
        ]) {
          expect(Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThanOrEqual(near);
        }
      }
      for (const [year, { mean }] of spread?.byYear ?? []) {
        const expected = (after?.byYear.get(year)?.mean ?? 0) - (before?.byYear.get(year)?.mean ?? 0);
        expect(Math.abs(mean - expected)).toBeLessThanOrEqual(near);
      }
    };
    check(differences.total, now.total, then.total);
    for (const [name, line] of now.departments)
      check(differences.departments.get(name), line, then.departments.get(name));
    policy.measures.forEach(({ id }, at) => check(differences.measures.get(id), now.measures[at], then.measures[at]));
  });

  it("add up: of measures, of departments and of years, they are those of the total", () => {
    const { total, measures, departments } = differences;
    expect(total.term.mean).not.toBe(0);
    const near = Math.abs(total.term.mean) * 1e-9;
    expect(Math.abs(sum([...measures.values()].map(({ term }) => term.mean)) - total.term.mean)).toBeLessThan(near);
    expect(Math.abs(sum([...departments.values()].map(({ term }) => term.mean)) - total.term.mean)).toBeLessThan(near);
    const years = [...total.byYear].filter(([year]) => year <= 2028).map(([, { mean }]) => mean);
    expect(Math.abs(sum(years) - total.term.mean)).toBeLessThan(near);
  });

  it("leave lines alone that the change does not touch, and are surer than the figures themselves", () => {
    const line = differences.measures.get("m06");
    expect(line?.term).toMatchObject({ mean: 0, se: 0 });
    const { se } = differences.total.term;
    expect(se).toBeGreaterThan(0);
    expect(se).toBeLessThan(figuresOf(base.run, base.collected).total.term.se);
    const { p95 } = differences.total.term;
    expect(p95.low).toBeLessThanOrEqual(p95.value);
    expect(p95.high).toBeGreaterThanOrEqual(p95.value);
  });
});

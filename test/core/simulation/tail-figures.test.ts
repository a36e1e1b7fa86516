import fc from "fast-check";
import { expect, test } from "vitest";
import { codes, firm } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { scenarioOf } from "../policy/evaluate-rows.ts";
import { randomSheets } from "../policy/random-roster.ts";
import { collect, figuresOf, forecastRows, policy } from "./simulate-rows.ts";

const wan = 1_000_000;

test("instalments after the term belong to the year of their certificate", () => {
  const sheets = {
    企业: [
      firm({ 国高新首次取得日期: "2027-03-01", 国高新最近发证日期: "2027-03-01" }),
      firm({
        统一社会信用代码: codes.second,
        国高新首次取得日期: "2028-03-01",
        国高新最近发证日期: "2028-03-01",
      }),
    ],
  };
  // nothing is left to simulate on the last day of the term
  const run = forecastRows(sheets, scenarioOf({ asOf: "2028-05-28" }));
  const { tail, total } = figuresOf(run, collect(run, 250));
  // 30万元 in three years from the next one on: 2028 to 2030, and 2029 to 2031
  const known = tail.map(({ arisen, byYear, byMeasure, total: { mean, p95, sd } }) => ({
    arisen,
    years: Array.from(byYear, ([year, summary]) => [year, summary.mean]),
    measures: Array.from(byMeasure, ([index, summary]) => [policy.measures[index]?.id, summary.p50]),
    figures: [mean, p95, sd],
  }));
  expect(known).toEqual([
    {
      arisen: 2027,
      years: [2029, 2030].map((year) => [year, 10 * wan]),
      measures: [["m11a", 20 * wan]],
      figures: [20 * wan, 20 * wan, 0],
    },
    {
      arisen: 2028,
      years: [2029, 2030, 2031].map((year) => [year, 10 * wan]),
      measures: [["m11a", 30 * wan]],
      figures: [30 * wan, 30 * wan, 0],
    },
  ]);
  expect(total.tail.mean).toBe(50 * wan);
});

test("the years in which triggers arose, the years of payment and the measures each add up to the tail", () => {
  const sum = (amounts: Iterable<number>): number => [...amounts].reduce((all, amount) => all + amount, 0);
  const law = fc.property(randomSheets, (sheets) => {
    const run = forecastRows(sheets, scenarioOf());
    const { tail, total } = figuresOf(run, collect(run, 250));
    const near = Math.max(1, total.tail.mean) * 1e-9;
    expect(Math.abs(sum(tail.map((vintage) => vintage.total.mean)) - total.tail.mean)).toBeLessThan(near);
    for (const { arisen, byYear, byMeasure, total: whole } of tail) {
      for (const parts of [byYear, byMeasure]) {
        expect(Math.abs(sum(Array.from(parts.values(), ({ mean }) => mean)) - whole.mean)).toBeLessThan(near);
      }
      expect([...byYear.keys()].every((year) => year > 2028 && year >= arisen)).toBe(true);
    }
  });
  fc.assert(law, { seed: 20230529, numRuns: 5 });
});

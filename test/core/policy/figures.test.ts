import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { identitySums, lastYearOf, tailOf, withoutFigure, yearsOf } from "../../../src/core/policy/figures.ts";
import type { Line, Totals } from "../../../src/core/policy/totals.ts";

const line = (committed: readonly (readonly [number, number])[] = []): Line => ({
  committed: new Map(committed),
  statutory: new Map(),
  unverified: new Map(),
});

const totals = (lines: readonly Line[], total: Line, enterprises: readonly (readonly [number, number])[]): Totals => ({
  measures: lines,
  departments: new Map([["区发改委", total]]),
  total,
  forgone: [],
  enterprises: {
    enterprise: Int32Array.from(enterprises, ([enterprise]) => enterprise),
    amount: Float64Array.from(enterprises, ([, amount]) => amount),
  },
});

it("shows the whole term and every later year with money", () => {
  expect(yearsOf(xicheng202371, totals([], line(), []))).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
  expect(yearsOf(xicheng202371, totals([], line([[2030, 5]]), [])).slice(-2)).toEqual([2029, 2030]);
});

it("counts as tail only what falls after the last budget year of the term", () => {
  expect(lastYearOf(xicheng202371)).toBe(2028);
  expect(
    tailOf(
      new Map([
        [2028, 100],
        [2029, 20],
        [2030, 3],
      ]),
      2028,
    ),
  ).toBe(23);
});

it("finds no difference where the four ways agree and names it to the 分 where they do not", () => {
  const total = line([
    [2023, 100],
    [2024, 50],
  ]);
  expect(identitySums(totals([total], total, [[0, 150]])).difference).toBe(0);
  expect(identitySums(totals([total], total, [[0, 149]])).difference).toBe(1);
});

it("names a line without a figure only while it has no money", () => {
  const empty = xicheng202371.measures.map(() => line());
  const open = withoutFigure(xicheng202371, totals(empty, line(), []));
  expect(open.length).toBe(xicheng202371.measures.filter((measure) => measure.withoutFigure).length);
  const first = xicheng202371.measures.findIndex((measure) => measure.withoutFigure);
  const funded = empty.map((each, index) => (index === first ? line([[2024, 1]]) : each));
  expect(withoutFigure(xicheng202371, totals(funded, line(), [])).length).toBe(open.length - 1);
});

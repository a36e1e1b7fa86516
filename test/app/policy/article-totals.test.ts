import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { articleTotals } from "../../../src/app/policy/article-totals.ts";
import { sumsOf } from "../../../src/core/policy/totals.ts";

const indexOf = (id: string): number => xicheng202371.measures.findIndex((measure) => measure.id === id);
const cell = { department: "甲", binds: "cap" as const, statutory: 9, unverified: 2, forgone: 0 };
const cells = [
  { ...cell, measure: indexOf("m05a"), year: 2024, committed: 5 },
  { ...cell, measure: indexOf("m05c"), year: 2025, committed: 7 },
  { ...cell, measure: indexOf("m06"), year: 2025, committed: 100 },
];
const summary = {
  cells,
  totals: {
    ...sumsOf(xicheng202371, cells),
    enterprises: { enterprise: new Int32Array(), amount: new Float64Array() },
  },
  boundTriggers: xicheng202371.measures.map(({ id }) => new Map(id === "m05c" ? [["cap" as const, 3]] : [])),
};

it("sums an article's own measures by year and says how many triggers each limit binds", () => {
  const { measures, years } = articleTotals(xicheng202371, summary, 5, [2024, 2025]);
  expect(measures.map(({ index }) => xicheng202371.measures[index]?.id)).toEqual(["m05a", "m05b", "m05c"]);
  expect(years).toEqual([5, 7]);
  expect(measures[2]?.limits).toEqual([{ binds: "cap", count: 3 }]);
});

it("keeps the fund's equity out", () => {
  expect(articleTotals(xicheng202371, summary, 13, [2024]).measures).toEqual([]);
});

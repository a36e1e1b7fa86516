import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { boundTriggers, cellsOf } from "../../../src/core/policy/cells.ts";
import { bindIndex, Eligibility, type Ledger } from "../../../src/core/policy/ledger.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const indexOf = (id: string): number => xicheng202371.measures.findIndex((measure) => measure.id === id);
const cap = bindIndex("cap");
const moveout = bindIndex("moveout");
const rate = bindIndex("rate");
const { true: good, unknown, false: refused } = Eligibility;

// a trigger of two instalments whose second is lost by moving out, one capped, one unverified, one refused
const ledger: Ledger = {
  count: 5,
  measure: new Uint8Array(5).fill(indexOf("m11a")),
  enterprise: Int32Array.of(0, 0, 1, 2, 3),
  row: Int32Array.of(0, 0, 1, 2, 3),
  trigger: Int32Array.of(0, 0, 17, 18, 905),
  rule: new Uint8Array(5),
  date: new Float64Array(5).fill(45_100),
  year: Int16Array.of(2024, 2025, 2024, 2024, 2024),
  part: Uint8Array.of(0, 1, 0, 0, 0),
  gross: Float64Array.of(101, 101, 500, 70, 90),
  net: Float64Array.of(101, 0, 300, 70, 0),
  statutory: Float64Array.of(101, 101, 300, 80, 0),
  eligibility: Uint8Array.of(good, good, good, unknown, refused),
  binds: Uint8Array.of(rate, moveout, cap, rate, rate),
};

it("groups due, statutory, unverified and forgone money by year and by what binds", () => {
  const cells = cellsOf(xicheng202371, ledger, publishedScenario);
  expect(
    cells.map(({ year, binds, committed, statutory, unverified, forgone }) => [
      year,
      binds,
      committed,
      statutory,
      unverified,
      forgone,
    ]),
  ).toEqual([
    [2024, "rate", 101, 101, 70, 0],
    [2025, "moveout", 0, 101, 0, 101],
    [2024, "cap", 300, 300, 0, 200],
  ]);
});

it("counts a trigger once, under the last limit that lowered one of its payments, and unverified ones not at all", () => {
  const counts = boundTriggers(xicheng202371, ledger)[indexOf("m11a")];
  expect(Object.fromEntries(counts ?? [])).toEqual({ moveout: 1, cap: 1, ineligible: 1 });
});

it("divides every kind of money among the departments of a measure without losing a 分", () => {
  const shared = xicheng202371.measures.findIndex(({ departments }) => departments.length > 1);
  const even = { ...publishedScenario, readings: { 部门分摊: "平均分摊" } };
  const cells = cellsOf(xicheng202371, { ...ledger, measure: new Uint8Array(5).fill(shared) }, even);
  const sum = (member: "committed" | "statutory" | "unverified" | "forgone"): number =>
    cells.reduce((total, cell) => total + cell[member], 0);
  expect(new Set(cells.map(({ department }) => department)).size).toBeGreaterThan(1);
  expect([sum("committed"), sum("statutory"), sum("unverified"), sum("forgone")]).toEqual([401, 502, 70, 301]);
});

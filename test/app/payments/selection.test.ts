import fc from "fast-check";
import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { paymentSums } from "../../../src/app/payments/payment-list.ts";
import { selectedParts, selectedPayments } from "../../../src/app/payments/selection.ts";
import { Eligibility, type Ledger } from "../../../src/core/policy/ledger.ts";
import { sumOf, totalsOf } from "../../../src/core/policy/totals.ts";
import { evaluateRows, scenarioOf } from "../../core/policy/evaluate-rows.ts";
import { randomSheets } from "../../core/policy/random-roster.ts";

const indexOf = (id: string): number => xicheng202371.measures.findIndex((measure) => measure.id === id);
const guarantee = indexOf("m14");
const fund = indexOf("m13");

const ledger: Ledger = {
  count: 4,
  measure: Uint8Array.of(fund, guarantee, guarantee, guarantee),
  enterprise: Int32Array.of(-1, 0, 1, 1),
  row: Int32Array.of(-1, 0, 1, 2),
  trigger: Int32Array.of(0, 1, 2, 3),
  rule: new Uint8Array(4),
  date: Float64Array.of(45_100, 45_200, 45_300, 45_600),
  year: Int16Array.of(2023, 2023, 2024, 2024),
  part: new Uint8Array(4),
  gross: Float64Array.of(500, 100, 200, 400),
  net: Float64Array.of(500, 100, 200, 300),
  statutory: Float64Array.of(500, 100, 200, 400),
  eligibility: new Uint8Array(4).fill(1),
  binds: new Uint8Array(4),
};

const published = scenarioOf();

it("narrows nothing when nothing is selected", () => {
  expect([...selectedPayments(ledger, xicheng202371, published, {})]).toEqual([0, 1, 2, 3]);
});

it("lists the payments of one cell of measure and year", () => {
  expect([...selectedPayments(ledger, xicheng202371, published, { measure: guarantee, year: 2024 })]).toEqual([2, 3]);
});

it("lists the payments of a department through its measures", () => {
  const department = xicheng202371.measures[guarantee]?.departments[0] ?? "";
  expect([...selectedPayments(ledger, xicheng202371, published, { department })]).toEqual([1, 2, 3]);
});

it("lists the payments of one enterprise, and money without an entity under none", () => {
  expect([...selectedPayments(ledger, xicheng202371, published, { enterprise: 1 })]).toEqual([2, 3]);
  expect([...selectedPayments(ledger, xicheng202371, published, { enterprise: -1 })]).toEqual([0]);
});

it("covers every payment exactly once by the cells of measure and year", () => {
  const cells = [fund, guarantee].flatMap((measure) =>
    [2023, 2024].flatMap((year) => [...selectedPayments(ledger, xicheng202371, published, { measure, year })]),
  );
  expect(cells.sort()).toEqual([0, 1, 2, 3]);
});

it("lists what falls after the term, and what one limit lowered", () => {
  const late = { ...ledger, year: Int16Array.of(2023, 2028, 2029, 2031), binds: Uint8Array.of(0, 1, 7, 1) };
  expect([...selectedPayments(late, xicheng202371, published, { tail: true })]).toEqual([2, 3]);
  expect([...selectedPayments(late, xicheng202371, published, { binds: "cap" })]).toEqual([1, 3]);
  expect([...selectedPayments(late, xicheng202371, published, { binds: "pool", tail: true })]).toEqual([2]);
});

it.each(["首列部门", "平均分摊"])(
  "lists exactly the payments that sum to each department's figure under %s",
  (split) => {
    const scenario = scenarioOf({
      readings: { 部门分摊: split },
      values: { "m15.年度额度": 100_000.01, "m18.年度额度": 200_000.03, "m14.资金池规模": 1_000_000 },
    });
    const sheets = fc.sample(randomSheets, { seed: 15, numRuns: 1 })[0] ?? {};
    const evaluation = evaluateRows(sheets, scenario);
    const departments = new Set(xicheng202371.measures.flatMap((measure) => measure.departments));
    const figures = totalsOf(xicheng202371, evaluation, scenario).departments;
    for (const department of departments) {
      const payments = selectedPayments(evaluation.ledger, xicheng202371, scenario, { department });
      const parts = selectedParts(xicheng202371, scenario, { department });
      const listed = (eligibility: number) => paymentSums(evaluation.ledger, payments, parts, eligibility);
      const figure = figures.get(department);
      expect([department, listed(Eligibility.true).net, listed(Eligibility.true).statutory]).toEqual([
        department,
        sumOf(figure?.committed ?? new Map()),
        sumOf(figure?.statutory ?? new Map()),
      ]);
      expect(listed(Eligibility.unknown).net).toBe(sumOf(figure?.unverified ?? new Map()));
    }
  },
);

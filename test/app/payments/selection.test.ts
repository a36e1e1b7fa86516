import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { selectedPayments } from "../../../src/app/payments/selection.ts";
import type { Ledger } from "../../../src/core/policy/ledger.ts";

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

it("narrows nothing when nothing is selected", () => {
  expect([...selectedPayments(ledger, xicheng202371, {})]).toEqual([0, 1, 2, 3]);
});

it("lists the payments of one cell of measure and year", () => {
  expect([...selectedPayments(ledger, xicheng202371, { measure: guarantee, year: 2024 })]).toEqual([2, 3]);
});

it("lists the payments of a department through its measures", () => {
  const department = xicheng202371.measures[guarantee]?.departments[0] ?? "";
  expect([...selectedPayments(ledger, xicheng202371, { department })]).toEqual([1, 2, 3]);
});

it("lists the payments of one enterprise, and money without an entity under none", () => {
  expect([...selectedPayments(ledger, xicheng202371, { enterprise: 1 })]).toEqual([2, 3]);
  expect([...selectedPayments(ledger, xicheng202371, { enterprise: -1 })]).toEqual([0]);
});

it("covers every payment exactly once by the cells of measure and year", () => {
  const cells = [fund, guarantee].flatMap((measure) =>
    [2023, 2024].flatMap((year) => [...selectedPayments(ledger, xicheng202371, { measure, year })]),
  );
  expect(cells.sort()).toEqual([0, 1, 2, 3]);
});

it("lists what falls after the term, and what one limit lowered", () => {
  const late = { ...ledger, year: Int16Array.of(2023, 2028, 2029, 2031), binds: Uint8Array.of(0, 1, 7, 1) };
  expect([...selectedPayments(late, xicheng202371, { tail: true })]).toEqual([2, 3]);
  expect([...selectedPayments(late, xicheng202371, { binds: "cap" })]).toEqual([1, 3]);
  expect([...selectedPayments(late, xicheng202371, { binds: "pool", tail: true })]).toEqual([2]);
});

import { expect, test } from "vitest";
import { isoDay } from "../../../src/core/date/day.ts";
import { firm, type CaseRow } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { evaluateRows } from "./evaluate-rows.ts";

const laterOf = (facts: CaseRow, asOf: string) =>
  evaluateRows({ 企业: [firm(facts)] }, { asOf }).afterAsOf.map(({ measure, date }) => [
    xicheng202371.measures[measure]?.id,
    isoDay(date),
  ]);

test("of one day after the as-of date the highest tier alone is listed", () => {
  const facts = { 市级专精特新认定日期: "2025-05-10", 市级小巨人认定日期: "2025-05-10" };
  expect(laterOf(facts, "2024-12-31")).toEqual([["m10", "2025-05-10"]]);
});

test("an award paid once is not listed again after the as-of date", () => {
  const facts = { 国高新首次取得日期: "2024-05-10", 迁入日期: "2024-01-10" };
  expect(laterOf({ ...facts, 国高新首次取得日期: "2023-12-10", 迁入日期: "2024-05-10" }, "2023-12-31")).toEqual([
    ["m11a", "2024-05-10"],
  ]);
  expect(laterOf(facts, "2023-12-31")).toEqual([["m11a", "2024-05-10"]]);
});

test("a renewal whose first award is itself after the as-of date is listed", () => {
  const facts = { 国高新首次取得日期: "2023-09-10", 国高新最近发证日期: "2026-09-10" };
  expect(laterOf(facts, "2023-06-30")).toEqual([
    ["m11a", "2023-09-10"],
    ["m11b", "2026-09-10"],
  ]);
});

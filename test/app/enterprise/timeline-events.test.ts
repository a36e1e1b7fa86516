import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { firmPayments, titleSpans, yearPosition } from "../../../src/app/enterprise/timeline/timeline-events.ts";
import { isoDay, parseIsoDay } from "../../../src/core/date/day.ts";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { explainEnterprise } from "../../../src/core/policy/explanation/explain-enterprise.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { rosterOf, scenarioOf } from "../../core/policy/evaluate-rows.ts";

const code = "91110102MA01WORK1A";
const firm = {
  统一社会信用代码: code,
  企业名称: "甲公司",
  申报划型: "小型",
  区内注册: "是",
  区内纳税: "是",
  独立核算: "是",
  市级专精特新认定日期: "2024-06-11",
  市级小巨人认定日期: "2025-03-01",
  市级小巨人到期日期: "2028-02-29",
  国高新首次取得日期: "2026-02-01",
};

function explained() {
  const [prepared, roster, scenario] = [preparePolicy(xicheng202371), rosterOf({ 企业: [firm] }), scenarioOf()];
  const found = explainEnterprise(prepared, roster, scenario, evaluateRoster(prepared, roster, scenario), code);
  if (!found) throw new Error("the firm must be in the roster");
  return found;
}

it("lists a title from its day to its expiry, or to 36 months later where none is recorded", () => {
  const spans = titleSpans(explained().facts?.cells ?? []).map(({ column, from, to, isOpen }) => [
    column,
    isoDay(from),
    isoDay(to),
    isOpen,
  ]);
  expect(spans).toEqual([
    ["市级专精特新认定日期", "2024-06-11", "2027-06-11", true],
    ["市级小巨人认定日期", "2025-03-01", "2028-02-29", false],
    ["国高新首次取得日期", "2026-02-01", "2029-02-01", false],
  ]);
});

it("lists every payment with its instalments, to the tail", () => {
  const payments = firmPayments(explained()).map(({ measure, year, part, net }) => [
    xicheng202371.measures[measure]?.id,
    year,
    part,
    net / 1e6,
  ]);
  // Art. 10: 20, then 50 − 20; Art. 11: 30 in three parts from the year after
  expect(payments).toEqual([
    ["m10", 2024, 0, 20],
    ["m10", 2025, 0, 30],
    ["m11a", 2027, 0, 10],
    ["m11a", 2028, 1, 10],
    ["m11a", 2029, 2, 10],
  ]);
});

it("places a day on an axis of years", () => {
  expect(yearPosition(parseIsoDay("2024-01-01"))).toBe(2024);
  expect(yearPosition(parseIsoDay("2024-07-02"))).toBe(2024.5);
});

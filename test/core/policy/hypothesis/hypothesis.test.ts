import { expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { parseIsoDay } from "../../../../src/core/date/day.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import { explainEnterprise } from "../../../../src/core/policy/explanation/explain-enterprise.ts";
import { differencesOf } from "../../../../src/core/policy/hypothesis/difference.ts";
import type { CellEdit, EditedValue, FirmEdit } from "../../../../src/core/policy/hypothesis/firm-edit.ts";
import { hypothesisSteps } from "../../../../src/core/policy/hypothesis/hypothesis.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { finished } from "../../../../src/core/policy/steps.ts";
import type { Roster } from "../../../../src/core/roster/roster.ts";
import { rosterOf, scenarioOf, type Differences, type Sheets } from "../evaluate-rows.ts";

const prepared = preparePolicy(xicheng202371);
const [code, other] = ["91110102MA01WORK1A", "91110102MA01WORK2B"];
const firm = {
  统一社会信用代码: code,
  企业名称: "甲公司",
  申报划型: "小型",
  区内注册: "是",
  区内纳税: "是",
  独立核算: "是",
};
const wan = (amount: number): number => amount * 1_000_000;
const day = parseIsoDay;

const cell = (field: string, value: EditedValue, row = 2): CellEdit => ({
  kind: "cell",
  table: "enterprises",
  sheet: "企业",
  row,
  field,
  value,
});

/** What a hypothesis of the first firm changes: measure, turn, and by year 万元 before and after. */
function changes(roster: Roster, edits: readonly FirmEdit[], differences: Differences = {}) {
  const scenario = scenarioOf(differences);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  const before = explainEnterprise(prepared, roster, scenario, evaluation, code);
  const request = { scenario, code, edits, sheet: "假设" };
  const { explanation, unplaced, others } = finished(hypothesisSteps(prepared, roster, evaluation, request));
  if (!before || !explanation) throw new Error("the firm must be in the roster");
  const moved = differencesOf(before, explanation).map(({ measure, turns, years }) => [
    xicheng202371.measures[measure]?.id,
    turns,
    ...years.map((year) => [year.year, year.before / wan(1), year.after / wan(1)]),
  ]);
  return { moved, unplaced, others: others / wan(1) };
}

it("pays the tier of a title that the firm would hold, and nothing else", () => {
  const { moved, unplaced, others } = changes(rosterOf({ 企业: [firm] }), [
    cell("cityTitleDate", day("2024-06-11")),
    cell("cityTitleExpiry", day("2027-06-10")),
  ]);
  // Art. 10: 20万元 for 市级专精特新, in the year of the recognition
  expect(moved).toEqual([["m10", "due", [2024, 0, 20]]]);
  expect([unplaced, others]).toEqual([[], 0]);
});

it("pays a project that the firm would have besides as if it stood in the workbook", () => {
  const project = {
    kind: "row",
    table: "projects",
    cells: { projectType: 0, investment: wan(100), acceptedDate: day("2025-03-01") },
  } as const satisfies FirmEdit;
  // Art. 5: 100 × 30% × 0.8
  expect(changes(rosterOf({ 企业: [firm] }), [project]).moved).toEqual([["m05a", "due", [2025, 0, 24]]]);
  const sheets: Sheets = {
    企业: [firm],
    项目: [{ 统一社会信用代码: code, 项目类型: "节能技改", 总投资: 100, 验收日期: "2025-03-01" }],
  };
  const typed = evaluateRoster(prepared, rosterOf(sheets), scenarioOf());
  expect([...typed.ledger.net]).toEqual([wan(24)]);
});

it("says that a measure is lost where the firm would pay its taxes elsewhere", () => {
  const roster = rosterOf({ 企业: [{ ...firm, 新三板挂牌日期: "2024-03-01" }] });
  // Art. 12: 150 × 0.6
  expect(changes(roster, [cell("taxed", 0)]).moved).toEqual([["m12a", "lost", [2024, 90, 0]]]);
});

it("draws a claim from the pool of the district: what it takes, the other firm lacks", () => {
  const roster = rosterOf({
    企业: [firm, { ...firm, 统一社会信用代码: other, 企业名称: "乙公司" }],
    担保: [
      {
        统一社会信用代码: other,
        担保编号: "D1",
        政府性担保: "是",
        担保金额: 300,
        起始日期: "2024-06-01",
        代偿日期: "2025-06-01",
        代偿金额: 200,
      },
    ],
  });
  const loan: FirmEdit = {
    kind: "row",
    table: "guarantees",
    cells: {
      governmentGuarantor: 1,
      guaranteed: wan(400),
      startDate: day("2024-01-01"),
      compensationDate: day("2025-01-01"),
      compensation: wan(300),
    },
  };
  const { moved, others } = changes(roster, [loan], { values: { "m14.资金池规模": 1_000_000 } });
  // 300 × 30% = 90 of a pool of 100; the later claim of 200 × 30% = 60 finds 10
  expect(moved).toEqual([["m14", "due", [2025, 0, 90]]]);
  expect(others).toBe(-50);
});

it("leaves the roster and the as-of date as they are", () => {
  const roster = rosterOf({ 企业: [{ ...firm, 新三板挂牌日期: "2024-03-01" }] });
  const copy = structuredClone(roster);
  const { moved } = changes(roster, [cell("listedDate", day("2026-03-01")), cell("industryCode", "6510")], {
    asOf: "2025-01-31",
  });
  // the listing lies after the as-of date
  expect(moved).toEqual([]);
  expect(roster).toEqual(copy);
});

it("makes no edit of another firm's row, of a row that is not there or of a value that no cell holds", () => {
  const roster = rosterOf({ 企业: [firm, { ...firm, 统一社会信用代码: other, 企业名称: "乙公司" }] });
  const edits = [
    cell("taxed", 0, 3),
    cell("taxed", 0, 9),
    cell("taxed", 7),
    cell("uscc", other),
    cell("name", null),
    { kind: "row", table: "projects", cells: { projectType: 0 } } as const satisfies FirmEdit,
  ];
  expect(changes(roster, edits)).toEqual({ moved: [], unplaced: edits, others: 0 });
});

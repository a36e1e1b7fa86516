import { expect, it } from "vitest";
import { Eligibility, type Ledger } from "../../../src/core/policy/ledger.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import type { ReportSheet } from "../../../src/core/report/report-model.ts";
import { scenarioReport } from "../../../src/core/report/scenario-report.ts";
import { checkSheetLengths, LONGEST_SHEET, SheetTooLongError } from "../../../src/core/report/sheet-length.ts";
import { A, read } from "../../support/imported-roster.ts";
import { reportInput } from "../../support/recalculated-report.ts";

const choice = { language: "zh", masked: false } as const;

/** A sheet with three rows made and others that would be made when asked for. */
const sheet = (more: number): ReportSheet => ({
  name: "第十条明细",
  widths: [],
  rows: [[], [], []],
  body: {
    count: more,
    row: () => {
      throw new Error("no row need be made to count them");
    },
  },
});

it("takes a sheet of as many rows as a workbook can hold, and none with one more", () => {
  expect(() => checkSheetLengths([sheet(LONGEST_SHEET - 3)], choice)).not.toThrow();
  expect(() => checkSheetLengths([sheet(0), sheet(LONGEST_SHEET - 2)], choice)).toThrow(SheetTooLongError);
});

it("says which sheet is too long, by how much and what to do", () => {
  const tooLong = [sheet(LONGEST_SHEET)];
  expect(() => checkSheetLengths(tooLong, choice)).toThrow(
    "工作表“第十条明细”有 1,048,579 行，超过 Excel 的上限 1,048,576 行。请在报告页选择单个部门",
  );
  expect(() => checkSheetLengths(tooLong, { ...choice, department: "区人力社保局" })).toThrow("请把名册按企业拆成几份");
  expect(() => checkSheetLengths(tooLong, { ...choice, language: "en" })).toThrow(
    "more than the 1,048,576 that Excel allows. Choose a department",
  );
});

it("stops a report with more enterprises than a sheet can list before any row is written", () => {
  const { roster } = read({
    企业: [
      ["统一社会信用代码", "企业名称"],
      [A, "甲公司"],
    ],
  });
  const input = reportInput(roster, { ...publishedScenario, asOf: "2026-06-30" });
  const count = LONGEST_SHEET + 1;
  const ledger: Ledger = {
    count,
    measure: new Uint8Array(count),
    enterprise: Int32Array.from({ length: count }, (_, enterprise) => enterprise),
    row: new Int32Array(count),
    trigger: new Int32Array(count),
    rule: new Uint8Array(count),
    date: new Float64Array(count),
    year: new Int16Array(count).fill(2026),
    part: new Uint8Array(count),
    gross: new Float64Array(count).fill(1),
    net: new Float64Array(count).fill(1),
    statutory: new Float64Array(count).fill(1),
    eligibility: new Uint8Array(count).fill(Eligibility.true),
    binds: new Uint8Array(count),
  };
  const evaluation = { ...input.evaluation, ledger };
  expect(() => scenarioReport({ ...input, evaluation })).toThrow("工作表“企业汇总”有");
}, 60_000);

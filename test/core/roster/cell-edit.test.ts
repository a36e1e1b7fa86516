import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../src/core/issue/issue-text.ts";
import { typedProblem, withTyped } from "../../../src/core/roster/cell-edit.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { MAPPING_FORMAT, type CellRepair } from "../../../src/core/roster/mapping/mapping.ts";
import type { RosterCell } from "../../../src/core/roster/row-origins.ts";
import { A, B, C, shown } from "../../support/imported-roster.ts";
import { rawWorkbook } from "../../support/raw-workbook.ts";

const workbook = rawWorkbook({
  企业: [
    [
      "统一社会信用代码",
      "企业名称",
      "营业收入（元）",
      "成立日期",
      "区内注册",
      "从业人员",
      "第1笔担保编号",
      "第1笔担保金额",
      "第1笔起始日期",
    ],
    [A, "甲", 5_000_000, { date: "2020-05-01" }, "是", 30, "G-1", 100, "2024-01-01"],
    [B, "", null, "2021-11-30", "否", "不详", null, null, null],
    [C, "丙", " １２０ ", "不详", "是", 5, "G-2", 80, "2024-03-01"],
  ],
  项目: [
    ["统一社会信用代码", "项目名称", "项目类型", "总投资"],
    [A, "节能", "节能技改", 300],
  ],
});

const readWith = (repairs: readonly CellRepair[]) => {
  const { roster, ...found } = importRoster(workbook, { format: MAPPING_FORMAT, sheets: [], repairs, untidied: [] });
  if (!roster) throw new Error("expected a roster");
  return { roster, ...found };
};
const plain = readWith([]);

function cellAt(cell: string, sheet = "企业"): RosterCell {
  const found = plain.origins.at({ sheet, cell });
  if (!found) throw new Error(`${cell} must be read`);
  return found;
}

/** 元 of the revenue of each firm once cells were typed into. */
function revenueAfter(typed: Readonly<Record<string, string>>): readonly (string | number)[] {
  const repairs = Object.entries(typed).reduce<readonly CellRepair[]>(
    (before, [cell, text]) => withTyped(before, cellAt(cell), text),
    [],
  );
  return shown(readWith(repairs).roster, "enterprises", "revenue");
}

describe("a cell that someone types into", () => {
  it("is read as typed, amounts in 万元 whatever the unit of the column, and the others as they were", () => {
    expect(shown(plain.roster, "enterprises", "revenue")).toEqual([5_000_000, "blank", 120]);
    expect(revenueAfter({ C2: "620.5" })).toEqual([6_205_000, "blank", 120]);
    expect(revenueAfter({ C3: "1,200 元", C4: "0.3亿" })).toEqual([5_000_000, 1200, 30_000_000]);
  });

  it("is blank where nothing is typed, never zero", () => {
    expect(revenueAfter({ C2: "  " })).toEqual(["blank", "blank", 120]);
  });

  it("is no repair any more once the file's own content is typed, in whatever unit", () => {
    const edited = withTyped([], cellAt("C2"), "620.5");
    expect(edited).toEqual([{ sheet: "企业", cell: "C2", before: "5000000", after: "620.5万元" }]);
    expect(withTyped(edited, cellAt("C2"), "500")).toEqual([]);
    expect(withTyped([], cellAt("D2"), "2020-5-1")).toEqual([]);
    expect(withTyped([], cellAt("B3"), "")).toEqual([]);
  });

  it("stands in what the import says of it, and among what it reads otherwise", () => {
    const repairs = withTyped([], cellAt("F2"), "-3");
    const { issues, repairs: applied } = readWith(repairs);
    const about = issues.find(({ code, cell }) => code === "implausible-value" && cell === "F2");
    expect(about?.found).toBe("-3");
    expect(applied).toEqual(repairs);
  });

  it("is left alone where the file has changed since", () => {
    const { roster, issues, repairs } = readWith([{ sheet: "企业", cell: "C2", before: "4", after: "5万元" }]);
    expect(shown(roster, "enterprises", "revenue")[0]).toBe(5_000_000);
    expect(issues.some(({ code, cell }) => code === "repair-outdated" && cell === "C2")).toBe(true);
    expect(repairs).toEqual([]);
  });
});

describe("what is typed wrong", () => {
  const problem = (cell: string, typed: string, sheet?: string) => typedProblem(cellAt(cell, sheet), typed);

  it("is told with what is expected, in both languages", () => {
    expect(problem("C2", "很多")).toMatchObject({ code: "type-error", expected: "数字", found: "很多", cell: "C2" });
    expect(problem("D2", "2023-13-01")).toMatchObject({ code: "type-error", expected: "日期，如 2023-05-29" });
    expect(problem("E2", "也许")).toMatchObject({ code: "type-error", expected: "是 / 否" });
    expect(problem("F2", "3.5")).toMatchObject({ code: "type-error", expected: "整数" });
    expect(problem("C2", "节能改造", "项目")).toMatchObject({ code: "not-in-list" });
    expect(problem("A2", "")).toMatchObject({ code: "missing-cell", expected: "统一社会信用代码" });
    expect(problem("D2", "-5", "项目")).toMatchObject({ code: "negative-value", expected: "≥ 0" });
    const found = problem("E2", "也许");
    for (const language of ["zh", "en"] as const) {
      expect(found && describeIssue(found, language).message).toContain("是 / 否");
    }
  });

  it("is nothing where the row keeps standing with it: a code whose check fails, a blank, every other form", () => {
    expect(problem("A2", "911100006000373410")).toBeUndefined();
    expect(problem("C2", "")).toBeUndefined();
    expect(problem("D2", "2023年5月29日")).toBeUndefined();
    expect(problem("C2", "（１２）")).toBeUndefined();
  });
});

describe("the cell of a value", () => {
  it("is found for child rows beside the enterprises of a wide sheet, too", () => {
    const { origins, roster } = plain;
    expect(roster.tables.guarantees.rowCount).toBe(2);
    expect(origins.cellOf("guarantees", 1, "guaranteed")).toBe("H4");
    expect(origins.cellOf("enterprises", 2, "revenue")).toBe("C4");
    expect(origins.cellOf("projects", 0, "investment")).toBe("D2");
    expect(origins.cellOf("projects", 0, "auditFee")).toBe("");
    expect(origins.at({ sheet: "企业", cell: "H4" })).toMatchObject({ table: "guarantees", field: "guaranteed" });
  });

  it("is none for a header, for a column that is not read and for a row beyond the last", () => {
    for (const cell of ["C1", "Z2", "C9"]) expect(plain.origins.at({ sheet: "企业", cell })).toBeUndefined();
    expect(plain.origins.at({ sheet: "没有", cell: "C2" })).toBeUndefined();
  });
});

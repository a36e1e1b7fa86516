import { expect, it } from "vitest";
import { figureReport, type FigureTable } from "../../../src/core/report/figure-table.ts";
import { readWorkbook } from "../../../src/spreadsheet/read-workbook.ts";
import { writeWorkbook } from "../../../src/spreadsheet/write-report.ts";

const table: FigureTable = {
  title: "2026 年最多",
  note: "单位：元",
  heading: "部门",
  columns: ["2025", "2026"],
  rows: [
    { key: "a", label: "=1+1", cells: [100, 123_456_789] },
    { key: "b", label: "区科信局", note: "第六条", cells: [0, 1] },
  ],
  sums: { label: "合计", cells: [100, 123_456_790] },
};

it("puts title, note, head, rows and sums under one another, amounts in 元 to the 分", () => {
  const [sheet] = figureReport(table, "图表数据").sheets;
  expect(sheet?.rows.map((row) => row.map(({ value }) => value))).toEqual([
    ["2026 年最多"],
    ["单位：元"],
    ["部门", "2025", "2026"],
    ["=1+1", 1, 1_234_567.89],
    ["区科信局 第六条", 0, 0.01],
    ["合计", 1, 1_234_567.9],
  ]);
});

it("leaves out the row of sums where the columns add up to nothing meaningful", () => {
  const { sums, ...without } = table;
  expect(sums).toBeDefined();
  expect(figureReport(without, "图表数据").sheets[0]?.rows).toHaveLength(5);
});

it("writes a workbook that the reader opens, with a name that begins like a formula kept as text", async () => {
  const bytes = await writeWorkbook(figureReport(table, "图表数据"));
  const workbook = await readWorkbook(bytes, "chart.xlsx");
  if ("refused" in workbook) throw new Error("the workbook must be readable");
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["图表数据"]);
  expect(workbook.sheets[0]?.texts).toContain("=1+1");
});

it("writes shares as such, leaves unknown cells empty, and puts what is in no sum below the sums", () => {
  const [sheet] = figureReport(
    {
      ...table,
      kinds: ["money", "share"],
      rows: [{ key: "a", label: "甲", cells: [100, 0.25] }],
      sums: { label: "合计", cells: [100, Number.NaN] },
      beside: [{ key: "p95", label: "P95", cells: [200, 1] }],
    },
    "图表数据",
  ).sheets;
  expect(sheet?.rows.slice(3).map((row) => row.slice(1).map(({ value, format }) => [value, format]))).toEqual([
    [
      [1, "yuan"],
      [0.25, "share"],
    ],
    [
      [1, "yuan"],
      [null, undefined],
    ],
    [
      [2, "yuan"],
      [1, "share"],
    ],
  ]);
});

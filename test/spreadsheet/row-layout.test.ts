import { expect, it } from "vitest";
import type { ReportCell, ReportSheet } from "../../src/core/report/report-model.ts";
import { rowLayout } from "../../src/spreadsheet/row-layout.ts";

const sheet: ReportSheet = { name: "表", widths: [10, 21, 40], rows: [], merges: ["A9:C9"] };
const paragraph = (value: string): ReportCell => ({ value, format: "text", style: "paragraph" });
const body = (value: string): ReportCell => ({ value, format: "text" });

it("leaves a row without wrapped text to the spreadsheet", () => {
  expect(rowLayout(sheet, [body("很长".repeat(50)), body("b")], 1)).toEqual({});
});

it("gives wrapped text the lines it needs, Chinese characters counted twice", () => {
  // 30 characters of width 2 in a column that holds 20 of width 1: 3 lines
  expect(rowLayout(sheet, [body("a"), paragraph("字".repeat(30))], 2)).toEqual({ height: 3 * 15 + 2 });
  expect(rowLayout(sheet, [body("a"), paragraph("字".repeat(10))], 2)).toEqual({});
});

it("runs a sentence that is alone in its row across the sheet", () => {
  expect(rowLayout(sheet, [paragraph("短句")], 3)).toEqual({ merge: "A3:C3" });
  expect(rowLayout(sheet, [paragraph("字".repeat(70))], 3)).toEqual({ merge: "A3:C3", height: 2 * 15 + 2 });
});

it("keeps out of a merge that the sheet asks for itself", () => {
  expect(rowLayout(sheet, [paragraph("字".repeat(70))], 9)).toEqual({});
});

it("never asks for more than a row can have", () => {
  expect(rowLayout(sheet, [body(""), paragraph("字".repeat(5000))], 4)).toEqual({ height: 409 });
});

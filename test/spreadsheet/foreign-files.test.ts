import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { writeWorkbook } from "../../src/spreadsheet/write-report.ts";
import { runLibreOffice } from "../support/run-libre-office.ts";
import { cellOf, readBytes } from "./package-parts.ts";

type Content = string | number | boolean | null;

async function writtenByExcelJs(rows: readonly (readonly Content[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("表");
  rows.forEach((row, index) =>
    row.forEach((content, column) => (sheet.getCell(index + 1, column + 1).value = content)),
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const reference = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

function expected(content: Content): unknown {
  if (content === null || content === "") return undefined;
  if (typeof content === "boolean") return ["truth", content ? 1 : 0];
  // of zero a workbook keeps no sign
  return typeof content === "number" ? ["number", content + 0] : ["text", content];
}

// exceljs neither escapes what looks like an escape nor writes control characters
const text = fc
  .string({ unit: "grapheme", maxLength: 40 })
  .filter((value) => !/_x[0-9a-f]{4}_|\p{Cc}|[\uFFFE\uFFFF]/iu.test(value));
const content = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

describe("a sheet written by exceljs", () => {
  it("is read back the same, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(content, { maxLength: 8 }), { maxLength: 12 }), async (rows) => {
        const [sheet] = (await readBytes(await writtenByExcelJs(rows))).sheets;
        if (sheet === undefined) throw new Error("the sheet is lost");
        const filled = rows.flatMap((row, index) => (row.some((cell) => expected(cell)) ? [index + 1] : []));
        expect([...sheet.rowNumber]).toEqual(filled);
        rows.forEach((row, index) =>
          row.forEach((cell, column) => expect(cellOf(sheet, reference(index, column))).toEqual(expected(cell))),
        );
      }),
      { seed: 2023, numRuns: 60 },
    );
  }, 60_000);

  it("keeps dates, formats, hidden rows, merges, rich texts and links", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("表", { state: "hidden" });
    sheet.getCell("A1").value = new Date(Date.UTC(2023, 4, 29));
    sheet.getCell("B1").value = 45_075;
    sheet.getCell("B1").numFmt = '#,##0.0"万元"';
    sheet.getCell("C1").value = { richText: [{ text: "富" }, { font: { bold: true }, text: "文本" }] };
    sheet.getCell("D1").value = { text: "链接", hyperlink: "https://example.org" };
    sheet.getCell("E1").value = { error: "#N/A" };
    sheet.getCell("F1").value = { formula: "1-1", result: 0 };
    sheet.mergeCells("A2:C3");
    sheet.getCell("A2").value = "合并";
    sheet.getRow(2).hidden = true;
    const [read] = (await readBytes(new Uint8Array(await workbook.xlsx.writeBuffer()))).sheets;
    if (read === undefined) throw new Error("the sheet is lost");
    expect(["A1", "B1", "C1", "D1", "E1", "F1", "A2", "B2"].map((cell) => cellOf(read, cell))).toEqual([
      ["date", 45_075],
      ["number", 45_075],
      ["text", "富文本"],
      ["text", "链接"],
      ["error", "#N/A"],
      ["number", 0],
      ["text", "合并"],
      undefined,
    ]);
    expect(read.visibility).toBe("hidden");
    expect(read.hiddenRows).toEqual([1]);
    expect(read.merges).toEqual([{ top: 2, left: 1, bottom: 3, right: 3 }]);
  });
});

describe("a report", () => {
  it("is read back as it was written, texts that look like escapes and formulas too", async () => {
    const texts = ["=1+1", "a_x000D_b", "__x0041_", "  空 ", "<&>\"'", "第一行\n第二行", "x".repeat(40_000)];
    const bytes = await writeWorkbook({
      title: "t",
      names: [],
      sheets: [{ name: "表", widths: [], rows: texts.map((value) => [{ value, format: "text" }]) }],
    });
    const [sheet] = (await readBytes(bytes)).sheets;
    const read = texts.map((_, index) => sheet && cellOf(sheet, `A${index + 1}`)?.[1]);
    expect(read.slice(0, -1)).toEqual(texts.slice(0, -1));
    expect(read.at(-1)).toMatch(/^x+……（余下内容超出单元格长度，已截去）$/);
  });
});

describe("a file written by LibreOffice", () => {
  it.each(["xlsx", "ods"])(
    "has the same cells as .%s, formulas recalculated",
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), "cesuan-"));
      try {
        const csv =
          '企业名称,营业收入,认定日期,是否,倍数\n"甲, 乙",1234.5,2023-05-29,TRUE,=B2*2\n丙,0,2024-02-29,FALSE,=1/0\n';
        writeFileSync(join(folder, "名单.csv"), csv);
        const csvAsUtf8 = "--infilter=CSV:44,34,76,1,,0,false,true,false,true";
        await runLibreOffice(folder, [csvAsUtf8, "--convert-to", kind, "--outdir", folder, join(folder, "名单.csv")]);
        const [sheet] = (await readBytes(new Uint8Array(readFileSync(join(folder, `名单.${kind}`))))).sheets;
        if (sheet === undefined) throw new Error("the sheet is lost");
        expect(["A1", "A2", "B2", "C2", "B3", "C3", "E2", "E3"].map((cell) => cellOf(sheet, cell))).toEqual([
          ["text", "企业名称"],
          ["text", "甲, 乙"],
          ["number", 1234.5],
          ["date", 45_075],
          ["number", 0],
          ["date", 45_351],
          ["number", 2469],
          ["error", "#DIV/0!"],
        ]);
        expect(["D2", "D3"].map((cell) => cellOf(sheet, cell)?.[1])).toEqual([1, 0]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

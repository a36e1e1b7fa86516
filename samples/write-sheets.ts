import ExcelJS from "exceljs";
import type { Worksheet } from "exceljs";
import { unzipSync, zipSync } from "fflate";

import type { Day } from "../src/core/date/day.ts";

/** A day that a workbook stores as a date; a plain number stays a number. */
export interface SampleDay {
  readonly day: Day;
}

export type SampleCell = string | number | SampleDay | undefined;

export interface SampleSheet {
  readonly name: string;
  readonly rows: readonly (readonly SampleCell[])[];
  /** Row number, as Excel shows it, of the header. */
  readonly headerRow?: number;
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly string[];
  readonly width: number;
}

const FIXED_DATE = new Date(Date.UTC(2026, 6, 1));

/** Bytes of an .xlsx file; equal sheets give equal bytes. */
export async function writeSheets(title: string, sheets: readonly SampleSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.creator = "策算 Cesuan";
  workbook.lastModifiedBy = "策算 Cesuan";
  workbook.created = FIXED_DATE;
  workbook.modified = FIXED_DATE;
  for (const sheet of sheets) fill(workbook.addWorksheet(sheet.name), sheet);
  const stored = new Uint8Array(await workbook.xlsx.writeBuffer());
  // a zip says local time: the parts of a date keep it equal in every time zone
  return zipSync(unzipSync(stored), { level: 9, mtime: new Date(2026, 6, 1) });
}

function fill(worksheet: Worksheet, { rows, headerRow, hiddenRows = [], merges = [], width }: SampleSheet): void {
  rows.forEach((cells, rowIndex) => cells.forEach((cell, column) => setCell(worksheet, rowIndex, column, cell)));
  const columnCount = Math.max(...rows.map(({ length }) => length));
  for (let column = 1; column <= columnCount; column++) worksheet.getColumn(column).width = width;
  for (const row of hiddenRows) worksheet.getRow(row).hidden = true;
  for (const range of merges) worksheet.mergeCells(range);
  if (headerRow === undefined) return;
  worksheet.getRow(headerRow).eachCell((cell) => (cell.font = { bold: true }));
  worksheet.views = [{ state: "frozen", ySplit: headerRow }];
}

function setCell(worksheet: Worksheet, rowIndex: number, column: number, content: SampleCell): void {
  if (content === undefined) return;
  const cell = worksheet.getCell(rowIndex + 1, column + 1);
  if (typeof content !== "object") {
    cell.value = content;
    return;
  }
  cell.value = content.day;
  cell.numFmt = "yyyy-mm-dd";
}

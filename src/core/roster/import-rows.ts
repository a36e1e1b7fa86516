import type { Issue } from "../issue/issue.ts";
import type { SheetLayout } from "./import-layout.ts";
import { columnLetters, kindAt, textAt } from "./import-raw-cell.ts";
import { RawKind, type RawSheet } from "./raw-sheet.ts";

const totals = new Set(["合计", "总计", "小计", "共计"]);

/** Stored rows below the header that hold data; totals and notes are left out, and an issue names each. */
export function selectRows(layout: SheetLayout): { rows: Int32Array; issues: Issue[] } {
  const { rows, issues } = dataRows(layout);
  if (layout.child === undefined) return { rows, issues };
  // what is said of the rows of a wide sheet is said of those of its enterprises
  return { rows: rows.filter((row) => hasOwnCell(layout, row)), issues: [] };
}

/** Whether a child row has more than the code of its enterprise. */
const hasOwnCell = ({ sheet, columns }: SheetLayout, row: number): boolean =>
  columns.some(({ field, position }) => field.type !== "code" && kindAt(sheet, position, row) !== RawKind.blank);

function dataRows(layout: SheetLayout): { rows: Int32Array; issues: Issue[] } {
  const { sheet, headerRow } = layout;
  const noteStart = firstTrailingNote(layout);
  const kept: number[] = [];
  const issues: Issue[] = [];
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const textPosition = firstText(sheet, row);
    const note = row >= noteStart || !hasMappedCell(layout, row);
    if (textPosition >= 0 && (note || isTotal(textAt(sheet, textPosition, row)))) {
      issues.push(skipped(sheet, row, textPosition));
    } else if (!note) {
      kept.push(row);
    }
  }
  return { rows: Int32Array.from(kept), issues: [...issues, ...hiddenAmong(sheet, kept)] };
}

const isTotal = (text: string): boolean => totals.has(text.normalize("NFKC").replace(/[\s:]/g, ""));

const hasMappedCell = ({ sheet, columns }: SheetLayout, row: number): boolean =>
  columns.some(({ position }) => kindAt(sheet, position, row) !== RawKind.blank);

function firstText(sheet: RawSheet, row: number): number {
  return sheet.columns.findIndex((_, position) => kindAt(sheet, position, row) === RawKind.text);
}

/** First row of the block at the end of a sheet in which each row has one cell, a text that is no code. */
function firstTrailingNote({ sheet, headerRow, columns }: SheetLayout): number {
  const codePosition = columns.find(({ field }) => field.type === "code")?.position;
  let row = sheet.rowCount;
  while (row - 1 > headerRow && isNote(sheet, row - 1, codePosition)) row--;
  return row;
}

function isNote(sheet: RawSheet, row: number, codePosition: number | undefined): boolean {
  const filled = sheet.columns.flatMap((_, position) =>
    kindAt(sheet, position, row) === RawKind.blank ? [] : [position],
  );
  const [only] = filled;
  if (only === undefined) return true;
  return filled.length === 1 && only !== codePosition && kindAt(sheet, only, row) === RawKind.text;
}

function skipped(sheet: RawSheet, row: number, position: number): Issue {
  const rowNumber = sheet.rowNumber[row] ?? 0;
  return {
    code: "totals-row-skipped",
    severity: "warning",
    sheet: sheet.name,
    row: rowNumber,
    cell: columnLetters(position) + rowNumber,
    found: textAt(sheet, position, row).trim(),
  };
}

/** Hidden rows are read like others; one warning a sheet says how many there are. */
function hiddenAmong(sheet: RawSheet, rows: readonly number[]): Issue[] {
  const hidden = new Set(sheet.hiddenRows);
  const read = rows.filter((row) => hidden.has(row));
  const [first] = read;
  if (first === undefined) return [];
  const row = sheet.rowNumber[first] ?? 0;
  return [{ code: "hidden-row", severity: "warning", sheet: sheet.name, row, found: String(read.length) }];
}

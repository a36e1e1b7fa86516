import type { Issue } from "../issue/issue.ts";
import type { SheetLayout } from "./import-layout.ts";
import { columnLetters, kindAt, shownAt, textAt } from "./import-raw-cell.ts";
import { RawKind, type RawSheet } from "./raw-sheet.ts";

const totals = /^(?:本页|本表|全区)?(?:合计|总计|小计|共计|累计)(?:数|金额)?$/;

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
    if (repeatsHeader(layout, row)) {
      issues.push({ ...skipped(sheet, row, textPosition), code: "repeated-header" });
    } else if (textPosition >= 0 && (note || isTotal(textAt(sheet, textPosition, row)))) {
      issues.push(skipped(sheet, row, textPosition));
    } else if (!note) {
      kept.push(row);
    }
  }
  return { rows: Int32Array.from(kept), issues: [...issues, ...hiddenAmong(sheet, kept)] };
}

const isTotal = (text: string): boolean => totals.test(text.normalize("NFKC").replace(/[\s:]/g, ""));

const hasMappedCell = ({ sheet, columns }: SheetLayout, row: number): boolean =>
  columns.some(({ position }) => kindAt(sheet, position, row) !== RawKind.blank);

function firstText(sheet: RawSheet, row: number): number {
  return sheet.columns.findIndex((_, position) => kindAt(sheet, position, row) === RawKind.text);
}

/** Whether a row says what the header says, as on each printed page: in two columns or more, and in nothing else. */
function repeatsHeader({ sheet, headerRow, columns }: SheetLayout, row: number): boolean {
  let same = 0;
  for (const { position } of columns) {
    if (kindAt(sheet, position, row) === RawKind.blank) continue;
    if (shownAt(sheet, position, row) !== shownAt(sheet, position, headerRow)) return false;
    same++;
  }
  return same >= 2;
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
  if (only === undefined || isSignature(sheet, row, filled, codePosition)) return true;
  if (filled.length !== 1 || kindAt(sheet, only, row) !== RawKind.text) return false;
  return only !== codePosition || isProse(noteText(sheet, only, row));
}

const signature =
  /^(?:填表|制表|填报|经办|审核|复核|负责|联系|单位负责|单位盖章|主管|日期|电话|注|备注|说明)[^:]{0,6}:/;

/** Who filled a table in and who checked it, side by side below it. */
const isSignature = (
  sheet: RawSheet,
  row: number,
  filled: readonly number[],
  codePosition: number | undefined,
): boolean =>
  !filled.some((position) => position === codePosition && !signature.test(noteText(sheet, position, row))) &&
  filled.some((position) => signature.test(noteText(sheet, position, row)));

/** A sentence below the table, which stands in the column of codes when that is the first. */
const isProse = (text: string): boolean => text.length > 4 && /\p{Script=Han}/u.test(text);

const noteText = (sheet: RawSheet, position: number, row: number): string =>
  shownAt(sheet, position, row).normalize("NFKC").replace(/\s/g, "");

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

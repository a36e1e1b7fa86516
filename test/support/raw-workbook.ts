import { parseIsoDay } from "../../src/core/date/day.ts";
import { RawKind, type RawColumn, type RawSheet, type RawWorkbook } from "../../src/core/roster/raw-sheet.ts";

/** A cell as a test writes it; `{ date }` may carry a time as a fraction of the day. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: string; readonly time?: number }
  | { readonly error: string }
  | { readonly uncached: true };

export type TestRow = readonly TestCell[];

/** A workbook as its reader hands it over: sheet names with their rows from row 1; rows of blanks are not stored. */
export const rawWorkbook = (sheets: Readonly<Record<string, readonly TestRow[]>>): RawWorkbook => ({
  sheets: Object.entries(sheets).map(([name, rows]) => rawSheet(name, rows)),
});

export function rawSheet(name: string, rows: readonly TestRow[], hiddenRows: readonly number[] = []): RawSheet {
  const stored = rows.flatMap((cells, index) =>
    cells.some((cell) => cell !== null) ? [{ cells, rowNumber: index + 1 }] : [],
  );
  const texts: string[] = [];
  const width = Math.max(0, ...stored.map(({ cells }) => cells.length));
  const column = (position: number): RawColumn => {
    const raw = stored.map(({ cells }) => rawCell(cells[position] ?? null, texts));
    return { kind: Uint8Array.from(raw, ({ kind }) => kind), values: Float64Array.from(raw, ({ value }) => value) };
  };
  return {
    name,
    visibility: "visible",
    rowCount: stored.length,
    rowNumber: Int32Array.from(stored, ({ rowNumber }) => rowNumber),
    hiddenRows: stored.flatMap(({ rowNumber }, index) => (hiddenRows.includes(rowNumber) ? [index] : [])),
    hiddenColumns: [],
    columns: Array.from({ length: width }, (_, position) => column(position)),
    texts,
    merges: [],
  };
}

function rawCell(cell: TestCell, texts: string[]): { kind: number; value: number } {
  if (cell === null) return { kind: RawKind.blank, value: Number.NaN };
  if (typeof cell === "number") return { kind: RawKind.number, value: cell };
  if (typeof cell === "boolean") return { kind: RawKind.truth, value: cell ? 1 : 0 };
  if (typeof cell === "string") return { kind: RawKind.text, value: textNumber(cell, texts) };
  if ("date" in cell) return { kind: RawKind.date, value: parseIsoDay(cell.date) + (cell.time ?? 0) };
  if ("error" in cell) return { kind: RawKind.error, value: textNumber(cell.error, texts) };
  return { kind: RawKind.uncached, value: Number.NaN };
}

function textNumber(text: string, texts: string[]): number {
  const known = texts.indexOf(text);
  return known >= 0 ? known : texts.push(text) - 1;
}

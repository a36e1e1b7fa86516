import { isCreditCode, normaliseCode } from "../credit-code.ts";
import type { Field } from "../fields.ts";
import { readerOf } from "../import-cell.ts";
import { cellReading } from "../import-column.ts";
import type { Unit } from "../import-header.ts";
import { kindAt, shownAt } from "../import-raw-cell.ts";
import { TextPool } from "../import-text-pool.ts";
import { RawKind, type RawSheet } from "../raw-sheet.ts";

/** How many rows below the header are looked at. */
const LOOKED_AT = 200;
const SAMPLES = 5;
const PROVEN = 0.8;

/** Filled cells of a column among the first rows below the header, as stored rows. */
export function filledRows(sheet: RawSheet, position: number, headerRow: number): number[] {
  const rows: number[] = [];
  for (let row = headerRow + 1; row < Math.min(sheet.rowCount, headerRow + 1 + LOOKED_AT); row++) {
    if (kindAt(sheet, position, row) !== RawKind.blank) rows.push(row);
  }
  return rows;
}

/** Share of the given cells that read as a field; undefined where there are none. */
export function fitOf(sheet: RawSheet, position: number, rows: readonly number[], field: Field, unit?: Unit) {
  if (rows.length === 0) return undefined;
  const read = cellReading(sheet, position, readerOf(field, unit, new TextPool()));
  const fitting = rows.filter((row) => {
    const reading = read(row);
    return typeof reading === "number" || (reading.value !== undefined && reading.code !== "code-check-digit");
  });
  return fitting.length / rows.length;
}

/** Whether the cells are credit codes, by their check digits. */
export function holdsCreditCodes(sheet: RawSheet, position: number, rows: readonly number[]): boolean {
  const proven = rows.filter((row) => isCreditCode(normaliseCode(shownAt(sheet, position, row))));
  return proven.length > 0 && proven.length >= rows.length * PROVEN;
}

export const samplesOf = (sheet: RawSheet, position: number, rows: readonly number[]): string[] =>
  rows.slice(0, SAMPLES).map((row) => shownAt(sheet, position, row));

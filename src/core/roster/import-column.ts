import { readerOf, type CellReader, type Fault, type Reading } from "./import-cell.ts";
import { columnCleaning, type CleaningKind } from "./import-cleaning.ts";
import type { MappedColumn, SheetLayout } from "./import-layout.ts";
import { shownAt } from "./import-raw-cell.ts";
import type { TextPool } from "./import-text-pool.ts";
import { RawKind, type RawSheet } from "./raw-sheet.ts";
import { CellState, type Column } from "./roster.ts";

/** Something wrong with the cell of a row, counted from the first row converted. */
export interface CellFault {
  readonly row: number;
  readonly fault: Fault;
}

const cellError: Fault = { code: "cell-error" };
const leftUntidied: Fault = { code: "type-error", expected: "不经整理即可读取的写法" };
const notCached: Fault = { code: "no-cached-value" };

interface TidiedRow {
  readonly row: number;
  readonly kind: CleaningKind;
  /** Where the cell is left as typed: what tidying it would have given. */
  readonly left?: number;
}

/** A column converted. */
export interface ConvertedColumn {
  readonly column: Column;
  readonly faults: readonly CellFault[];
  /** Cells that need tidying before they are read: rows and ways. */
  readonly tidied: readonly TidiedRow[];
}

/** Converts the cells of a column in the given stored rows; each distinct text is read once. */
export function convertColumn(
  { sheet, repaired, untidied }: SheetLayout,
  rows: Int32Array,
  { field, unit, position }: MappedColumn,
  pool: TextPool,
): ConvertedColumn {
  const column = blankColumn(rows.length);
  const faults: CellFault[] = [];
  const tidied: TidiedRow[] = [];
  const reader = readerOf(field, unit, pool);
  const read = cellReading(sheet, position, reader);
  const cleaning = columnCleaning(sheet, position, field);
  const cleaningOf = (found: Reading, stored: number): CleaningKind | undefined =>
    Number.isNaN(valueOf(found)) ? undefined : cleaning(stored);
  const repairs = repaired?.get(position);
  for (let row = 0; row < rows.length; row++) {
    const stored = rows[row] ?? -1;
    const entry = repairs?.get(stored);
    const isAsTyped = entry !== undefined && entry === shownAt(sheet, position, stored);
    const repair = isAsTyped ? undefined : entry;
    const found = repair === undefined ? read(stored) : readText(reader, repair);
    const kind = repair === undefined ? cleaningOf(found, stored) : undefined;
    const isLeft = kind !== undefined && (isAsTyped || untidied?.has(kind) === true);
    const reading = isLeft ? leftUntidied : found;
    if (kind !== undefined) tidied.push({ row, kind, ...(isLeft && { left: valueOf(found) }) });
    if (typeof reading !== "number") faults.push({ row, fault: reading });
    setCell(column, row, reading);
  }
  return { column, faults, tidied };
}

/** What a cell was read as; NaN where it is blank or unreadable. */
const valueOf = (reading: Reading): number => (typeof reading === "number" ? reading : (reading.value ?? Number.NaN));

/** A column in which every cell is blank. */
export const blankColumn = (rowCount: number): Column => ({
  values: new Float64Array(rowCount).fill(Number.NaN),
  state: new Uint8Array(rowCount).fill(CellState.blank),
});

/** The cells of the given rows, in their order. */
export function pickRows({ values, state }: Column, rows: Int32Array): Column {
  const picked = blankColumn(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? -1;
    picked.values[index] = values[row] ?? Number.NaN;
    picked.state[index] = state[row] ?? CellState.blank;
  }
  return picked;
}

function setCell({ values, state }: Column, row: number, reading: Reading): void {
  const value = typeof reading === "number" ? reading : reading.value;
  if (value === undefined) {
    state[row] = CellState.unreadable;
  } else if (!Number.isNaN(value)) {
    values[row] = value;
    state[row] = CellState.filled;
  }
}

/** What a text is read as; one of spaces alone is a blank. */
export const readText = (reader: CellReader, text: string): Reading =>
  text.trim() === "" ? Number.NaN : reader.text(text);

/** How the cells of a column read, by stored row. */
export function cellReading(sheet: RawSheet, position: number, reader: CellReader) {
  const cells = sheet.columns[position];
  const ofText: (Reading | undefined)[] = [];
  return (stored: number): Reading => {
    const value = cells?.values[stored] ?? Number.NaN;
    switch (cells?.kind[stored]) {
      case RawKind.text:
        return (ofText[value] ??= readText(reader, sheet.texts[value] ?? ""));
      case RawKind.number:
        return reader.number(value);
      case RawKind.date:
        return reader.date(value);
      case RawKind.truth:
        return reader.truth(value);
      case RawKind.error:
        return cellError;
      case RawKind.uncached:
        return notCached;
      default:
        return Number.NaN;
    }
  };
}

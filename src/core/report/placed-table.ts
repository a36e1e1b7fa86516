import { columnLetters } from "../roster/import-raw-cell.ts";
import { quotedSheet } from "./report-cells.ts";
import type { MadeRows, ReportCell } from "./report-model.ts";

/** Address of a cell of the same row by its column's id, or of the row `below` rows further down (above: negative). */
export type At = (id: string, below?: number) => string;

/** A column of a table whose cells refer to each other by the ids of their columns. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly cell: (row: Row, at: At, index: number) => ReportCell;
}

/** A table that has found its place on a sheet. */
export interface PlacedTable {
  readonly body: MadeRows;
  readonly range: Ranges;
  /** Absolute address of one cell, by its column and the position of its row. */
  readonly cell: (id: string, index: number) => string;
}

/** Absolute address of a whole column of a table, with its sheet; undefined where the table has no such column. */
export type Ranges = (id: string) => string | undefined;

/** Letters of every column by id. @throws Error for an id that stands twice: our own mistake */
export function lettersOf(columns: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  const letters = new Map(columns.map(({ id }, index) => [id, columnLetters(index)]));
  if (letters.size !== columns.length) throw new Error(`columns twice: ${columns.map(({ id }) => id).join(" ")}`);
  return letters;
}

/**
 * Places rows from `firstRow` (as the sheet shows it) on, made when they are written; a table without rows keeps one empty row for its ranges.
 * Rows that are `chained` to those above address cells absolutely: LibreOffice computes columns of like formulas
 * together, and where such columns need each other's rows above it takes stale values.
 */
export function placeTable<Row>(
  sheet: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  firstRow: number,
  chained: (row: Row) => boolean,
): PlacedTable {
  const letters = lettersOf(columns);
  const letter = (id: string): string => {
    const found = letters.get(id);
    if (found === undefined) throw new Error(`${sheet} has no column ${id}`);
    return found;
  };
  const lastRow = firstRow + Math.max(rows.length, 1) - 1;
  return {
    body: {
      count: rows.length,
      row: (index) => {
        const [made = []] = rows.slice(index, index + 1).map((row) => {
          const mark = chained(row) ? "$" : "";
          const at: At = (id, below = 0) => `${mark}${letter(id)}${mark}${firstRow + index + below}`;
          return columns.map(({ cell }) => cell(row, at, index));
        });
        return made;
      },
    },
    range: (id) => {
      const found = letters.get(id);
      return found && `${quotedSheet(sheet)}!$${found}$${firstRow}:$${found}$${lastRow}`;
    },
    cell: (id, index) => `${quotedSheet(sheet)}!$${letter(id)}$${firstRow + index}`,
  };
}

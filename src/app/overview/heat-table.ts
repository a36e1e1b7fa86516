import type { Fen } from "../../core/money/money.ts";
import type { ByYear } from "../../core/policy/ledger.ts";

/** One row of a year table: a measure or a department, one cell a year. */
export interface HeatRow {
  readonly cells: readonly Fen[];
  readonly total: Fen;
}

/** Rows by year with their sums; `largest` is the cell that gets the full tint. */
export interface HeatTable {
  readonly rows: readonly HeatRow[];
  readonly sums: HeatRow;
  readonly largest: Fen;
}

export function heatTable(lines: readonly ByYear[], years: readonly number[]): HeatTable {
  const rows = lines.map((line) => rowOf(years.map((year) => line.get(year) ?? 0)));
  const sums = rowOf(years.map((_, index) => rows.reduce((sum, { cells }) => sum + (cells[index] ?? 0), 0)));
  return { rows, sums, largest: Math.max(0, ...rows.flatMap(({ cells }) => cells)) };
}

const rowOf = (cells: readonly Fen[]): HeatRow => ({ cells, total: cells.reduce((sum, cell) => sum + cell, 0) });

/** Where the largest amount stands, absent where there is none. */
export function largestCell({
  rows,
  largest,
}: HeatTable): { readonly row: number; readonly column: number } | undefined {
  if (largest <= 0) return undefined;
  const row = rows.findIndex(({ cells }) => cells.includes(largest));
  return { row, column: rows[row]?.cells.indexOf(largest) ?? 0 };
}

/** Tint of a cell in per cent; weak enough that ink on it stays readable in both themes. */
export const tintOf = (amount: Fen, largest: Fen): number =>
  amount > 0 && largest > 0 ? Math.round(4 + 36 * Math.sqrt(amount / largest)) : 0;

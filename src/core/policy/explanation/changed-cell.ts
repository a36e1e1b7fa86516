import { fieldsOf, tables, type Field } from "../../roster/fields.ts";
import { CellState, type Column, type Roster } from "../../roster/roster.ts";
import type { CellValue } from "./explanation.ts";

/** The field of a cell; undefined for a year that no column stands for. */
export const fieldBehind = ({ table, column }: Pick<CellValue, "table" | "column">): Field | undefined =>
  fieldsOf(table).find(({ label }) => label === column);

/** Row index of a cell in a roster, −1 where the roster has no such row. */
export function rowOf(roster: Roster, { table, sheet, row }: Pick<CellValue, "table" | "sheet" | "row">): number {
  const { sheetRow, sheet: sheets } = roster.tables[table];
  return sheetRow.findIndex((at, index) => at === row && roster.sheetNames[sheets[index] ?? -1] === sheet);
}

/**
 * A roster with one cell changed; every other column is shared with the one it was.
 * @param value in the form of `Column.values`; NaN leaves the cell blank
 */
export function withCell(roster: Roster, field: Field, row: number, value: number): Roster {
  const table = roster.tables[field.table];
  const before: Column = table.columns.get(field.id) ?? {
    values: new Float64Array(table.rowCount).fill(Number.NaN),
    state: new Uint8Array(table.rowCount).fill(CellState.blank),
  };
  const column: Column = { values: before.values.slice(), state: before.state.slice() };
  column.values[row] = value;
  column.state[row] = Number.isNaN(value) ? CellState.blank : CellState.filled;
  const changed = { ...table, columns: new Map([...table.columns, [field.id, column]]) };
  const all = Object.fromEntries(tables.map(({ id }) => [id, id === field.table ? changed : roster.tables[id]]));
  return { ...roster, tables: { ...roster.tables, ...all } };
}

import { isoDay } from "../core/date/day.ts";
import { fieldsOf, type Field, type TableId } from "../core/roster/fields.ts";
import { CellState, type Roster } from "../core/roster/roster.ts";
import type { TableWindow } from "./port.ts";

/** A cell as the page shows it; money in 万元. */
function shown(roster: Roster, field: Field, value: number, state: number): string {
  if (state === CellState.unreadable) return "⚠";
  if (state === CellState.blank || Number.isNaN(value)) return "";
  switch (field.type) {
    case "money":
      return String(value / 1_000_000);
    case "date":
      return isoDay(value);
    case "truth":
      return value === 1 ? "是" : "否";
    case "choice":
      return field.choices?.[value] ?? "";
    case "code":
    case "text":
      return roster.texts[value] ?? "";
    case "count":
    case "number":
      return String(value);
    default:
      return field.type satisfies never;
  }
}

/** Rows of a table from the `first` match of `search` on, at most `count`, as text; columns the roster has. */
export function tableWindow(
  roster: Roster,
  tableId: TableId,
  first: number,
  count: number,
  search: string,
): TableWindow {
  const table = roster.tables[tableId];
  const fields = fieldsOf(tableId).filter(({ id }) => table.columns.has(id));
  const cellsOf = (row: number): string[] =>
    fields.map((field) => {
      const column = table.columns.get(field.id);
      return shown(roster, field, column?.values[row] ?? Number.NaN, column?.state[row] ?? CellState.blank);
    });
  const rows = Array.from({ length: table.rowCount }, (_, row) => row);
  const matches = search === "" ? rows : rows.filter((row) => cellsOf(row).some((cell) => cell.includes(search)));
  const seen = matches.slice(first, first + count);
  return {
    headers: fields.map(({ label, type }) => (type === "money" ? `${label}（万元）` : label)),
    rowNumbers: seen.map((row) => table.sheetRow[row] ?? 0),
    cells: seen.map(cellsOf),
    total: matches.length,
  };
}

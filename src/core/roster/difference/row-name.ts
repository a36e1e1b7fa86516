import { isoDay } from "../../date/day.ts";
import { fieldOf, type Field, type TableId } from "../fields.ts";
import { CellState, type Roster } from "../roster.ts";
import { keyFields } from "./row-keys.ts";

/** State and value of a cell; a column that the workbook does not have is blank. */
export function cellAt(roster: Roster, { table, id }: Field, row: number): { state: number; value: number } {
  const column = roster.tables[table].columns.get(id);
  return { state: column?.state[row] ?? CellState.blank, value: column?.values[row] ?? Number.NaN };
}

/** The filled cells of a row's key, as text. */
export const keyText = (roster: Roster, table: TableId, row: number): string =>
  keyFields[table]
    .map((id) => keyPart(roster, fieldOf(table, id), row))
    .filter((part) => part !== "")
    .join(" · ");

function keyPart(roster: Roster, field: Field, row: number): string {
  const { value } = cellAt(roster, field, row);
  if (field.type === "choice") return field.choices?.[value] ?? "";
  if (field.type === "date") return Number.isNaN(value) ? "" : isoDay(value);
  return roster.texts[value] ?? "";
}

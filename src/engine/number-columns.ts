import { fieldsOf, type Field, type TableId } from "../core/roster/fields.ts";
import { CellState, type Roster } from "../core/roster/roster.ts";

/** The filled cells of a column of numbers: money in 分, counts as they are. */
export interface NumberColumn {
  readonly field: Field;
  readonly values: Float64Array;
}

const holdsNumbers = ({ type }: Field): boolean => type === "money" || type === "count" || type === "number";

/** Every column of a table that holds numbers, in the order of the field dictionary. */
export function numberColumns(roster: Roster, table: TableId): NumberColumn[] {
  return fieldsOf(table)
    .filter(holdsNumbers)
    .flatMap((field) => {
      const column = roster.tables[table].columns.get(field.id);
      return column
        ? [{ field, values: column.values.filter((_, row) => column.state[row] === CellState.filled) }]
        : [];
    });
}

import { fieldsOf, type Field, type TableId } from "../fields.ts";
import { CellState, type Roster, type Table } from "../roster.ts";

/** A table with the texts that its columns index into. */
export interface Side {
  readonly table: Table;
  readonly texts: readonly string[];
}

export const sideOf = ({ tables, texts }: Roster, table: TableId): Side => ({ table: tables[table], texts });

/** Orders a row of one table and a row of another by content: 0 exactly where it is the same. */
export type RowOrder = (first: number, second: number) => number;

/** Order of the cells of one field. A column that a workbook does not have is blank. */
export function cellOrder({ id, type }: Field, first: Side, second: Side): RowOrder {
  const [a, b] = [first.table.columns.get(id), second.table.columns.get(id)];
  const isText = type === "text" || type === "code";
  return (rowA, rowB) => {
    const [stateA, stateB] = [a?.state[rowA] ?? CellState.blank, b?.state[rowB] ?? CellState.blank];
    if (stateA !== stateB) return stateA - stateB;
    if (stateA !== CellState.filled) return 0;
    const [valueA, valueB] = [a?.values[rowA] ?? Number.NaN, b?.values[rowB] ?? Number.NaN];
    return isText ? textOrder(first.texts[valueA] ?? "", second.texts[valueB] ?? "") : valueA - valueB;
  };
}

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of whole rows, column by column in canonical order. */
export function rowOrder(first: Side, second: Side): RowOrder {
  const orders = fieldsOf(first.table.id).map((field) => cellOrder(field, first, second));
  return (rowA, rowB) => {
    for (const order of orders) {
      const found = order(rowA, rowB);
      if (found !== 0) return found;
    }
    return 0;
  };
}

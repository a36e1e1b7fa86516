import { fieldsOf, tables, type Field, type TableId } from "../fields.ts";
import type { Roster } from "../roster.ts";
import { cellOrder, sideOf } from "./cell-order.ts";
import { pairRows } from "./pair-rows.ts";

/** Cells that say something else now, struct-of-arrays, by later row and in canonical order of the fields. */
export interface ChangedCells {
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Index into `fieldsOf(table)`. */
  readonly field: Uint8Array;
}

/** What became of the accepted rows of one table. */
export interface TableDifference {
  readonly table: TableId;
  /** Later rows without an earlier one, ascending. */
  readonly added: Int32Array;
  /** Earlier rows without a later one, ascending. */
  readonly gone: Int32Array;
  readonly changed: ChangedCells;
  readonly counts: DifferenceCounts;
}

export interface DifferenceCounts {
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly gone: number;
  readonly changedRows: number;
  readonly changedCells: number;
  /** Labels of columns that only the later, and only the earlier workbook has. */
  readonly columnsAdded: readonly string[];
  readonly columnsGone: readonly string[];
}

/** What two rosters have not in common, table by table; rows are told apart by `keyFields`. */
export const compareRosters = (before: Roster, after: Roster): readonly TableDifference[] =>
  tables.map(({ id }) => compareTables(before, after, id));

function compareTables(before: Roster, after: Roster, table: TableId): TableDifference {
  const [old, now] = [sideOf(before, table), sideOf(after, table)];
  const orders = fieldsOf(table).map((field) => cellOrder(field, old, now));
  const { earlier, gone } = pairRows(old, now);
  const added: number[] = [];
  const cells: { before: number[]; after: number[]; field: number[] } = { before: [], after: [], field: [] };
  let changedRows = 0;
  // plain loops: up to eight million cells
  for (let row = 0; row < earlier.length; row++) {
    const partner = earlier[row] ?? -1;
    if (partner < 0) {
      added.push(row);
      continue;
    }
    const known = cells.field.length;
    for (let field = 0; field < orders.length; field++) {
      if (orders[field]?.(partner, row) === 0) continue;
      cells.before.push(partner);
      cells.after.push(row);
      cells.field.push(field);
    }
    if (cells.field.length > known) changedRows++;
  }
  const onlyIn = (one: Roster, other: Roster): string[] =>
    fieldsOf(table)
      .filter(isOnlyIn(one, other))
      .map(({ label }) => label);
  return {
    table,
    added: Int32Array.from(added),
    gone,
    changed: {
      before: Int32Array.from(cells.before),
      after: Int32Array.from(cells.after),
      field: Uint8Array.from(cells.field),
    },
    counts: {
      before: old.table.rowCount,
      after: now.table.rowCount,
      added: added.length,
      gone: gone.length,
      changedRows,
      changedCells: cells.field.length,
      columnsAdded: onlyIn(after, before),
      columnsGone: onlyIn(before, after),
    },
  };
}

/** Fields that a workbook has a column of and another, which has the table too, has not. */
const isOnlyIn =
  (one: Roster, other: Roster) =>
  ({ id, table }: Field): boolean => {
    const otherColumns = other.tables[table].columns;
    return otherColumns.size > 0 && one.tables[table].columns.has(id) && !otherColumns.has(id);
  };

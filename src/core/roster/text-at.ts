import type { FieldId, TableId } from "./fields.ts";
import type { Roster } from "./roster.ts";

/** Text of a text or code cell; empty where the cell is not filled, or the roster has no such column or row. */
export const textAt = (roster: Roster, table: TableId, field: FieldId, row: number): string =>
  roster.texts[roster.tables[table].columns.get(field)?.values[row] ?? -1] ?? "";

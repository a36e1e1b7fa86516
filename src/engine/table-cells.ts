import { isoDay } from "../core/date/day.ts";
import { fieldsOf, type Field, type FieldId, type TableId } from "../core/roster/fields.ts";
import { CellState, type Roster } from "../core/roster/roster.ts";
import { textAt } from "../core/roster/text-at.ts";

/** What names a row of a table: its own field, or where there is none the enterprise it belongs to. */
const titleFields: Partial<Record<TableId, FieldId>> = { enterprises: "name", fundInvestments: "investee" };

/** The field that the title column of a table shows; undefined where that is the name of the row's enterprise. */
export const titleField = (table: TableId): FieldId | undefined => titleFields[table];

/** Fields that have a column beside the title: those of the roster, in canonical order. */
export const shownFields = (roster: Roster, table: TableId): readonly Field[] =>
  fieldsOf(table).filter(({ id }) => id !== titleFields[table] && roster.tables[table].columns.has(id));

/** A filled value as a person reads it: money in 万元, dates as 2023-05-29, numbers without separators. */
export function valueText(roster: Roster, field: Field, value: number): string {
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

/** Stands where the content of a cell could not be read. */
export const UNREADABLE = "⚠";

/** A cell as the table shows it: blank is empty, a sign stands where the content could not be read. */
export function cellText(roster: Roster, field: Field, row: number): string {
  const column = roster.tables[field.table].columns.get(field.id);
  const state = column?.state[row] ?? CellState.blank;
  if (state === CellState.unreadable) return UNREADABLE;
  return state === CellState.blank ? "" : valueText(roster, field, column?.values[row] ?? Number.NaN);
}

/** What a row is called; an enterprise without a name goes by its code. */
export function titleText(roster: Roster, table: TableId, row: number): string {
  if (table === "fundInvestments") return textAt(roster, table, "investee", row);
  const enterprise = roster.tables[table].enterprise[row] ?? -1;
  return textAt(roster, "enterprises", "name", enterprise) || textAt(roster, "enterprises", "uscc", enterprise);
}

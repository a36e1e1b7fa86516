import { tables, type TableId } from "../../core/roster/fields.ts";

/** The names of the roster's tables in a language. */
export const tableNames = (language: "zh" | "en"): Readonly<Record<TableId, string>> =>
  Object.fromEntries(tables.map(({ id, label, english }) => [id, language === "zh" ? label : english])) as Record<
    TableId,
    string
  >;

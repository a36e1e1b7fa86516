import { tables, type Field, type TableId } from "../../../core/roster/fields.ts";
import type { Language } from "../../state/preferences.svelte.ts";

/** Name of a table in the page's language. */
export function tableName(table: TableId, language: Language): string {
  const found = tables.find(({ id }) => id === table);
  return (language === "zh" ? found?.label : found?.english) ?? table;
}

/** Name of a field in the page's language. */
export const fieldName = ({ label, english }: Field, language: Language): string =>
  language === "zh" ? label : `${english} ${label}`;

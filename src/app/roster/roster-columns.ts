import { fieldOf, type Field, type FieldId, type TableId } from "../../core/roster/fields.ts";
import type { Language } from "../state/preferences.svelte.ts";
import type { GridColumn } from "../table/grid.ts";

/** Id of the column that names a row. */
export const titleColumn = "title";

/** Pixels that a head takes at 12 px: a Chinese character a square, a Latin one half of it. */
const headWidth = (label: string): number =>
  [...label].reduce((sum, character) => sum + (/[ -~]/.test(character) ? 6.6 : 12.5), 28);

const widths: Readonly<Record<Field["type"], number>> = {
  code: 176,
  text: 160,
  choice: 96,
  truth: 72,
  date: 104,
  money: 112,
  count: 80,
  number: 80,
};

const unitOf = (field: Field, language: Language): string | undefined => {
  if (field.type === "money") return language === "zh" ? "万元" : "wan yuan";
  return field.type === "count" && language === "zh" ? field.unit : undefined;
};

function columnOf(field: Field, language: Language): GridColumn {
  const label = language === "zh" ? field.label : field.english;
  const unit = unitOf(field, language);
  const isNumber = field.type === "money" || field.type === "count" || field.type === "number";
  return {
    id: field.id,
    label,
    ...(unit !== undefined && { unit }),
    width: Math.round(Math.min(260, Math.max(widths[field.type], headWidth(label + (unit ?? ""))))),
    isNumber,
    isText: field.type === "text" || field.type === "code",
  };
}

/** Columns of a roster table: what names the row, then its fields. */
export function rosterColumns(
  table: TableId,
  fields: readonly FieldId[],
  title: string,
  language: Language,
): readonly GridColumn[] {
  const first: GridColumn = { id: titleColumn, label: title, width: 280, isNumber: false, isText: true };
  return [first, ...fields.map((id) => columnOf(fieldOf(table, id), language))];
}

import { isoDay } from "../../../core/date/day.ts";
import type { EditedValue, FirmEdit } from "../../../core/policy/hypothesis/firm-edit.ts";
import { fieldOf, tables, type Field, type TableId } from "../../../core/roster/fields.ts";
import { typedText } from "./edit-value.ts";
import type { HypothesisWords } from "./hypothesis-text.ts";

type Language = "zh" | "en";

export const fieldName = ({ label, english }: Field, language: Language): string =>
  language === "zh" ? label : english;

export function tableName(id: TableId, language: Language): string {
  const table = tables.find((candidate) => candidate.id === id);
  return (language === "zh" ? table?.label : table?.english) ?? id;
}

/** The unit that a value of a field is typed in; empty for what has none. */
export const unitOf = ({ unit }: Field, words: HypothesisWords, unitNames: Readonly<Record<string, string>>): string =>
  unit === undefined ? "" : unit === "人" ? words.units.persons : (unitNames[unit] ?? unit);

/** A value as a person reads it, with its unit. */
export function valueName(
  field: Field,
  value: EditedValue,
  words: HypothesisWords,
  unitNames: Readonly<Record<string, string>>,
): string {
  if (value === null) return words.blank;
  if (typeof value === "string") return value;
  if (field.type === "truth") return value === 1 ? words.yes : words.no;
  if (field.type === "choice") return field.choices?.[value] ?? "";
  if (field.type === "date") return isoDay(value);
  return `${typedText(field, value)} ${unitOf(field, words, unitNames)}`.trim();
}

/** An edit in words: the cell and what it would hold, or the row and what it holds. */
export function editName(
  edit: FirmEdit,
  addedBefore: number,
  language: Language,
  words: HypothesisWords,
  unitNames: Readonly<Record<string, string>>,
): string {
  const cell = (id: string, value: EditedValue): string => {
    const field = fieldOf(edit.table, id);
    return `${fieldName(field, language)} ${valueName(field, value, words, unitNames)}`;
  };
  if (edit.kind === "cell") return cell(edit.field, edit.value);
  const cells = Object.entries(edit.cells).map(([id, value]) => cell(id, value));
  const colon = language === "zh" ? "：" : ": ";
  const comma = language === "zh" ? "，" : ", ";
  return `${words.added(tableName(edit.table, language), addedBefore + 1)}${colon}${cells.join(comma)}`;
}

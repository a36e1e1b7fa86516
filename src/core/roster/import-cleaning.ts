import type { Field, FieldType } from "./fields.ts";
import { RawKind, type RawSheet } from "./raw-sheet.ts";

/** Ways in which what was typed is tidied before it is read. */
export const cleaningKinds = [
  "full-width",
  "spaces",
  "letter-case",
  "thousands",
  "brackets",
  "unit-suffix",
  "number-as-text",
  "date-as-text",
  "date-without-format",
  "truth-word",
] as const;

export type CleaningKind = (typeof cleaningKinds)[number];

/** How the text of a cell was tidied to be read as the field: the most telling way, undefined if it needed none. */
function cleaningOfText({ type }: Field, text: string): CleaningKind | undefined {
  switch (type) {
    case "money":
    case "count":
    case "number":
      return kindOfNumber(text);
    case "date":
      return isWide(text) ? "full-width" : "date-as-text";
    case "truth":
      return text === "是" || text === "否" ? undefined : "truth-word";
    case "code":
      return isWide(text) ? "full-width" : kindOfText(text, text.toUpperCase());
    case "text":
    case "choice":
      return kindOfText(text, text);
  }
}

/** How a number was tidied to be read as a field of this type. */
const ofNumbers: Partial<Record<FieldType, CleaningKind>> = { date: "date-without-format", truth: "truth-word" };

/** How the cells of a column were tidied, by stored row; undefined for cells that needed nothing. */
export function columnCleaning(sheet: RawSheet, position: number, field: Field) {
  const cells = sheet.columns[position];
  const ofText: (CleaningKind | null)[] = [];
  const kindOfText = (index: number): CleaningKind | null => {
    const kind = cleaningOfText(field, sheet.texts[index] ?? "");
    // a text file cannot hold its numbers and dates as anything but text
    return kind === undefined || (sheet.allText && asTyped.has(kind)) ? null : kind;
  };
  return (stored: number): CleaningKind | undefined => {
    const value = cells?.values[stored] ?? Number.NaN;
    if (cells?.kind[stored] === RawKind.text) return (ofText[value] ??= kindOfText(value)) ?? undefined;
    return cells?.kind[stored] === RawKind.number ? ofNumbers[field.type] : undefined;
  };
}

const asTyped: ReadonlySet<CleaningKind> = new Set(["number-as-text", "date-as-text"]);

const isWide = (text: string): boolean => /[\uFF01-\uFF5E\u3000]/.test(text);

function kindOfNumber(text: string): CleaningKind {
  if (/[万亿元人名户]\s*$/.test(text)) return "unit-suffix";
  if (/[(（]/.test(text)) return "brackets";
  if (isWide(text)) return "full-width";
  return text.includes(",") ? "thousands" : "number-as-text";
}

function kindOfText(text: string, upper: string): CleaningKind | undefined {
  if (text !== text.trim()) return "spaces";
  return text === upper ? undefined : "letter-case";
}

import type { Field } from "./fields.ts";

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
export function cleaningOfText({ type }: Field, text: string): CleaningKind | undefined {
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

/** How a number was tidied to be read as the field. */
export function cleaningOfNumber({ type }: Field): CleaningKind | undefined {
  if (type === "date") return "date-without-format";
  return type === "truth" ? "truth-word" : undefined;
}

const isWide = (text: string): boolean => /[\uFF01-\uFF5E\u3000]/.test(text);

function kindOfNumber(text: string): CleaningKind {
  if (/[万亿元]/.test(text)) return "unit-suffix";
  if (/[(（]/.test(text)) return "brackets";
  if (isWide(text)) return "full-width";
  return text.includes(",") ? "thousands" : "number-as-text";
}

function kindOfText(text: string, upper: string): CleaningKind | undefined {
  if (text !== text.trim()) return "spaces";
  return text === upper ? undefined : "letter-case";
}

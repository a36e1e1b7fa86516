import { valueText } from "../../core/formula/explanation-text.ts";
import { explanationWords } from "../../core/policy/explanation/describe-explanation.ts";
import type { CellValue } from "../../core/policy/explanation/explanation.ts";
import type { SufficientChange } from "../../core/policy/explanation/shortfalls.ts";
import { enterpriseText } from "./enterprise-text.ts";

/** What a cell holds, in words. */
export const shownCell = (cell: CellValue, language: "zh" | "en"): string =>
  cell.state === "filled" || cell.state === "unreadable"
    ? valueText(cell, explanationWords(language).values)
    : enterpriseText[language].shortfalls.blank;

/** How far a change goes, in the unit of its cell. */
export function distanceText({ from, short }: SufficientChange, language: "zh" | "en"): string {
  const words = enterpriseText[language].shortfalls;
  if (short === undefined) return "–";
  if (from.unit === "date") return words.days(short);
  const { values } = explanationWords(language);
  return from.unit === "count" ? words.persons(short) : valueText({ unit: from.unit, value: short }, values);
}

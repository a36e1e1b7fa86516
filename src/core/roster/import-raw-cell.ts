import { isoDay } from "../date/day.ts";
import { RawKind, type RawSheet } from "./raw-sheet.ts";

/** Column letters of a 0-based position: 0 is A, 26 is AA. */
export function columnLetters(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : columnLetters(Math.floor(position / 26) - 1) + letter;
}

/** Kind of a cell; a text of spaces alone is blank. */
export function kindAt(sheet: RawSheet, position: number, row: number): number {
  const kind = sheet.columns[position]?.kind[row] ?? RawKind.blank;
  return kind === RawKind.text && textAt(sheet, position, row).trim() === "" ? RawKind.blank : kind;
}

/** Text of a text or error cell. */
export function textAt(sheet: RawSheet, position: number, row: number): string {
  return sheet.texts[sheet.columns[position]?.values[row] ?? -1] ?? "";
}

/** What a reader of the sheet would call the cell's content. */
export function shownAt(sheet: RawSheet, position: number, row: number): string {
  const column = sheet.columns[position];
  const value = column?.values[row] ?? Number.NaN;
  switch (column?.kind[row]) {
    case RawKind.number:
      return String(value);
    case RawKind.date:
      return isoDay(value);
    case RawKind.truth:
      return value === 0 ? "FALSE" : "TRUE";
    case RawKind.text:
    case RawKind.error:
      return textAt(sheet, position, row);
    default:
      return "";
  }
}

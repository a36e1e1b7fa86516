import type { ReportCell, ReportSheet } from "../core/report/report-model.ts";
import { columnLetters } from "./column-letters.ts";
import { isWrapped } from "./report-styles.ts";

/** Points of one line of text; a row of one line is left to the spreadsheet. */
const LINE = 15;
const HIGHEST = 409;
/** Widest that a sentence runs across a sheet, in characters. */
const WIDEST = 130;
const DEFAULT_WIDTH = 9;

/** What a sheet needs beside its cells, since spreadsheets do not fit rows of a file they did not write. */
export interface RowLayout {
  /** Range that a sentence alone in its row runs across. */
  readonly merge?: string;
  /** Height in points. */
  readonly height?: number;
}

/** Width in characters: Chinese ones take two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character >= "\u1100" ? 2 : 1;
  return width;
}

function linesOf({ value }: ReportCell, width: number): number {
  if (typeof value !== "string") return 1;
  // a line is broken before it is quite full
  return value.split("\n").reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / (width - 1))), 0);
}

/** Columns from the first that together are wide enough to read a sentence in. */
function sentenceColumns(widths: readonly number[]): { readonly last: number; readonly width: number } {
  let [last, width] = [0, widths[0] ?? DEFAULT_WIDTH];
  while (last + 1 < widths.length && width + (widths[last + 1] ?? 0) <= WIDEST) width += widths[++last] ?? 0;
  return { last, width };
}

/** How a row is to be laid out: a sentence alone runs across the sheet, wrapped text gets the lines it needs. */
export function rowLayout({ widths, merges = [] }: ReportSheet, cells: readonly ReportCell[], row: number): RowLayout {
  if (!cells.some(isWrapped)) return {};
  if (merges.some((range) => new RegExp(`[A-Z]${row}(:|$)`).test(range))) return {};
  const wrapped = cells.map(isWrapped);
  const isSentence = cells.length === 1 && widths.length > 1;
  const { last, width } = sentenceColumns(widths);
  const lines = cells.map((cell, column) =>
    wrapped[column] ? linesOf(cell, isSentence ? width : (widths[column] ?? DEFAULT_WIDTH)) : 1,
  );
  const most = Math.max(...lines);
  return {
    ...(isSentence && last > 0 && { merge: `A${row}:${columnLetters(last)}${row}` }),
    ...(most > 1 && { height: Math.min(HIGHEST, most * LINE + 2) }),
  };
}

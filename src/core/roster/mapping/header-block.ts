import { normaliseHeader } from "../import-header.ts";
import { kindAt, shownAt } from "../import-raw-cell.ts";
import { RawKind, type RawSheet } from "../raw-sheet.ts";
import { Sha256 } from "../sha256.ts";

/** Where the header of a sheet stands. */
export interface HeaderBlock {
  /** Stored row of its first line. */
  readonly row: number;
  readonly lines: 1 | 2;
}

/** The header of one column. */
export interface Header {
  /** As the workbook has it; two lines with a space between; empty where there is none. */
  readonly text: string;
  /** Texts that may name the field, the likeliest first: the lines joined either way, then the lower one. */
  readonly forms: readonly string[];
}

export const HEADER_WITHIN = 20;

/** The headers of every position of a sheet. */
export function headersAt(sheet: RawSheet, { row, lines }: HeaderBlock): readonly Header[] {
  const lower = lineAt(sheet, row + lines - 1);
  if (lines === 1) return lower.map((text) => ({ text, forms: text === "" ? [] : [text] }));
  const upper = spread(sheet, row, lineAt(sheet, row));
  return lower.map((text, position) => joined(upper[position] ?? "", text));
}

/** What tells layouts apart: the texts of a header, wherever it stands. */
export function fingerprintOf(headers: readonly Header[]): string {
  const texts = headers.map(({ text }) => normaliseHeader(text));
  while (texts.at(-1) === "") texts.pop();
  return new Sha256().update(JSON.stringify(texts)).hex().slice(0, 16);
}

function joined(upper: string, lower: string): Header {
  if (upper === "" || lower === "" || upper === lower) {
    const text = lower === "" ? upper : lower;
    return { text, forms: text === "" ? [] : [text] };
  }
  return { text: `${upper} ${lower}`, forms: [upper + lower, lower + upper, lower] };
}

const lineAt = (sheet: RawSheet, row: number): string[] =>
  Array.from({ length: sheet.columns.length }, (_, position) => headerText(sheet, position, row));

function headerText(sheet: RawSheet, position: number, row: number): string {
  const kind = kindAt(sheet, position, row);
  return kind === RawKind.text || kind === RawKind.number ? shownAt(sheet, position, row) : "";
}

/** A line with the text of each merged range in all the columns it spans. */
function spread(sheet: RawSheet, row: number, line: readonly string[]): readonly string[] {
  const number = sheet.rowNumber[row] ?? 0;
  const texts = [...line];
  for (const { top, left, bottom, right } of sheet.merges) {
    if (number !== top || bottom < top) continue;
    for (let position = left; position < Math.min(right, texts.length); position++) {
      texts[position] = line[left - 1] ?? "";
    }
  }
  return texts;
}

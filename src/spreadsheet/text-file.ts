import type { RawSheet, RawWorkbook } from "../core/roster/raw-sheet.ts";
import { RawKind } from "../core/roster/raw-sheet.ts";
import { decodeText } from "./decode-text.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { LIMITS } from "./limits.ts";
import type { ReadRun } from "./read-run.ts";
import { Refusal } from "./refusal.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { TextNumbers } from "./text-numbers.ts";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const ROWS_A_TURN = 1000;

/**
 * The cells of a text file with delimiters (.csv, .tsv), all of them texts, in one sheet named as the file.
 * @throws Refusal for an encoding that is none, a quotation without end, too many columns or rows
 */
export async function readTextFile(bytes: Uint8Array, fileName: string, run: ReadRun): Promise<RawWorkbook> {
  const { text, start, delimiter } = findDelimiter(decodeText(bytes, fileName));
  const reader = new TextFileReader(text, start, delimiter, run);
  for (let row = 1; reader.readRow(row); row++) {
    if (row % ROWS_A_TURN === 0) await run.pauseIfDue(fileName);
  }
  run.report(fileName, 1);
  return { sheets: [reader.finish(fileName.replace(/\.[^.]*$/, ""))] };
}

class TextFileReader {
  readonly #text: string;
  readonly #delimiter: number;
  readonly #builder: SheetBuilder;
  readonly #numbers = new TextNumbers();
  #at: number;

  constructor(text: string, start: number, delimiter: string, run: ReadRun) {
    this.#text = text;
    this.#at = start;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#builder = new SheetBuilder(run);
  }

  /** Whether there was a row to read. */
  readRow(row: number): boolean {
    if (this.#at >= this.#text.length) return false;
    this.#builder.beginRow(row, false);
    for (let column = 0; ; column++) {
      if (column >= LIMITS.columns) throw new Refusal("too-large", `column ${column + 1}`, `≤ ${LIMITS.columns}`);
      this.#store(column, this.#field(row));
      const ended = this.#text.charCodeAt(this.#at++);
      if (ended === this.#delimiter) continue;
      if (ended === CARRIAGE_RETURN && this.#text.charCodeAt(this.#at) === LINE_FEED) this.#at++;
      return true;
    }
  }

  finish(name: string): RawSheet {
    const cells = this.#builder.finish();
    const { texts } = this.#numbers;
    return { name, visibility: "visible", ...cells, hiddenColumns: [], texts, merges: [], allText: true };
  }

  #store(column: number, text: string): void {
    if (text !== "") this.#builder.set(column, RawKind.text, this.#numbers.numberOf(text));
  }

  /** The next field; afterwards `#at` stands at what ends it. */
  #field(row: number): string {
    return this.#text.charCodeAt(this.#at) === QUOTE ? this.#quoted(row) : this.#unquoted();
  }

  #unquoted(): string {
    const start = this.#at;
    let at = start;
    for (; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === this.#delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    }
    this.#at = at;
    return this.#text.slice(start, at);
  }

  /** Two quotation marks inside are one; what follows the last one belongs to the text, as Excel reads it. */
  #quoted(row: number): string {
    let text = "";
    let start = this.#at + 1;
    for (;;) {
      const end = this.#text.indexOf('"', start);
      if (end < 0) throw new Refusal("truncated", `${row}: "`);
      text += this.#text.slice(start, end);
      this.#at = end + 1;
      if (this.#text.charCodeAt(this.#at) !== QUOTE) return text + this.#unquoted();
      text += '"';
      start = end + 2;
    }
  }
}

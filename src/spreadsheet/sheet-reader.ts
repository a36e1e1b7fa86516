import { RawKind } from "../core/roster/raw-sheet.ts";
import type { RawSheet } from "../core/roster/raw-sheet.ts";
import { columnOf, parseMerge, rowOf } from "./cell-reference.ts";
import { parseIsoSerial, parseNumber } from "./cell-value.ts";
import { LIMITS } from "./limits.ts";
import type { ReadRun } from "./read-run.ts";
import { Refusal } from "./refusal.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { EMPTY, SheetTexts } from "./sheet-texts.ts";
import type { DateStyles } from "./styles.ts";
import { appendText, newCellBuffer } from "./text-capture.ts";
import { Token, nameCode } from "./xml-scanner.ts";
import type { XmlScanner } from "./xml-scanner.ts";
import { decodeMarkup } from "./xml-text.ts";

const SHEET_DATA = nameCode("sheetData");
const ROW = nameCode("row");
const CELL = nameCode("c");
const VALUE = nameCode("v");
const FORMULA = nameCode("f");
const INLINE = nameCode("is");
const TEXT = nameCode("t");
const PHONETIC = nameCode("rPh");
const MERGE = nameCode("mergeCell");
const COLUMN = nameCode("col");
const FIRST = nameCode("min");
const LAST = nameCode("max");
const REFERENCE = nameCode("r");
const STYLE = nameCode("s");
const TYPE = nameCode("t");
const HIDDEN = nameCode("hidden");
const RANGE = nameCode("ref");

const NUMBER_TYPE = nameCode("n");
const SHARED_TYPE = nameCode("s");
const TRUTH_TYPE = nameCode("b");
const ERROR_TYPE = nameCode("e");
const DATE_TYPE = nameCode("d");
const STRING_TYPE = nameCode("str");
const INLINE_TYPE = nameCode("inlineStr");

/** Days between the epochs of the two date systems. */
export const DAYS_1904 = 1462;
const ONE = 49;
const SMALL_T = 116;

/** What the sheets of a workbook have in common. */
export interface SheetContext {
  readonly shared: SharedStrings;
  readonly dateStyles: DateStyles;
  readonly is1904: boolean;
  readonly run: ReadRun;
}

/** Takes the tokens of a worksheet and puts its cells into columns. */
export class SheetReader {
  readonly #context: SheetContext;
  readonly #builder: SheetBuilder;
  readonly #texts: SheetTexts;
  readonly #merges: RawSheet["merges"][number][] = [];
  readonly #hiddenColumns: { first: number; last: number }[] = [];
  readonly #value = newCellBuffer();
  #inData = false;
  #row = 0;
  #rowIsNumbered = false;
  #rowIsHidden = false;
  #column = -1;
  // the cell being read
  #type = NUMBER_TYPE;
  #style = 0;
  #hasFormula = false;
  #hasValue = false;
  #hasInline = false;
  #inPhonetic = false;
  #captures = false;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#builder = new SheetBuilder(context.run);
    this.#texts = new SheetTexts(context.shared);
  }

  take(token: Token, scanner: XmlScanner): void {
    if (token === Token.text) {
      if (this.#captures) appendText(this.#value, scanner);
    } else if (this.#inData) {
      if (token === Token.open) this.#openInData(scanner);
      else this.#closeInData(scanner.name);
    } else if (token === Token.open) {
      if (scanner.name === SHEET_DATA) this.#inData = true;
      else if (scanner.name === MERGE) this.#merge(scanner);
      else if (scanner.name === COLUMN) this.#hideColumns(scanner);
    }
  }

  finish(name: string, visibility: RawSheet["visibility"]): RawSheet {
    const cells = this.#builder.finish();
    const isHidden = (position: number): boolean =>
      this.#hiddenColumns.some(({ first, last }) => first <= position && position <= last);
    const hiddenColumns = [...cells.columns.keys()].filter(isHidden);
    return { name, visibility, ...cells, hiddenColumns, texts: this.#texts.texts, merges: this.#merges };
  }

  #openInData(scanner: XmlScanner): void {
    switch (scanner.name) {
      case CELL:
        return this.#beginCell(scanner);
      case VALUE:
        return this.#beginValue();
      case FORMULA:
        this.#hasFormula = true;
        return;
      case ROW:
        return this.#beginRow(scanner);
      case INLINE:
        return this.#beginInline();
      case TEXT:
        this.#captures = this.#hasInline && !this.#inPhonetic;
        return;
      case PHONETIC:
        this.#inPhonetic = true;
    }
  }

  #closeInData(name: number): void {
    switch (name) {
      case CELL:
        return this.#endCell();
      case VALUE:
      case TEXT:
        this.#captures = false;
        return;
      case PHONETIC:
        this.#inPhonetic = false;
        return;
      case SHEET_DATA:
        this.#inData = false;
    }
  }

  #beginRow(scanner: XmlScanner): void {
    const written = scanner.attribute(REFERENCE);
    const row = Number(written);
    this.#rowIsNumbered = written !== undefined && Number.isInteger(row) && row > 0;
    this.#row = this.#rowIsNumbered ? row : this.#row + 1;
    this.#column = -1;
    this.#rowIsHidden = isHidden(scanner);
    this.#builder.beginRow(this.#row, this.#rowIsHidden);
  }

  #beginCell(scanner: XmlScanner): void {
    const { bytes, attributeNames, attributeStarts, attributeEnds, attributeCount } = scanner;
    this.#column++;
    this.#type = NUMBER_TYPE;
    this.#style = 0;
    this.#hasFormula = this.#hasValue = this.#hasInline = this.#inPhonetic = false;
    this.#value.length = 0;
    for (let index = 0; index < attributeCount; index++) {
      const start = attributeStarts[index] ?? 0;
      const end = attributeEnds[index] ?? 0;
      const name = attributeNames[index];
      if (name === REFERENCE) this.#place(bytes, start, end);
      else if (name === STYLE) this.#style = rowOf(bytes, start, end);
      else if (name === TYPE) this.#type = typeOf(bytes, start, end);
    }
    if (this.#column >= LIMITS.columns)
      throw new Refusal("too-large", `column ${this.#column + 1}`, `≤ ${LIMITS.columns}`);
  }

  #place(bytes: Uint8Array, start: number, end: number): void {
    const column = columnOf(bytes, start, end);
    if (column >= 0) this.#column = column;
    if (this.#rowIsNumbered) return;
    const row = rowOf(bytes, start, end);
    if (row <= 0) return;
    this.#rowIsNumbered = true;
    this.#row = row;
    this.#builder.beginRow(row, this.#rowIsHidden);
  }

  /** The value is read unless the text beside it counts: what stands in `is` is newer than a `v` left behind. */
  #beginValue(): void {
    this.#hasValue = true;
    this.#captures = !this.#hasInline;
  }

  #beginInline(): void {
    this.#hasInline = true;
    this.#value.length = 0;
  }

  #endCell(): void {
    this.#captures = false;
    const { length } = this.#value;
    if (length > 0) return this.#storeValue();
    const isText = this.#type === STRING_TYPE && this.#hasValue;
    if (this.#hasFormula && !isText && !this.#hasInline) this.#builder.set(this.#column, RawKind.uncached, 0);
  }

  #storeValue(): void {
    const { bytes, length } = this.#value;
    switch (this.#type) {
      case SHARED_TYPE:
        return this.#storeShared(parseNumber(bytes, length));
      case TRUTH_TYPE:
        return this.#builder.set(this.#column, RawKind.truth, bytes[0] === ONE || bytes[0] === SMALL_T ? 1 : 0);
      case ERROR_TYPE:
        return this.#storeText(RawKind.error, this.#texts.inline(bytes, length));
      case STRING_TYPE:
      case INLINE_TYPE:
        return this.#storeText(RawKind.text, this.#texts.inline(bytes, length));
      case DATE_TYPE:
        return this.#storeNumber(parseIsoSerial(decodeMarkup(bytes, 0, length)), RawKind.date, 0);
      default:
        return this.#storeStyled(parseNumber(bytes, length));
    }
  }

  #storeStyled(value: number): void {
    const isDate = this.#context.dateStyles[this.#style] === true;
    if (!isDate) this.#storeNumber(value, RawKind.number, 0);
    else this.#storeNumber(value, RawKind.date, this.#context.is1904 ? DAYS_1904 : 0);
  }

  /** What should be a number and is none is shown as it stands. */
  #storeNumber(value: number, kind: number, shift: number): void {
    if (!Number.isNaN(value)) return this.#builder.set(this.#column, kind, value + shift);
    const { bytes, length } = this.#value;
    this.#storeText(RawKind.text, this.#texts.inline(bytes, length));
  }

  #storeShared(index: number): void {
    const number = this.#texts.shared(index);
    if (number !== undefined) return this.#storeText(RawKind.text, number);
    this.#storeText(RawKind.error, this.#texts.literal(`#${index}?`));
  }

  #storeText(kind: number, number: number): void {
    if (number !== EMPTY) this.#builder.set(this.#column, kind, number);
  }

  /** A range of columns, as stored; it may end at the edge of the sheet. */
  #hideColumns(scanner: XmlScanner): void {
    if (!isHidden(scanner)) return;
    const [first, last] = [Number(scanner.attribute(FIRST)), Number(scanner.attribute(LAST))];
    if (first >= 1 && last >= first) this.#hiddenColumns.push({ first: first - 1, last: last - 1 });
  }

  #merge(scanner: XmlScanner): void {
    const range = parseMerge(scanner.attribute(RANGE) ?? "");
    if (range === undefined) return;
    if (this.#merges.length >= LIMITS.merges) throw new Refusal("too-large", `> ${LIMITS.merges} merged ranges`);
    this.#merges.push(range);
  }
}

function isHidden(scanner: XmlScanner): boolean {
  const hidden = scanner.attribute(HIDDEN);
  return hidden === "1" || hidden === "true";
}

/** The code of a type's name, from its bytes. */
function typeOf(bytes: Uint8Array, start: number, end: number): number {
  let code = 0;
  for (let at = start; at < end; at++) code = (Math.imul(code, 31) + (bytes[at] ?? 0)) | 0;
  return code;
}

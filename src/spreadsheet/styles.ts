import { isBuiltInDate, isDateFormat } from "./number-formats.ts";
import { Token, nameCode } from "./xml-scanner.ts";
import type { XmlScanner } from "./xml-scanner.ts";

const NUMBER_FORMATS = nameCode("numFmts");
const NUMBER_FORMAT = nameCode("numFmt");
const NUMBER_FORMAT_ID = nameCode("numFmtId");
const FORMAT_CODE = nameCode("formatCode");
const CELL_FORMATS = nameCode("cellXfs");
const CELL_FORMAT = nameCode("xf");

/** Which cell styles (by their index) show numbers as dates. */
export type DateStyles = readonly boolean[];

/** Collects from the tokens of styles.xml what tells dates, and nothing else. */
export class StylesReader {
  readonly #customDates = new Map<number, boolean>();
  readonly #formatIds: number[] = [];
  #within = 0;

  take(token: Token, scanner: XmlScanner): void {
    if (token === Token.open) this.#open(scanner);
    if (token === Token.close && scanner.name === this.#within) this.#within = 0;
  }

  get dateStyles(): DateStyles {
    return this.#formatIds.map((id) => this.#customDates.get(id) ?? isBuiltInDate(id));
  }

  #open(scanner: XmlScanner): void {
    const { name } = scanner;
    if (name === NUMBER_FORMATS || name === CELL_FORMATS) this.#within = name;
    if (name === NUMBER_FORMAT && this.#within === NUMBER_FORMATS) {
      const format = scanner.attribute(FORMAT_CODE) ?? "";
      this.#customDates.set(Number(scanner.attribute(NUMBER_FORMAT_ID)), isDateFormat(format));
    }
    if (name === CELL_FORMAT && this.#within === CELL_FORMATS) {
      this.#formatIds.push(Number(scanner.attribute(NUMBER_FORMAT_ID) ?? 0));
    }
  }
}

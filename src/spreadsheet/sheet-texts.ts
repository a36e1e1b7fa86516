import type { SharedStrings } from "./shared-strings.ts";
import { TextDictionary } from "./text-dictionary.ts";
import { decodeCellText } from "./xml-text.ts";

const NOT_YET = -1;
/** The number of the empty text, which is no text. */
export const EMPTY = -2;

/** The texts of one sheet, numbered as its cells refer to them; each is decoded once. */
export class SheetTexts {
  readonly texts: string[] = [];
  readonly #shared: SharedStrings;
  #numbersOfShared = new Int32Array(0);
  readonly #dictionary = new TextDictionary();
  readonly #numbersOfInline: number[] = [];

  constructor(shared: SharedStrings) {
    this.#shared = shared;
  }

  /** Number of a shared string; undefined if there is none at that index. */
  shared(index: number): number | undefined {
    if (!(index >= 0 && index < this.#shared.count)) return undefined;
    // a sheet without shared strings does not pay for those of others
    if (this.#numbersOfShared.length === 0) this.#numbersOfShared = new Int32Array(this.#shared.count).fill(NOT_YET);
    const known = this.#numbersOfShared[index] ?? NOT_YET;
    if (known !== NOT_YET) return known;
    const number = this.#add(this.#shared.textOf(index));
    this.#numbersOfShared[index] = number;
    return number;
  }

  /** Number of a text that stands in the sheet itself, as it is written in XML. */
  inline(bytes: Uint8Array, length: number): number {
    const known = this.#dictionary.count;
    const index = this.#dictionary.numberOf(bytes, length);
    if (index < known) return this.#numbersOfInline[index] ?? EMPTY;
    const number = this.#add(decodeCellText(bytes, 0, length));
    this.#numbersOfInline[index] = number;
    return number;
  }

  literal(text: string): number {
    return this.#add(text);
  }

  #add(text: string): number {
    return text === "" ? EMPTY : this.texts.push(text) - 1;
  }
}

import { ByteArena } from "./byte-arena.ts";
import { appendText } from "./text-capture.ts";
import { Token, nameCode } from "./xml-scanner.ts";
import type { XmlScanner } from "./xml-scanner.ts";
import { decodeCellText } from "./xml-text.ts";

const ITEM = nameCode("si");
const TEXT = nameCode("t");
const PHONETIC = nameCode("rPh");

/** The strings that all sheets of a workbook share, kept as bytes; each is decoded when a cell first needs it. */
export class SharedStrings {
  readonly #arena = new ByteArena();
  readonly #decoded: (string | undefined)[] = [];
  #inPhonetic = false;
  #inText = false;

  get count(): number {
    return this.#arena.count;
  }

  textOf(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const text = decodeCellText(this.#arena.bytes, this.#arena.startOf(index), this.#arena.endOf(index));
    this.#decoded[index] = text;
    return text;
  }

  /** Takes a token of sharedStrings.xml: runs of one string are joined, readings aids (rPh) left out. */
  take(token: Token, scanner: XmlScanner): void {
    if (token === Token.text) {
      if (this.#inText) appendText(this.#arena, scanner);
      return;
    }
    const isOpen = token === Token.open;
    if (scanner.name === TEXT) this.#inText = isOpen && !this.#inPhonetic;
    else if (scanner.name === PHONETIC) this.#inPhonetic = isOpen;
    else if (scanner.name === ITEM && !isOpen) this.#arena.close();
  }
}

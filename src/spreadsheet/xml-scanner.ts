import { LIMITS } from "./limits.ts";
import { Refusal } from "./refusal.ts";
import { decodeMarkup } from "./xml-text.ts";

/** `more`: the bytes at hand are used up. */
export const Token = { more: 0, open: 1, close: 2, text: 3 } as const;
export type Token = (typeof Token)[keyof typeof Token];

const SPACE = 32;
const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const FIRST_ROOM = 131_072;
const INCOMPLETE = -1;

/** A name, without its prefix, as the number by which the scanner knows it. */
export function nameCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index++) code = (Math.imul(code, 31) + name.charCodeAt(index)) | 0;
  return code;
}

const NAMESPACE = nameCode("xmlns");

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const CDATA_START = ascii("<![CDATA[");
const CDATA_END = ascii("]]>");
const COMMENT_START = ascii("<!--");
const COMMENT_END = ascii("-->");
const INSTRUCTION_END = ascii("?>");

/**
 * XML as tokens, from bytes that come in chunks, without making strings of them. A self-closed element gives an
 * open and a close. What a token says is valid until the next one is asked for.
 */
export class XmlScanner {
  readonly #part: string;
  bytes = new Uint8Array(FIRST_ROOM);
  /** Name of the element opened or closed. */
  name = 0;
  /** Range in `bytes` of a text. */
  start = 0;
  end = 0;
  /** The text is literal: no entities in it. */
  isCdata = false;
  attributeCount = 0;
  readonly attributeNames: number[] = [];
  readonly attributeStarts: number[] = [];
  readonly attributeEnds: number[] = [];
  #position = 0;
  #filled = 0;
  /** How far an incomplete token has been searched, from its start. */
  #searched = 0;
  #depth = 0;
  #elements = 0;
  #selfClosed = false;

  constructor(part: string) {
    this.#part = part;
  }

  feed(chunk: Uint8Array): void {
    const kept = this.#filled - this.#position;
    const needed = kept + chunk.length;
    if (needed > this.bytes.length) {
      const room = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      room.set(this.bytes.subarray(this.#position, this.#filled));
      this.bytes = room;
    } else {
      this.bytes.copyWithin(0, this.#position, this.#filled);
    }
    this.bytes.set(chunk, kept);
    this.#position = 0;
    this.#filled = needed;
  }

  /** @throws Refusal when the document is not complete */
  finish(): void {
    if (this.#depth !== 0 || this.#elements === 0) throw this.#broken();
  }

  next(): Token {
    if (this.#selfClosed) {
      this.#selfClosed = false;
      this.#depth--;
      return Token.close;
    }
    const { bytes } = this;
    while (this.#position < this.#filled) {
      if (bytes[this.#position] !== LESS) return this.#text();
      if (this.#position + 1 >= this.#filled) return Token.more;
      const mark = bytes[this.#position + 1];
      if (mark === SLASH) return this.#closeTag();
      if (mark !== EXCLAMATION && mark !== QUESTION) return this.#openTag();
      const token = this.#otherMarkup(mark);
      if (token !== undefined) return token;
    }
    return Token.more;
  }

  /** The value of an attribute by the code of its name. */
  attribute(name: number): string | undefined {
    const index = this.attributeNames.indexOf(name);
    return index < 0 || index >= this.attributeCount ? undefined : this.attributeText(index);
  }

  attributeText(index: number): string {
    return decodeMarkup(this.bytes, this.attributeStarts[index] ?? 0, this.attributeEnds[index] ?? 0);
  }

  #text(): Token {
    const { bytes } = this;
    const filled = this.#filled;
    let at = this.#position + this.#searched;
    while (at < filled && bytes[at] !== LESS) at++;
    if (at === filled) return this.#needMore(LIMITS.markupBytes);
    this.start = this.#position;
    this.end = at;
    this.isCdata = false;
    this.#moveTo(at);
    return Token.text;
  }

  #closeTag(): Token {
    const { bytes } = this;
    const filled = this.#filled;
    let name = 0;
    let at = this.#position + 2;
    for (; at < filled; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === GREATER || byte <= SPACE) break;
      name = byte === COLON ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    while (at < filled && bytes[at] !== GREATER) at++;
    if (at === filled) return this.#needMore(LIMITS.tagBytes);
    this.name = name;
    this.#depth--;
    if (this.#depth < 0) throw this.#broken();
    this.#moveTo(at + 1);
    return Token.close;
  }

  #openTag(): Token {
    const { bytes } = this;
    const filled = this.#filled;
    let name = 0;
    let at = this.#position + 1;
    for (; at < filled; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
      name = byte === COLON ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    at = this.#attributes(at);
    if (at === INCOMPLETE) return this.#needMore(LIMITS.tagBytes);
    this.name = name;
    this.#elements++;
    this.#depth++;
    this.#moveTo(at + 1);
    return Token.open;
  }

  /** Reads attributes from `at` on; where the tag ends, or INCOMPLETE. */
  #attributes(from: number): number {
    const { bytes } = this;
    const filled = this.#filled;
    let at = from;
    this.attributeCount = 0;
    for (;;) {
      while (at < filled && (bytes[at] ?? 0) <= SPACE) at++;
      if (at >= filled) return INCOMPLETE;
      if (bytes[at] === GREATER) return at;
      if (bytes[at] === SLASH) {
        if (at + 1 >= filled) return INCOMPLETE;
        if (bytes[at + 1] !== GREATER) throw this.#broken();
        this.#selfClosed = true;
        return at + 1;
      }
      at = this.#attributeAt(at);
      if (at === INCOMPLETE) return INCOMPLETE;
    }
  }

  #attributeAt(from: number): number {
    const { bytes } = this;
    const filled = this.#filled;
    let name = 0;
    let at = from;
    for (; at < filled; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === EQUALS || byte <= SPACE) break;
      if (byte === GREATER || byte === LESS) throw this.#broken();
      // a declared prefix (xmlns:r) keeps its own, and so is nobody's local name
      name = byte === COLON && name !== NAMESPACE ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    while (at < filled && (bytes[at] ?? 0) <= SPACE) at++;
    if (at < filled && bytes[at] !== EQUALS) throw this.#broken();
    at++;
    while (at < filled && (bytes[at] ?? 0) <= SPACE) at++;
    if (at >= filled) return INCOMPLETE;
    const quote = bytes[at];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw this.#broken();
    const start = ++at;
    while (at < filled && bytes[at] !== quote) at++;
    if (at >= filled) return INCOMPLETE;
    const index = this.attributeCount++;
    this.attributeNames[index] = name;
    this.attributeStarts[index] = start;
    this.attributeEnds[index] = at;
    return at + 1;
  }

  /** A comment, an instruction, CDATA: its token, or undefined when it was passed over. */
  #otherMarkup(mark: number): Token | undefined {
    if (mark === QUESTION) return this.#passOver(2, INSTRUCTION_END);
    const known = this.#filled - this.#position;
    if (known < CDATA_START.length) return Token.more;
    if (this.#isAt(this.#position, COMMENT_START)) return this.#passOver(COMMENT_START.length, COMMENT_END);
    if (this.#isAt(this.#position, CDATA_START)) return this.#cdata();
    throw new Refusal("not-a-workbook", `${this.#part} (DOCTYPE)`, ".xlsx");
  }

  #passOver(startLength: number, ending: readonly number[]): Token | undefined {
    const at = this.#find(startLength, ending);
    if (at < 0) return this.#needMore(LIMITS.markupBytes);
    this.#moveTo(at + ending.length);
    return undefined;
  }

  #cdata(): Token {
    const at = this.#find(CDATA_START.length, CDATA_END);
    if (at < 0) return this.#needMore(LIMITS.markupBytes);
    this.start = this.#position + CDATA_START.length;
    this.end = at;
    this.isCdata = true;
    this.#moveTo(at + CDATA_END.length);
    return Token.text;
  }

  /** Where `ending` stands, searching only what was not searched before; -1 if it has not come yet. */
  #find(startLength: number, ending: readonly number[]): number {
    const from = this.#position + Math.max(startLength, this.#searched - ending.length);
    for (let at = from; at + ending.length <= this.#filled; at++) {
      if (this.#isAt(at, ending)) return at;
    }
    return -1;
  }

  #isAt(at: number, sought: readonly number[]): boolean {
    for (let index = 0; index < sought.length; index++) {
      if (this.bytes[at + index] !== sought[index]) return false;
    }
    return true;
  }

  #moveTo(position: number): void {
    this.#position = position;
    this.#searched = 0;
  }

  #needMore(limit: number): Token {
    this.#searched = this.#filled - this.#position;
    if (this.#searched > limit) throw new Refusal("too-large", this.#part, `≤ ${limit} bytes`);
    return Token.more;
  }

  #broken(): Refusal {
    return new Refusal("truncated", `${this.#part} (XML)`);
  }
}

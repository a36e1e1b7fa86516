import type { RawSheet } from "../core/roster/raw-sheet.ts";

const ZERO = 48;
const NINE = 57;
const TO_LOWER = 0x20;
const BEFORE_A = 96;
const Z = 122;

/** Position of the column in a reference such as `AB12` (0 is A), -1 if it has none. */
export function columnOf(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    const letter = (bytes[at] ?? 0) | TO_LOWER;
    if (letter <= BEFORE_A || letter > Z) break;
    column = column * 26 + letter - BEFORE_A;
  }
  return column - 1;
}

/** The digits in a reference such as `AB12`, or of a number written alone. */
export function rowOf(bytes: Uint8Array, start: number, end: number): number {
  let row = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) row = row * 10 + byte - ZERO;
  }
  return row;
}

/** A merged range, `A1:B2`; undefined for one that is not written so. */
export function parseMerge(range: string): RawSheet["merges"][number] | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(range);
  if (!match) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

function columnNumber(letters: string): number {
  const bytes = new TextEncoder().encode(letters);
  return columnOf(bytes, 0, bytes.length) + 1;
}

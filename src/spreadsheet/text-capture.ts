import { ByteBuffer } from "./byte-arena.ts";
import type { XmlScanner } from "./xml-scanner.ts";

const AMPERSAND = 38;
const ESCAPED_AMPERSAND = new TextEncoder().encode("&amp;");

/** Anything that takes bytes at its end. */
export interface ByteSink {
  append(source: Uint8Array, start: number, end: number): void;
}

/** Adds the scanner's text to `sink` as it is written in XML: CDATA is escaped, so that one decoding serves both. */
export function appendText(sink: ByteSink, { bytes, start, end, isCdata }: XmlScanner): void {
  if (!isCdata) return sink.append(bytes, start, end);
  let from = start;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== AMPERSAND) continue;
    sink.append(bytes, from, at);
    sink.append(ESCAPED_AMPERSAND, 0, ESCAPED_AMPERSAND.length);
    from = at + 1;
  }
  sink.append(bytes, from, end);
}

/** The value of one cell as bytes. */
export const newCellBuffer = (): ByteBuffer => new ByteBuffer(1024);

import type { Consumer } from "./read-part.ts";

/** Hands a part over as UTF-8 without byte-order mark, whatever its own mark says it is. */
export function asUtf8(consume: Consumer): Consumer {
  let pass: Consumer | undefined;
  return (chunk) => {
    if (pass === undefined && chunk.length > 0) {
      pass = consumerFor(chunk, consume);
      return pass(chunk.subarray(markLength(chunk)));
    }
    pass?.(chunk);
  };
}

function markLength([first, second, third]: Uint8Array): number {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3;
  return isUtf16(first, second) ? 2 : 0;
}

const isUtf16 = (first: number | undefined, second: number | undefined): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function consumerFor([first, second]: Uint8Array, consume: Consumer): Consumer {
  if (!isUtf16(first, second)) return consume;
  const decoder = new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be");
  const encoder = new TextEncoder();
  return (chunk) => consume(encoder.encode(decoder.decode(chunk, { stream: true })));
}

import { LIMITS } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** The text of a file in UTF-8, UTF-16 or GB18030. @throws Refusal for what is no text */
export function decodeText(bytes: Uint8Array, fileName: string): string {
  if (bytes.length > LIMITS.textFileBytes) {
    throw new Refusal("too-large", `${bytes.length} bytes`, `≤ ${LIMITS.textFileBytes}`);
  }
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && !text.includes("\0")) return text;
  }
  throw new Refusal("not-a-workbook", fileName, "UTF-8, GB18030, UTF-16");
}

/** A mark says which; without one UTF-8 is tried first: text of GB18030 is hardly ever valid in it. */
function encodingsOf(bytes: Uint8Array): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  // a comma, a digit or a line end of UTF-16 has a byte of zero
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0) return odd >= even ? ["utf-16le"] : ["utf-16be"];
  return ["utf-8", "gb18030"];
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

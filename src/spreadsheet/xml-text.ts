const AMPERSAND = 38;
const UNDERSCORE = 95;
const CARRIAGE_RETURN = 13;
/** Beyond this the platform's decoder is faster than building letter by letter. */
const SHORT = 24;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const NAMED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** XML text without the escapes of spreadsheets: attributes, formats. */
export function decodeMarkup(bytes: Uint8Array, start: number, end: number): string {
  return resolveEntities(decoder.decode(bytes.subarray(start, end)));
}

/** The text of a cell: entities resolved, then `_x000D_` and its like. */
export function decodeCellText(bytes: Uint8Array, start: number, end: number): string {
  let isAscii = true;
  let hasEscapes = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 128) isAscii = false;
    else if (byte === AMPERSAND || byte === UNDERSCORE || byte === CARRIAGE_RETURN) hasEscapes = true;
  }
  const text =
    isAscii && end - start <= SHORT ? asciiText(bytes, start, end) : decoder.decode(bytes.subarray(start, end));
  return hasEscapes ? resolveEscapes(text) : text;
}

/** Short texts of ASCII letter by letter: the platform's decoder takes longer to start than they to build. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function resolveEscapes(text: string): string {
  return resolveEntities(text.replace(/\r\n?/g, "\n")).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function resolveEntities(text: string): string {
  return text.replace(/&(#x[0-9A-Fa-f]+|#\d+|[a-z]+);/g, (written, name: string) => {
    if (!name.startsWith("#")) return NAMED.get(name) ?? written;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}

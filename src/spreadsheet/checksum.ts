const POLYNOMIAL = 0xedb88320;
const SLICES = 8;

/** Slicing-by-8 tables (Kounavis and Berry, 2005): eight bytes a step keep the check cheap beside inflating. */
const TABLES = buildTables();

function buildTables(): Int32Array {
  const tables = new Int32Array(256 * SLICES);
  for (let byte = 0; byte < 256; byte++) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
    tables[byte] = rest;
  }
  for (let index = 256; index < tables.length; index++) {
    const before = tables[index - 256] ?? 0;
    tables[index] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

const entryOf = (slice: number, byte: number): number => TABLES[(slice << 8) | (byte & 0xff)] ?? 0;

/** CRC-32 of a part, chunk by chunk: start with 0, hand the result to the next call. */
export function extendChecksum(checksum: number, chunk: Uint8Array): number {
  let rest = ~checksum;
  let at = 0;
  for (const last = chunk.length - SLICES; at <= last; at += SLICES) {
    const low = rest ^ littleEndian(chunk, at);
    const high = littleEndian(chunk, at + 4);
    rest =
      entryOf(7, low) ^
      entryOf(6, low >>> 8) ^
      entryOf(5, low >>> 16) ^
      entryOf(4, low >>> 24) ^
      entryOf(3, high) ^
      entryOf(2, high >>> 8) ^
      entryOf(1, high >>> 16) ^
      entryOf(0, high >>> 24);
  }
  for (; at < chunk.length; at++) rest = (rest >>> 8) ^ entryOf(0, rest ^ (chunk[at] ?? 0));
  return ~rest >>> 0;
}

function littleEndian(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

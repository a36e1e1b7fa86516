import { LIMITS } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** A part as the central directory of the package describes it. */
export interface ZipEntry {
  readonly path: string;
  readonly deflated: boolean;
  readonly compressedSize: number;
  readonly size: number;
  readonly checksum: number;
  /** Where the part's own header stands. */
  readonly headerAt: number;
}

/** Parts by path, lower case, with forward slashes and none in front. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_64_SIGNATURE = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const END_64_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const HEADER_SIGNATURE = 0x04034b50;
const HEADER_BYTES = 30;
const EXTRA_64 = 1;
const IN_EXTRA_64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** @throws Refusal for a package that is cut off, encrypted or has too many parts */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(view);
  } catch (error) {
    // a directory that points outside the file is one that lost its tail
    if (error instanceof RangeError) throw new Refusal("truncated", "zip");
    throw error;
  }
}

/** The key under which a part is found: Excel takes paths of any case, absolute ones, and backslashes. */
export const pathKey = (path: string): string => path.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

function readEntries(view: DataView): ZipDirectory {
  const { count, start } = readEnd(view);
  if (count > LIMITS.entries) throw new Refusal("zip-bomb", `${count} parts`, `≤ ${LIMITS.entries}`);
  const entries = new Map<string, ZipEntry>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new Refusal("truncated", "zip");
    const entry = readEntry(view, at);
    entries.set(pathKey(entry.path), entry);
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEnd(view: DataView): { count: number; start: number } {
  const end = findEnd(view);
  const locator = end - LOCATOR_64_BYTES;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64_SIGNATURE) {
    const end64 = bigOffset(view, locator + 8);
    if (view.getUint32(end64, true) !== END_64_SIGNATURE) throw new Refusal("truncated", "zip64");
    return { count: bigOffset(view, end64 + 32), start: bigOffset(view, end64 + 48) };
  }
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new Refusal("truncated", "zip");
}

const bigOffset = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function readEntry(view: DataView, at: number): ZipEntry {
  const method = view.getUint16(at + 10, true);
  const path = new TextDecoder().decode(bytesAt(view, at + ENTRY_BYTES, view.getUint16(at + 28, true)));
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  if (isEncrypted) throw new Refusal("encrypted", path);
  if (method !== STORED && method !== DEFLATED)
    throw new Refusal("unsupported-format", `${path} (zip ${method})`, ".xlsx");
  const [size, compressedSize, headerAt] = readSizes(view, at);
  return {
    path,
    deflated: method === DEFLATED,
    compressedSize,
    size,
    checksum: view.getUint32(at + 16, true),
    headerAt,
  };
}

/** Size, compressed size and place: those too large for 32 bits stand in the zip64 extra field, in this order. */
function readSizes(view: DataView, at: number): [number, number, number] {
  let extra = findExtra64(view, at);
  const wide = (field: number): number => {
    const value = view.getUint32(at + field, true);
    if (value !== IN_EXTRA_64 || extra < 0) return value;
    extra += 8;
    return bigOffset(view, extra - 8);
  };
  return [wide(24), wide(20), wide(42)];
}

/** Where the data of the zip64 extra field begin, or -1. */
function findExtra64(view: DataView, at: number): number {
  let field = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  const end = field + view.getUint16(at + 30, true);
  while (field + 4 <= end) {
    if (view.getUint16(field, true) === EXTRA_64) return field + 4;
    field += 4 + view.getUint16(field + 2, true);
  }
  return -1;
}

/** The compressed bytes of a part. */
export function compressedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt, compressedSize } = entry;
  if (headerAt + HEADER_BYTES > bytes.length || view.getUint32(headerAt, true) !== HEADER_SIGNATURE) {
    throw new Refusal("truncated", entry.path);
  }
  const start = headerAt + HEADER_BYTES + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (start + compressedSize > bytes.length) throw new Refusal("truncated", entry.path);
  return bytes.subarray(start, start + compressedSize);
}

function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

import { extendChecksum } from "./checksum.ts";
import { LIMITS } from "./limits.ts";
import type { ReadRun } from "./read-run.ts";
import { Refusal } from "./refusal.ts";
import { compressedBytes } from "./zip-directory.ts";
import type { ZipDirectory, ZipEntry } from "./zip-directory.ts";

const CHUNK_BYTES = 65_536;

export type Consumer = (chunk: Uint8Array) => void;

/** A package being read: its bytes, its directory, and the run that reads it. */
export interface Package {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  readonly run: ReadRun;
}

/** @throws Refusal when the parts together, or one of them, would inflate beyond reason */
export function requireModestSizes(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > LIMITS.inflatedBytes) throw new Refusal("zip-bomb", `${total} bytes`, `≤ ${LIMITS.inflatedBytes}`);
  for (const { path, size, compressedSize } of entries) {
    if (size > LIMITS.ratioFromBytes && size > compressedSize * LIMITS.ratio) {
      throw new Refusal("zip-bomb", path, `≤ ${LIMITS.ratio}:1`);
    }
  }
}

/**
 * Inflates one part, handing its bytes over as they come.
 * @throws Refusal when they are not what the directory says; AbortError when cancelled
 */
export async function readPart(
  { bytes, run }: Package,
  entry: ZipEntry,
  what: string,
  consume: Consumer,
): Promise<void> {
  const reader = openPart(compressedBytes(bytes, entry), entry.deflated, run).getReader();
  let size = 0;
  let checksum = 0;
  try {
    for (;;) {
      const chunk = await nextChunk(reader, entry.path);
      if (chunk === undefined) break;
      size += chunk.length;
      if (size > entry.size) throw new Refusal("zip-bomb", entry.path, `${entry.size} bytes`);
      checksum = extendChecksum(checksum, chunk);
      consume(chunk);
      await run.pauseIfDue(what);
    }
  } finally {
    await reader.cancel();
  }
  if (size !== entry.size || checksum !== entry.checksum) throw new Refusal("truncated", entry.path);
}

/** The platform's own inflate: it works beside us on another thread, and half again as fast as one in JavaScript. */
function openPart(data: Uint8Array, deflated: boolean, run: ReadRun): ReadableStream<Uint8Array> {
  const source = sourceOf(data, run);
  return deflated ? source.pipeThrough(new DecompressionStream("deflate-raw")) : source;
}

function sourceOf(data: Uint8Array, run: ReadRun): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= data.length) return controller.close();
      const chunk = data.slice(at, at + CHUNK_BYTES);
      at += chunk.length;
      run.advance(chunk.length);
      controller.enqueue(chunk);
    },
  });
}

async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  path: string,
): Promise<Uint8Array | undefined> {
  try {
    const { done, value } = await reader.read();
    return done ? undefined : value;
  } catch (error) {
    // the only thing that reading can complain of is the compressed data
    throw new Refusal("truncated", `${path} (deflate: ${error instanceof Error ? error.message : String(error)})`);
  }
}

import { inflateSync } from "fflate";
import { extendChecksum } from "./checksum.ts";
import { PackageWriter } from "./package-writer.ts";
import { requireModestSizes } from "./read-part.ts";
import { Refusal } from "./refusal.ts";
import { compressedBytes, pathKey, readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** Packs parts by path into a zip; the same parts give the same bytes. */
export function packParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const writer = new PackageWriter();
  for (const [path, content] of parts) writer.add(path, content);
  return writer.finish();
}

/**
 * Opens a zip.
 * @returns the content of a part by its path; undefined for one that is not there or is damaged
 */
export function unpackParts(bytes: Uint8Array): ((path: string) => Uint8Array | undefined) | Refusal {
  try {
    const directory = readZipDirectory(bytes);
    requireModestSizes([...directory.values()]);
    return (path) => inflated(bytes, directory.get(pathKey(path)));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function inflated(bytes: Uint8Array, entry: ZipEntry | undefined): Uint8Array | undefined {
  if (!entry) return undefined;
  try {
    const data = compressedBytes(bytes, entry);
    const content = entry.deflated ? inflateSync(data, { out: new Uint8Array(entry.size) }) : data;
    return extendChecksum(0, content) === entry.checksum ? content : undefined;
  } catch {
    return undefined; // whatever inflating complains of, the part is damaged
  }
}

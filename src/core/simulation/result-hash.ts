import { compareCodePoints } from "../policy/row-order.ts";
import { Sha256 } from "../roster/sha256.ts";

const ROOM = 1024;

/** Bytes of doubles with the low byte first, whatever the machine's own order. */
function updateNumbers(hash: Sha256, values: Float64Array): void {
  const bytes = new Uint8Array(8 * ROOM);
  const view = new DataView(bytes.buffer);
  for (let from = 0; from < values.length; from += ROOM) {
    const block = values.subarray(from, from + ROOM);
    // + 0 makes one zero of the two
    block.forEach((value, index) => view.setFloat64(8 * index, value + 0, true));
    hash.updateBytes(bytes.subarray(0, 8 * block.length));
  }
}

/**
 * SHA-256, hexadecimal, of named arrays of a result: equal exactly where names and numbers are equal to the bit (−0 counts
 * as 0). Names are taken in the order of their code points, so the order of insertion does not matter.
 */
export function resultHash(parts: ReadonlyMap<string, Float64Array>): string {
  const hash = new Sha256();
  for (const [name, values] of [...parts].sort(([a], [b]) => compareCodePoints(a, b))) {
    hash.update(`${JSON.stringify(name)}:${values.length}\n`);
    updateNumbers(hash, values);
  }
  return hash.hex();
}

import { ByteArena } from "./byte-arena.ts";

const FIRST_SLOTS = 1024;

/** Numbers byte strings so that equal ones have equal numbers: each text has to be decoded only once. */
export class TextDictionary {
  readonly #arena = new ByteArena();
  /** Open addressing: index of a string plus one, or 0. */
  #slots = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS);

  /** The number of these bytes; a number equal to the former count says they are new. */
  numberOf(bytes: Uint8Array, length: number): number {
    const hash = hashOf(bytes, length);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const index = (this.#slots[slot] ?? 0) - 1;
      if (index < 0) break;
      if (this.#hashes[index] === hash && this.#equals(index, bytes, length)) return index;
      slot = (slot + 1) & mask;
    }
    return this.#add(bytes, length, hash, slot);
  }

  get count(): number {
    return this.#arena.count;
  }

  #add(bytes: Uint8Array, length: number, hash: number, slot: number): number {
    this.#arena.append(bytes, 0, length);
    const index = this.#arena.close();
    this.#hashes[index] = hash;
    this.#slots[slot] = index + 1;
    if (this.#arena.count * 2 > this.#slots.length) this.#grow();
    return index;
  }

  #equals(index: number, bytes: Uint8Array, length: number): boolean {
    const arena = this.#arena.bytes;
    const start = this.#arena.startOf(index);
    if (this.#arena.endOf(index) - start !== length) return false;
    for (let at = 0; at < length; at++) if (arena[start + at] !== bytes[at]) return false;
    return true;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const hashes = new Int32Array(slots.length);
    hashes.set(this.#hashes);
    const mask = slots.length - 1;
    for (let index = 0; index < this.#arena.count; index++) {
      let slot = (hashes[index] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
    this.#hashes = hashes;
  }
}

/** FNV-1a, its bits stirred at the end so that the low ones serve as a slot. */
function hashOf(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

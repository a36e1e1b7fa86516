import { LIMITS } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** Bytes that grow at the end. */
export class ByteBuffer {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  append(source: Uint8Array, start: number, end: number): void {
    const needed = this.length + end - start;
    if (needed > this.bytes.length) this.#grow(needed);
    const { bytes } = this;
    let to = this.length;
    // most values are a few bytes long: a loop beats a call
    if (end - start <= 32) for (let from = start; from < end; from++) bytes[to++] = source[from] ?? 0;
    else bytes.set(source.subarray(start, end), to);
    this.length = needed;
  }

  #grow(needed: number): void {
    if (needed > LIMITS.textBytes) throw new Refusal("too-large", `> ${LIMITS.textBytes} bytes of text`);
    const bytes = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }
}

/** Many byte strings one behind the other, known by the order in which they came. */
export class ByteArena {
  readonly #buffer = new ByteBuffer(4096);
  #ends = new Uint32Array(256);
  count = 0;

  get bytes(): Uint8Array {
    return this.#buffer.bytes;
  }

  startOf(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }

  endOf(index: number): number {
    return this.#ends[index] ?? 0;
  }

  /** Adds to the string that is being written. */
  append(source: Uint8Array, start: number, end: number): void {
    this.#buffer.append(source, start, end);
  }

  /** Ends the string that is being written; its index. */
  close(): number {
    if (this.count === this.#ends.length) {
      const ends = new Uint32Array(this.count * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    this.#ends[this.count] = this.#buffer.length;
    return this.count++;
  }
}

import type { KeyHash } from "./key-hash.ts";
import { philox4x32 } from "./philox.ts";

const address = new Uint32Array(4);

/**
 * The draws that belong to one address (seed, process, entity, index). Philox4x32-10 on the address gives the starting
 * state of an sfc32 generator (Chris Doty-Humphrey, PractRand), which then runs along the trials. The same address gives
 * the same draws on every machine, whatever was drawn before; another address gives unrelated ones.
 */
export class RandomStream {
  private readonly state = new Int32Array(4);

  /**
   * Goes to the start of an address's draws.
   * @param index a year, a block or another number from 0 that one entity's draws are divided by
   * @throws RangeError if the seed is not a whole number from 0 to 2^53 − 1
   */
  moveTo(seed: number, process: KeyHash, entity: KeyHash, index = 0): this {
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new RangeError(`a seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, found ${seed}`);
    }
    address[0] = entity.low;
    address[1] = entity.high;
    address[2] = process.low ^ process.high;
    address[3] = index;
    philox4x32(address, seed >>> 0, Math.floor(seed / 2 ** 32));
    for (let word = 0; word < 4; word++) this.state[word] = address[word] ?? 0;
    return this;
  }

  /** 32 random bits, as a signed word. */
  word(): number {
    const { state } = this;
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const result = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + result) | 0;
    state[3] = (counter + 1) | 0;
    return result;
  }

  /** Uniform on the odd multiples of 2^−53: never 0, never 1, symmetric about ½. */
  uniform(): number {
    // two words at once: between them the state stays in registers
    const { state } = this;
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const first = (a + b + counter) | 0;
    const nextA = b ^ (b >>> 9);
    const nextB = (c + (c << 3)) | 0;
    const nextC = (((c << 21) | (c >>> 11)) + first) | 0;
    const second = (nextA + nextB + counter + 1) | 0;
    state[0] = nextB ^ (nextB >>> 9);
    state[1] = (nextC + (nextC << 3)) | 0;
    state[2] = (((nextC << 21) | (nextC >>> 11)) + second) | 0;
    state[3] = (counter + 2) | 0;
    return ((first >>> 12) * 2 ** 32 + (second >>> 0) + 0.5) * 2 ** -52;
  }
}

/** A new stream at the start of an address; see `RandomStream.moveTo`. */
export const streamOf = (seed: number, process: KeyHash, entity: KeyHash, index = 0): RandomStream =>
  new RandomStream().moveTo(seed, process, entity, index);

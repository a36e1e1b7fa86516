const MULTIPLIER_EVEN = 0xd2511f53;
const MULTIPLIER_ODD = 0xcd9e8d57;
const WEYL_FIRST = 0x9e3779b9;
const WEYL_SECOND = 0xbb67ae85;
const ROUNDS = 10;

/** High 32 bits of the product of two unsigned 32-bit words: no double holds the whole product. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const cross = aLow * bHigh + (middle & 0xffff);
  return aHigh * bHigh + (middle >>> 16) + (cross >>> 16);
}

/**
 * Philox4x32-10: replaces the four words of a counter by the 128 random bits that belong to it under a key of two words.
 * A bijection of the counter for every key, so distinct addresses give distinct blocks.
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
export function philox4x32(block: Uint32Array, keyFirst: number, keySecond: number): void {
  let a = block[0] ?? 0;
  let b = block[1] ?? 0;
  let c = block[2] ?? 0;
  let d = block[3] ?? 0;
  let first = keyFirst >>> 0;
  let second = keySecond >>> 0;
  for (let round = 0; round < ROUNDS; round++) {
    const evenHigh = multiplyHigh(MULTIPLIER_EVEN, a);
    const evenLow = Math.imul(MULTIPLIER_EVEN, a) >>> 0;
    const oddHigh = multiplyHigh(MULTIPLIER_ODD, c);
    const oddLow = Math.imul(MULTIPLIER_ODD, c) >>> 0;
    a = (oddHigh ^ b ^ first) >>> 0;
    b = oddLow;
    c = (evenHigh ^ d ^ second) >>> 0;
    d = evenLow;
    first = (first + WEYL_FIRST) >>> 0;
    second = (second + WEYL_SECOND) >>> 0;
  }
  block[0] = a;
  block[1] = b;
  block[2] = c;
  block[3] = d;
}

const MULTIPLIER_EVEN = 0xd2511f53;
const MULTIPLIER_ODD = 0xcd9e8d57;
const WEYL_FIRST = 0x9e3779b9;
const WEYL_SECOND = 0xbb67ae85;
const ROUNDS = 10;

/**
 * High 32 bits of the product of two unsigned 32-bit words, the second in halves: no double holds the whole product. Sums
 * stay below 2^32, so arithmetic of 32-bit words is exact.
 */
function multiplyHigh(a: number, bHigh: number, bLow: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const cross = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (cross >>> 16)) | 0;
}

/**
 * Philox4x32-10: replaces the four words of a counter by the 128 random bits that belong to it under a key of two words.
 * A bijection of the counter for every key, so distinct addresses give distinct blocks.
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
export function philox4x32(block: Uint32Array, keyFirst: number, keySecond: number): void {
  let a = (block[0] ?? 0) | 0;
  let b = (block[1] ?? 0) | 0;
  let c = (block[2] ?? 0) | 0;
  let d = (block[3] ?? 0) | 0;
  let first = keyFirst | 0;
  let second = keySecond | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const evenHigh = multiplyHigh(a, MULTIPLIER_EVEN >>> 16, MULTIPLIER_EVEN & 0xffff);
    const evenLow = Math.imul(MULTIPLIER_EVEN, a);
    const oddHigh = multiplyHigh(c, MULTIPLIER_ODD >>> 16, MULTIPLIER_ODD & 0xffff);
    const oddLow = Math.imul(MULTIPLIER_ODD, c);
    a = oddHigh ^ b ^ first;
    b = oddLow;
    c = evenHigh ^ d ^ second;
    d = evenLow;
    first = (first + WEYL_FIRST) | 0;
    second = (second + WEYL_SECOND) | 0;
  }
  block[0] = a;
  block[1] = b;
  block[2] = c;
  block[3] = d;
}

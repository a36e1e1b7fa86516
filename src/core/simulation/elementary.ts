// From + − × ÷ and bits alone, so that every engine gives the same bits: the language leaves the accuracy of its
// own logarithm and exponential open.

const number = new Float64Array(1);
/** The same eight bytes; the high word's place depends on the machine's byte order. */
const words = new Uint32Array(number.buffer);
number[0] = 1;
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/** ln 2 in two parts: the first has 32 trailing zero bits, so a multiple of it by an exponent is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT_HALF = Math.SQRT1_2;
const SQRT_TWO = Math.SQRT2;

/** 2·atanh(s) = ln((1 + s)/(1 − s)) for |s| ≤ 0.1716 by its series; the first term left out is below 2^−58 of the sum. */
function twiceAtanh(s: number): number {
  const z = s * s;
  const w = z * z;
  // even and odd powers apart: two short chains of multiplications instead of one long one
  const even = 2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19))));
  const odd = 2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21))));
  return 2 * s + s * z * (even + z * odd);
}

/** ln x; relative error below 1e-15. 0 gives −Infinity, a negative number NaN. */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? Infinity : Number.NaN;
  if (x < 2 ** -1022) return log(x * 2 ** 54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  number[0] = x;
  const high = words[HIGH] ?? 0;
  let exponent = (high >>> 20) - 1023;
  words[HIGH] = (high & 0xfffff) | 0x3ff00000;
  let mantissa = number[0];
  if (mantissa > SQRT_TWO) {
    mantissa *= 0.5;
    exponent++;
  }
  return exponent * LN2_HIGH + (twiceAtanh((mantissa - 1) / (mantissa + 1)) + exponent * LN2_LOW);
}

/** ln x for 0 < x < 1, the same bits as `log`: the exponent comes of whole-number arithmetic, without a detour by memory. */
export function logOfShare(x: number): number {
  const leading = Math.clz32((x * 2 ** 20) | 0) - 11;
  // below 2^−20
  if (leading === 21) return log(x);
  let exponent = -leading;
  let mantissa = x * (1 << leading);
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    exponent++;
  }
  return exponent * LN2_HIGH + (twiceAtanh((mantissa - 1) / (mantissa + 1)) + exponent * LN2_LOW);
}

/** ln(1 + x) without loss for small x; relative error below 1e-15. */
export const log1p = (x: number): number =>
  x > SQRT_HALF - 1 && x < SQRT_TWO - 1 ? twiceAtanh(x / (2 + x)) : log(1 + x);

/** e^r − 1 for |r| ≤ 0.35 by its series to r^13; the first term left out is below 2^−60 of the sum. */
function expm1Series(r: number): number {
  const w = r * r;
  const even = 1 / 2 + w * (1 / 24 + w * (1 / 720 + w * (1 / 40_320 + w * (1 / 3_628_800 + w / 479_001_600))));
  const odd = 1 / 6 + w * (1 / 120 + w * (1 / 5040 + w * (1 / 362_880 + w * (1 / 39_916_800 + w / 6_227_020_800))));
  return r + w * (even + r * odd);
}

/** x·2^power for a power from −1022 to 1023. */
function scale(x: number, power: number): number {
  words[HIGH] = (power + 1023) << 20;
  words[1 - HIGH] = 0;
  return x * (number[0] ?? 0);
}

/** e^x; relative error below 1e-15 wherever the result is a normal number. */
export function exp(x: number): number {
  if (!(x < 710) || x < -746) return x >= 710 ? Infinity : x < 0 ? 0 : Number.NaN;
  const power = Math.floor(x * Math.LOG2E + 0.5);
  const rest = x - power * LN2_HIGH - power * LN2_LOW;
  const value = 1 + expm1Series(rest);
  if (power > 1023) return scale(value, 1023) * 2;
  return power < -1022 ? scale(value, power + 60) * 2 ** -60 : scale(value, power);
}

/** e^x − 1 without loss for small x; relative error below 1e-15. */
export const expm1 = (x: number): number => (x > -0.35 && x < 0.35 ? expm1Series(x) : exp(x) - 1);

type Direction = "half" | "up" | "down";

const DIGITS = 15;
/** Distance from a tie or whole number, relative to the value, inside which the decimal text decides. */
const MARGIN = 1e-13;

/** ROUND: half away from zero on the decimal of 15 significant digits (1.005 gives 1.01). NaN and infinities stay. */
export const roundHalf = (value: number, digits: number): number => round(value, digits, "half");

/** ROUNDUP: away from zero on the same decimal. */
export const roundUp = (value: number, digits: number): number => round(value, digits, "up");

/** ROUNDDOWN: toward zero on the same decimal. */
export const roundDown = (value: number, digits: number): number => round(value, digits, "down");

function round(value: number, digits: number, direction: Direction): number {
  if (!Number.isFinite(value) || value === 0) return value;
  if (Number.isNaN(digits)) return Number.NaN;
  const size = roundQuickly(Math.abs(value), Math.trunc(digits), direction);
  return value < 0 && size !== 0 ? -size : size;
}

function roundQuickly(size: number, digits: number, direction: Direction): number {
  if (digits < 0 || digits > 6 || direction !== "half") return roundDecimal(size, digits, direction);
  const scale = 10 ** digits;
  const scaled = size * scale;
  const nearest = Math.round(scaled);
  const distanceFromTie = Math.abs(Math.abs(scaled - nearest) - 0.5);
  // writing the decimal costs 20 times as much, and only a value beside a tie can need it
  const clear = scaled < 1e13 && distanceFromTie > MARGIN * scaled + 1e-12;
  return clear ? nearest / scale : roundDecimal(size, digits, direction);
}

/** `size` > 0, as digits d.dddd × 10^exponent, cut after `digits` decimals. */
function roundDecimal(size: number, digits: number, direction: Direction): number {
  const [mantissa = "0", exponent = "0"] = size.toExponential(DIGITS - 1).split("e");
  const decimals = mantissa.replace(".", "");
  const kept = Number(exponent) + 1 + digits;
  if (kept >= DIGITS) return size;
  const head = kept > 0 ? Number(decimals.slice(0, kept)) : 0;
  const whole = head + (carries(decimals, kept, direction) ? 1 : 0);
  return Number(`${whole}e${-digits}`);
}

function carries(decimals: string, kept: number, direction: Direction): boolean {
  if (direction === "down") return false;
  if (direction === "up") return kept < 0 || /[1-9]/.test(decimals.slice(kept));
  return kept >= 0 && decimals.charAt(kept) >= "5";
}

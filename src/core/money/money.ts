/** A whole number of 分 (0.01 元), held as a double: exact up to 2^53, so sums do not depend on order. */
export type Fen = number;

/** 万元 written as 元, for law literals: `wan(300)` is 3,000,000 元. */
export const wan = (amount: number): number => amount * 10_000;

/** 亿元 written as 元. */
export const yi = (amount: number): number => amount * 100_000_000;

/** Per cent written as a share: `percent(30)` is 0.3. */
export const percent = (amount: number): number => amount / 100;

/** 分 as 元; the nearest double, so that it prints with at most two decimals. */
export const yuanOf = (fen: Fen): number => fen / 100;

/** Distance from a rounding tie, relative to the amount, inside which the decimal text decides. */
const TIE_MARGIN = 1e-13;

/**
 * 元 as a double → whole 分: the double is written with 15 significant decimal digits, and that
 * decimal is rounded half away from zero (1.005 gives 101). Section 2 of the calculation model.
 * @throws RangeError for NaN and infinities
 */
export function roundToFen(yuan: number): Fen {
  const scaled = yuan * 100;
  const nearest = Math.round(scaled);
  const distanceFromTie = Math.abs(Math.abs(scaled - nearest) - 0.5);
  // toPrecision costs 20 times as much, and only a value beside a tie can need it
  if (distanceFromTie > TIE_MARGIN * Math.abs(scaled) + 1e-12 && Math.abs(scaled) < 1e13) {
    return nearest + 0; // -0 becomes 0
  }
  return roundDecimalText(yuan);
}

/** 分, whole or not (a mean, a quantile), as 元 with at most two decimals. @throws RangeError as `roundToFen` */
export const nearestYuan = (fen: number): number => yuanOf(roundToFen(fen / 100));

function roundDecimalText(yuan: number): Fen {
  if (!Number.isFinite(yuan)) {
    throw new RangeError(`an amount must be finite, found ${yuan}`);
  }
  const negative = yuan < 0;
  const text = Math.abs(yuan).toPrecision(15);
  if (text.includes("e-")) return 0;
  if (text.includes("e+")) return Math.round(Number(text)) * (negative ? -100 : 100);
  const [whole = "0", decimals = ""] = text.split(".");
  const padded = decimals.padEnd(3, "0");
  const truncated = Number(whole + padded.slice(0, 2));
  const fen = truncated + (padded.charCodeAt(2) >= 53 ? 1 : 0); // "5"
  return negative && fen !== 0 ? -fen : fen;
}

import { dayOf } from "../core/date/day.ts";
import { asciiText } from "./xml-text.ts";

const ZERO = 48;
const MINUS = 45;
const POINT = 46;
/** Up to 15 digits, whole and power of ten are exact, so that their quotient is the nearest double. */
const EXACT_DIGITS = 15;
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** A number as XML writes it; NaN if the bytes are no number. */
export function parseNumber(bytes: Uint8Array, length: number): number {
  const negative = bytes[0] === MINUS;
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (let at = negative ? 1 : 0; at < length; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (digit === POINT - ZERO && decimals < 0) {
      decimals = 0;
    } else {
      return parseRareNumber(bytes, length);
    }
  }
  if (digits === 0 || digits > EXACT_DIGITS) return parseRareNumber(bytes, length);
  const size = decimals > 0 ? whole / (POWERS[decimals] ?? 1) : whole;
  return negative && size !== 0 ? -size : size;
}

/** Exponents, many digits, spaces. */
function parseRareNumber(bytes: Uint8Array, length: number): number {
  const text = asciiText(bytes, 0, length).trim();
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);
  const number = isNumber ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : Number.NaN;
}

const DATE_TIME = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;

/** An ISO date, time or both (`t="d"`) as a serial of the 1900 system; NaN if the text is none. */
export function parseIsoSerial(text: string): number {
  const match = DATE_TIME.exec(text.trim());
  if (!match || text.trim() === "") return Number.NaN;
  const [, year, month, date, hours = "0", minutes = "0", seconds = "0"] = match;
  const day = year === undefined ? 0 : dayOf(Number(year), Number(month), Number(date));
  return day + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

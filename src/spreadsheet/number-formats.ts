/** Formats every spreadsheet knows without their being written: dates, and those of East Asian editions. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

export const isBuiltInDate = (id: number): boolean => BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);

/** What a format says literally: quoted, escaped, the width of a letter, filling letters. */
const LITERAL = /"[^"]*"?|\\.|_.|\*./gsu;
const ELAPSED = /\[(h+|m+|s+)\]/i;
const BRACKETED = /\[[^\]]*\]/g;
const DATE_LETTER = /[ymdhs]|a{3,}|b{2,}/i;
const DAY_LETTER = /[yd]/i;

/**
 * Whether numbers of this format are points in time. Hours elapsed (`[h]:mm`) are an amount; colours, locales and
 * Chinese numerals in brackets say nothing, nor do words such as 万元, " days", 通用格式.
 */
export function isDateFormat(format: string): boolean {
  const plain = format.replace(LITERAL, "");
  const letters = plain.replace(BRACKETED, "").replace(/general/gi, "");
  return ELAPSED.test(plain) ? DAY_LETTER.test(letters) : DATE_LETTER.test(letters);
}

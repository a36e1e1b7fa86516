const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^i mod 31, one for each of the first 17 characters. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** A code as keyed: full-width forms made half-width, trimmed, upper case. No character is ever repaired. */
export const normaliseCode = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .trim()
    .toUpperCase();

/**
 * Check character of the first 17 characters of a 统一社会信用代码 (GB 32100-2015).
 * Undefined unless `body` is 17 characters of the standard's alphabet.
 */
export function checkCharacter(body: string): string | undefined {
  if (body.length !== weights.length) return undefined;
  let sum = 0;
  for (const [position, weight] of weights.entries()) {
    const value = alphabet.indexOf(body.charAt(position));
    if (value < 0) return undefined;
    sum += value * weight;
  }
  // the outer remainder makes 31 the character 0
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * Codes that pass and are one slip of the hand from a normalised one that does not: one character another, or two
 * neighbours changed about. Never two codes that pass, for the check character tells every single slip.
 */
export function slippedCodes(code: string): readonly string[] {
  if (code.length !== weights.length + 1 || isCreditCode(code)) return [];
  const others = [...code].flatMap((_, at) => {
    const [before, after] = [code.slice(0, at), code.slice(at + 1)];
    const swapped = before.slice(0, -1) + code.charAt(at) + before.slice(-1) + after;
    return [...[...alphabet].map((character) => before + character + after), ...(at > 0 ? [swapped] : [])];
  });
  return [...new Set(others)].filter(isCreditCode);
}

/** Whether a normalised code has 18 characters and the right check character. */
export const isCreditCode = (code: string): boolean =>
  code.length === 18 && checkCharacter(code.slice(0, 17)) === code.charAt(17);

import { normaliseCode } from "./credit-code.ts";
import { industryMeanings, lastDivision, sectionStarts, shortCodes } from "./size-standard.ts";
import type { IndustryMeaning } from "./size-standard.ts";

const uncovered: IndustryMeaning = { rule: "uncovered" };
const open: IndustryMeaning = { rule: "open" };

const sectionOfDivision = (division: number): string | undefined =>
  division <= lastDivision ? sectionStarts.findLast(([, first]) => first <= division)?.[0] : undefined;

/** `I6513`, `6513`, `I65`, `65` or `I`, in either case and width → section letter and digits. */
function partsOfCode(code: string): { section: string | undefined; digits: string } | undefined {
  const match = /^([A-Z]?)(\d{0,4})$/.exec(normaliseCode(code));
  const [, letter = "", digits = ""] = match ?? [];
  if (letter === "" && digits === "") return undefined;
  if (digits.length < 2) return { section: sectionStarts.find(([section]) => section === letter)?.[0], digits };
  const section = sectionOfDivision(Number(digits.slice(0, 2)));
  return { section: letter === "" || letter === section ? section : undefined, digits };
}

/** Section letter (门类) of an industry code of GB/T 4754-2017; undefined if it is none, or contradicts itself. */
export const industrySection = (code: string): string | undefined => partsOfCode(code)?.section;

/** What an industry code means for size; a text that is no code leaves it open, an unknown code is uncovered. */
export function industryMeaning(code: string): IndustryMeaning {
  const parts = partsOfCode(code);
  if (!parts) return open;
  if (parts.section === undefined) return uncovered;
  const full = parts.section + parts.digits;
  return shortCodes.get(full) ?? longestPrefix(full) ?? open;
}

function longestPrefix(code: string): IndustryMeaning | undefined {
  for (let length = code.length; length > 0; length--) {
    const meaning = industryMeanings.get(code.slice(0, length));
    if (meaning) return meaning;
  }
  return undefined;
}

import type { RosterCard } from "../../engine/port.ts";

/** An enterprise that matches a search. */
export interface Match {
  readonly code: string;
  readonly name: string;
}

/** At most so many are shown. */
export const matchLimit = 30;

/** The first enterprises whose name or code contains the words typed, whatever their case. */
export function matchingEnterprises({ codes, names }: Pick<RosterCard, "codes" | "names">, typed: string): Match[] {
  const query = typed.trim();
  const matches: Match[] = [];
  if (query === "") return matches;
  const inCode = query.toUpperCase();
  const inName = query.toLowerCase();
  // a plain loop that ends early: up to 100,000 names at every key
  for (let i = 0; i < codes.length && matches.length < matchLimit; i++) {
    const [code = "", name = ""] = [codes[i], names[i]];
    if (code.includes(inCode) || name.toLowerCase().includes(inName)) matches.push({ code, name });
  }
  return matches;
}

/** Address of an enterprise's page. */
export const enterpriseAddress = (code: string): string => `#enterprise/${encodeURIComponent(code)}`;

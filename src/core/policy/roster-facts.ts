import { sizeClasses, type SizeClasses } from "../roster/size-class.ts";
import { asOfDay } from "./as-of.ts";

/** How an evaluation finds what hangs on the roster and the as-of date alone. */
export interface RosterFacts {
  readonly asOf: typeof asOfDay;
  readonly sizes: typeof sizeClasses;
}

/** Finds everything anew. */
export const freshFacts: RosterFacts = { asOf: asOfDay, sizes: sizeClasses };

/** Facts of one roster, each found once. */
export function rememberedFacts(): RosterFacts {
  const sizesOf = new Map<number, SizeClasses>();
  let newest: ReturnType<typeof asOfDay> | undefined;
  return {
    asOf: (policy, bound, scenario) =>
      scenario.asOf === undefined ? (newest ??= asOfDay(policy, bound, scenario)) : asOfDay(policy, bound, scenario),
    sizes: (roster, year) => {
      const known = sizesOf.get(year) ?? sizeClasses(roster, year);
      sizesOf.set(year, known);
      return known;
    },
  };
}

import type { Issue } from "../issue/issue.ts";
import { warningOf, type Examined } from "./doubt/doubt.ts";
import { largeToday, missingRents, openGuaranteeTitles, possibleDoubleDeductions } from "./doubt/repriced.ts";
import { listingsWithoutAcceptance, unknownContributions } from "./doubt/uncapped.ts";
import { unverified } from "./doubt/unverified.ts";
import type { AtStake } from "./evaluation.ts";

/**
 * Cells of accepted rows whose reading decides money, largest amount first, and a warning for each and for those that
 * are doubtful without money. An amount is what the cell decides alone, planning basis: the value of the triggers it
 * touches at its best reading less that at its worst. Claims on a pool stand before the pool's balance.
 */
export function atStakeOf(examined: Examined): { readonly atStake: AtStake[]; readonly issues: Issue[] } {
  const doubts = [
    ...possibleDoubleDeductions(examined),
    ...listingsWithoutAcceptance(examined),
    ...largeToday(examined),
    ...unknownContributions(examined),
    ...missingRents(examined),
    ...openGuaranteeTitles(examined),
    ...unverified(examined),
  ];
  return {
    atStake: doubts
      .filter(({ amount }) => amount > 0)
      .map(({ code, enterprise, table, row, amount }) => ({ code, enterprise, table, row, amount }))
      .sort((a, b) => b.amount - a.amount),
    issues: doubts.map((doubt) => warningOf(examined.context, doubt)),
  };
}

import type { Issue } from "../issue/issue.ts";
import { warningOf, type Doubt, type Examined } from "./doubt/doubt.ts";
import { largeToday, missingRents, openGuaranteeTitles, possibleDoubleDeductions } from "./doubt/repriced.ts";
import { listingsWithoutAcceptance, unknownContributions } from "./doubt/uncapped.ts";
import { unverified } from "./doubt/unverified.ts";
import type { AtStake } from "./evaluation.ts";
import type { Steps } from "./steps.ts";

const finders: readonly ((examined: Examined) => Doubt[])[] = [
  possibleDoubleDeductions,
  listingsWithoutAcceptance,
  largeToday,
  unknownContributions,
  missingRents,
  openGuaranteeTitles,
  unverified,
];

/**
 * Cells of accepted rows whose reading decides money, largest amount first, and a warning for each and for those that
 * are doubtful without money. An amount is what the cell decides alone, planning basis: the value of the triggers it
 * touches at its best reading less that at its worst. Claims on a pool stand before the pool's balance.
 */
export function* stakeSteps(examined: Examined): Steps<{ readonly atStake: AtStake[]; readonly issues: Issue[] }> {
  const doubts: Doubt[] = [];
  for (const [position, find] of finders.entries()) {
    yield position / finders.length;
    for (const doubt of find(examined)) doubts.push(doubt);
  }
  return {
    atStake: doubts
      .filter(({ amount }) => amount > 0)
      .map(({ code, enterprise, table, row, column, amount }) => ({
        code,
        enterprise,
        table,
        row,
        ...(column !== undefined && { column }),
        amount,
      }))
      .sort((a, b) => b.amount - a.amount),
    issues: doubts.map((doubt) => warningOf(examined.context, doubt)),
  };
}

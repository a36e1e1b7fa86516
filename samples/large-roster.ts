import type { SampleRow } from "./canonical-sheet.ts";
import { districtTables, makeFirms, type DistrictTables } from "./district-tables.ts";
import { Dice } from "./random.ts";

/** Firms made at a time: a roster of millions is never held as rows. */
const DISTRICT = 5000;
const SEED = 2023;

/**
 * A made-up roster of any size, district by district, in the mixes of the demonstration district and without its
 * slips. The pool and the fund do not grow with the firms: large rosters run the pool dry.
 */
export function* largeRoster(firms: number): Generator<DistrictTables> {
  const dice = new Dice(SEED);
  for (let first = 1; first <= firms; first += DISTRICT) {
    const tables = districtTables(dice, makeFirms(dice, first, Math.min(DISTRICT, firms - first + 1)));
    yield {
      ...tables,
      guarantees: tables.guarantees.map((row) => numbered(row, first)),
      fundInvestments: first === 1 ? tables.fundInvestments : [],
    };
  }
}

/** Guarantee numbers start anew in every district. */
const numbered = (row: SampleRow, first: number): SampleRow => ({
  ...row,
  guaranteeNumber: `${String(row["guaranteeNumber"])}-${first}`,
});

import type { TableId } from "../src/core/roster/fields.ts";
import type { SampleRow } from "./canonical-sheet.ts";
import type { Dice } from "./random.ts";
import {
  makeEmployment,
  makeFundInvestments,
  makeGuarantees,
  makeHrServices,
  makeProjects,
} from "./sample-children.ts";
import { makeDisbursements } from "./sample-disbursements.ts";
import { makeFirm, type Firm } from "./sample-firm.ts";
import { withHonours } from "./sample-honours.ts";

export type DistrictTables = Readonly<Record<TableId, readonly SampleRow[]>>;

/** `count` firms with serial numbers from `first` on. */
export const makeFirms = (dice: Dice, first: number, count: number): Firm[] =>
  Array.from({ length: count }, (_, index) => withHonours(dice, makeFirm(dice, first + index)));

/** All seven tables of a district of these firms. */
export function districtTables(dice: Dice, firms: readonly Firm[]): DistrictTables {
  return {
    enterprises: firms.map(({ row }) => row),
    projects: makeProjects(dice, firms),
    guarantees: makeGuarantees(dice, firms),
    employment: makeEmployment(dice, firms),
    hrServices: makeHrServices(dice, firms),
    fundInvestments: makeFundInvestments(dice),
    disbursements: makeDisbursements(dice, firms),
  };
}

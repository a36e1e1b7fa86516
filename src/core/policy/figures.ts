import type { Fen } from "../money/money.ts";
import { parseIsoDay, yearOf } from "../date/day.ts";
import type { Evaluation } from "./evaluation.ts";
import type { ByYear } from "./ledger.ts";
import type { Measure, Policy } from "./policy.ts";
import type { Line, Totals } from "./totals.ts";
import { sumOf } from "./totals.ts";

/** Which amount of a line a table shows. */
export const bases = ["committed", "statutory", "unverified"] as const;
export type Basis = (typeof bases)[number];

/** Last budget year of the term; what falls later is the tail. */
export const lastYearOf = (policy: Policy): number => yearOf(parseIsoDay(policy.termEnd));

/** Budget years of the term and every later year that has money, without a gap. */
export function yearsOf(policy: Policy, { total }: Totals): readonly number[] {
  const paid = bases.flatMap((basis) => [...total[basis].keys()]);
  const first = Math.min(yearOf(parseIsoDay(policy.termStart)), ...paid);
  const last = Math.max(lastYearOf(policy), ...paid);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What a line owes after the last budget year of the term. */
export const tailOf = (byYear: ByYear, lastYear: number): Fen =>
  [...byYear].reduce((sum, [year, amount]) => (year > lastYear ? sum + amount : sum), 0);

/** Measures whose text gives no figure and for which the scenario sets none: they are in no total. */
export const withoutFigure = (policy: Policy, { measures }: Totals): readonly Measure[] =>
  policy.measures.filter((measure, index) => measure.withoutFigure && !hasMoney(measures[index]));

const hasMoney = (line: Line | undefined): boolean =>
  line !== undefined && bases.some((basis) => [...line[basis].values()].some((amount) => amount !== 0));

/** The committed total reached in four ways; all must be equal. */
export interface IdentitySums {
  readonly measures: Fen;
  readonly departments: Fen;
  readonly years: Fen;
  readonly enterprises: Fen;
  /** Largest less smallest. */
  readonly difference: Fen;
}

export function identitySums(totals: Totals): IdentitySums {
  const committed = (lines: Iterable<Line>): Fen => [...lines].reduce((sum, line) => sum + sumOf(line.committed), 0);
  const measures = committed(totals.measures);
  const departments = committed(totals.departments.values());
  const years = sumOf(totals.total.committed);
  const enterprises = totals.enterprises.amount.reduce((sum, amount) => sum + amount, 0);
  const all = [measures, departments, years, enterprises];
  return { measures, departments, years, enterprises, difference: Math.max(...all) - Math.min(...all) };
}

/** What the opening sentence says. */
export interface Headline {
  readonly committed: Fen;
  readonly statutory: Fen;
  readonly unverified: Fen;
  readonly tail: Fen;
  readonly pools: readonly { readonly paid: Fen; readonly capacity: Fen; readonly exhaustionMonth: number | null }[];
  readonly funds: readonly { readonly drawn: Fen; readonly size: Fen }[];
  readonly withoutFigure: readonly Measure[];
}

export function headlineOf(policy: Policy, evaluation: Evaluation, totals: Totals): Headline {
  const { committed, statutory, unverified } = totals.total;
  return {
    committed: sumOf(committed),
    statutory: sumOf(statutory),
    unverified: sumOf(unverified),
    tail: tailOf(committed, lastYearOf(policy)),
    pools: evaluation.pools.planning.map(({ paid, capacity, exhaustionMonth }) => ({
      paid: sumOf(paid),
      capacity,
      exhaustionMonth,
    })),
    funds: evaluation.funds.map(({ drawn, size }) => ({ drawn: sumOf(drawn), size })),
    withoutFigure: withoutFigure(policy, totals),
  };
}

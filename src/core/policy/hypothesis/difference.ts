import type { Fen } from "../../money/money.ts";
import type { EnterpriseExplanation, MeasureExplanation } from "../explanation/explanation.ts";
import { Eligibility } from "../ledger.ts";

/** What one budget year pays under both, TRUE payments of the planning basis, 分. */
export interface YearDifference {
  readonly year: number;
  readonly before: Fen;
  readonly after: Fen;
}

/** What a measure pays a firm as it is, and under a hypothesis. */
export interface MeasureDifference {
  /** Index into `policy.measures`. */
  readonly measure: number;
  /** Years in which either pays, in rising order. */
  readonly years: readonly YearDifference[];
  readonly before: Fen;
  readonly after: Fen;
  /** Payments of UNKNOWN triggers. */
  readonly unverified: { readonly before: Fen; readonly after: Fen };
  /** due: nothing was due before; lost: nothing is any more. A trigger that surely qualifies counts, paid or not. */
  readonly turns: "due" | "lost" | undefined;
}

/** TRUE payments by year. */
function paymentsByYear(explained: MeasureExplanation | undefined): Map<number, Fen> {
  const sums = new Map<number, Fen>();
  for (const { eligibility, payments } of explained?.triggers ?? []) {
    if (eligibility !== Eligibility.true) continue;
    for (const { year, net } of payments) sums.set(year, (sums.get(year) ?? 0) + net);
  }
  return sums;
}

const qualifies = (explained: MeasureExplanation | undefined): boolean =>
  explained?.triggers.some(({ eligibility }) => eligibility === Eligibility.true) ?? false;

/** Measures that a hypothesis changes, in the policy's order: their money, or whether they are due at all. */
export function differencesOf(
  before: Pick<EnterpriseExplanation, "measures">,
  after: Pick<EnterpriseExplanation, "measures">,
): MeasureDifference[] {
  return after.measures.flatMap((then): MeasureDifference[] => {
    const now = before.measures.find(({ measure }) => measure === then.measure);
    const [some, other] = [paymentsByYear(now), paymentsByYear(then)];
    const years = [...new Set([...some.keys(), ...other.keys()])]
      .sort((a, b) => a - b)
      .map((year) => ({ year, before: some.get(year) ?? 0, after: other.get(year) ?? 0 }));
    const [was, is] = [qualifies(now), qualifies(then)];
    const turns = was === is ? undefined : is ? "due" : "lost";
    const unverified = { before: now?.unverified ?? 0, after: then.unverified };
    const moves = years.some((year) => year.before !== year.after) || unverified.before !== unverified.after;
    if (!moves && turns === undefined) return [];
    return [{ measure: then.measure, years, before: now?.sums.net ?? 0, after: then.sums.net, unverified, turns }];
  });
}

import type { Fen } from "../../core/money/money.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { sumOf, type Sums } from "../../core/policy/totals.ts";

/** A measure with what it comes to over all years seen. */
export interface RankedMeasure {
  /** Index into `policy.measures`. */
  readonly index: number;
  readonly committed: Fen;
  readonly statutory: Fen;
  readonly unverified: Fen;
}

/** Measures with money of any kind, the largest committed amount first; the fund's equity is in none. */
export const rankedMeasures = ({ measures }: Policy, sums: Sums): readonly RankedMeasure[] =>
  sums.measures
    .map((line, index) => ({
      index,
      committed: sumOf(line.committed),
      statutory: sumOf(line.statutory),
      unverified: sumOf(line.unverified),
    }))
    .filter(({ index, committed, statutory, unverified }) => {
      const hasMoney = committed !== 0 || statutory !== 0 || unverified !== 0;
      return hasMoney && measures[index]?.kind !== "fund";
    })
    .sort((a, b) => b.committed - a.committed || b.statutory - a.statutory);

/** A part of a whole in per cent with one decimal; of nothing, a dash. */
export const shareText = (part: Fen, whole: Fen): string => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : "–");

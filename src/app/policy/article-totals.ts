import type { Fen } from "../../core/money/money.ts";
import { bindNames, type BindName } from "../../core/policy/ledger.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Line, LedgerSummary } from "../../core/policy/totals.ts";

/** A measure of an article: its money, and how many triggers each limit binds, in the order of limits. */
export interface MeasureTotals {
  /** Index into `policy.measures`. */
  readonly index: number;
  readonly line: Line;
  readonly limits: readonly { readonly binds: BindName; readonly count: number }[];
}

export interface ArticleTotals {
  readonly measures: readonly MeasureTotals[];
  /** Committed, one a year asked for. */
  readonly years: readonly Fen[];
}

/** What an article's measures come to; the fund's equity has an account of its own and is not among them. */
export function articleTotals(
  policy: Policy,
  { totals, boundTriggers }: LedgerSummary,
  article: number,
  years: readonly number[],
): ArticleTotals {
  const measures = totals.measures.flatMap((line, index): MeasureTotals[] => {
    const measure = policy.measures[index];
    if (measure?.article !== article || measure.kind === "fund") return [];
    const counts = boundTriggers[index];
    const limits = bindNames.flatMap((binds) => {
      const count = counts?.get(binds) ?? 0;
      return count > 0 ? [{ binds, count }] : [];
    });
    return [{ index, line, limits }];
  });
  const sumIn = (year: number): Fen => measures.reduce((sum, { line }) => sum + (line.committed.get(year) ?? 0), 0);
  return { measures, years: years.map(sumIn) };
}

import type { SimulatedFigures, SimulatedLine } from "../../core/simulation/simulated-figures.ts";
import type { Summary } from "../../core/simulation/summary.ts";
import type { Selection } from "../payments/selection.ts";

/** The simulated line that the bars of a selection belong to; undefined where trials are not told apart so far. */
export function selectedLine(
  figures: SimulatedFigures | undefined,
  { measure, binds, enterprise }: Selection,
): SimulatedLine | undefined {
  if (binds !== undefined || enterprise !== undefined) return undefined;
  return measure === undefined ? figures?.total : figures?.measures[measure];
}

/** A figure of each year that is still open, 分; NaN for one that is the same in every trial. */
export const openYears = (
  line: SimulatedLine,
  years: readonly number[],
  pick: (summary: Summary) => number,
): readonly number[] =>
  years.map((year) => {
    const summary = line.byYear.get(year);
    return summary && summary.sd > 0 ? pick(summary) : Number.NaN;
  });

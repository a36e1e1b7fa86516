import { bindNames, type BindName } from "../../core/policy/ledger.ts";
import type { BoundLine } from "../../core/simulation/bound-figures.ts";

/** What of a limit's effect a table shows. */
export type BoundView = "forgone" | "share" | "cutShare";

/** Limits that stand in any line, in their order: those that cut anything, and for shares of triggers the rate too. */
const limitsIn = (lines: readonly BoundLine[], view: BoundView): readonly BindName[] =>
  bindNames.filter((name) => (view === "share" || name !== "rate") && lines.some(({ limits }) => limits.has(name)));

/**
 * Columns and rows of a view: one column a limit; amounts in 分 have the sum and the amount before limits beside.
 * Measures from which nothing is cut stand among the shares of triggers alone.
 */
export function boundTable(lines: readonly BoundLine[], view: BoundView) {
  const limits = limitsIn(lines, view);
  const rows = lines
    .filter(({ forgone }) => view === "share" || forgone > 0)
    .map(({ measure, limits: effects, forgone, gross }) => ({
      measure,
      cells: [...limits.map((name) => effects.get(name)?.[view] ?? 0), ...(view === "forgone" ? [forgone, gross] : [])],
    }));
  return { limits, rows };
}

/** The limit that cuts most over all lines, and how much, 分; undefined where none cuts anything. */
export function heaviestLimit(
  lines: readonly BoundLine[],
): { readonly name: BindName; readonly forgone: number } | undefined {
  const sums = bindNames.map((name) => ({
    name,
    forgone: lines.reduce((sum, { limits }) => sum + (limits.get(name)?.forgone ?? 0), 0),
  }));
  const [heaviest] = sums.sort((a, b) => b.forgone - a.forgone);
  return heaviest && heaviest.forgone > 0 ? heaviest : undefined;
}

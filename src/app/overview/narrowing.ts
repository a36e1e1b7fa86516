import type { Cell } from "../../core/policy/cells.ts";
import { lastYearOf } from "../../core/policy/figures.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Selection } from "../payments/selection.ts";

/** By what the overview can be narrowed. */
export const dimensions = ["department", "measure", "year", "tail", "binds", "all"] as const;
export type Dimension = (typeof dimensions)[number];

/** A selection without some of its members. */
export const without = (selection: Selection, ...left: readonly Dimension[]): Selection =>
  Object.fromEntries(Object.entries(selection).filter(([name]) => !left.some((dimension) => dimension === name)));

/**
 * Picking what is already picked takes it back; a year and the tail exclude each other. Picking nothing in particular,
 * as the sum of all sums does, means all.
 */
export function toggled(before: Selection, wanted: Selection): Selection {
  const picked = Object.keys(wanted).length === 0 ? ({ all: true } as const) : wanted;
  const selection = picked.all ? before : without(before, "all");
  const names = dimensions.filter((dimension) => picked[dimension] !== undefined);
  if (names.every((name) => picked[name] === selection[name])) return without(selection, ...names);
  const freed = picked.tail
    ? without(selection, "year")
    : picked.year === undefined
      ? selection
      : without(selection, "tail");
  return { ...freed, ...picked };
}

/** Cells inside a selection. */
export function cellsIn(cells: readonly Cell[], policy: Policy, selection: Selection): readonly Cell[] {
  const { department, measure, year, tail, binds } = selection;
  const lastYear = lastYearOf(policy);
  return cells.filter(
    (cell) =>
      (department === undefined || cell.department === department) &&
      (measure === undefined || cell.measure === measure) &&
      (year === undefined || cell.year === year) &&
      (!tail || cell.year > lastYear) &&
      (binds === undefined || cell.binds === binds),
  );
}

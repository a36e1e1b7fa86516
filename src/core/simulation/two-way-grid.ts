import { stepOf, valueAtStep, type SearchRange } from "./search-range.ts";

/** A figure over two parameters: `figures[row][column]` at `rows[row]` and `columns[column]`. */
export interface TwoWayGrid {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly figures: readonly (readonly number[])[];
}

/**
 * Values evenly spaced between two, both among them, each on a step of the range and none twice; with the present value
 * where it lies between.
 * @param count whole, 2 or more
 */
export function spacedValues(
  range: SearchRange,
  [from, to]: readonly [number, number],
  count: number,
  present?: number,
): readonly number[] {
  const [first, last] = [stepOf(range, Math.min(from, to)), stepOf(range, Math.max(from, to))];
  const steps = Array.from({ length: count }, (_, at) => Math.round(first + ((last - first) * at) / (count - 1)));
  const values = steps.map((step) => valueAtStep(range, step));
  const isBetween = present !== undefined && present >= Math.min(from, to) && present <= Math.max(from, to);
  return [...new Set(isBetween ? [...values, present] : values)].toSorted((a, b) => a - b);
}

/** @param figureAt the figure where the first parameter has one value and the second another; the same trials at each */
export async function twoWayGrid(
  rows: readonly number[],
  columns: readonly number[],
  figureAt: (row: number, column: number) => Promise<number>,
): Promise<TwoWayGrid> {
  const figures: number[][] = [];
  for (const row of rows) {
    const line: number[] = [];
    for (const column of columns) line.push(await figureAt(row, column));
    figures.push(line);
  }
  return { rows, columns, figures };
}

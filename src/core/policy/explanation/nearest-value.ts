import type { Field } from "../../roster/fields.ts";

/** Whether values of a field have a least step: 0.01 元, a day, a person. */
export const ordered = ({ type }: Field): boolean => type === "money" || type === "date" || type === "count";

/** Between a value that is not enough and one that is: the nearest that is, in whole steps. */
function threshold(isEnough: (value: number) => boolean, before: number, enough: number): number {
  let [low, high] = [before, enough];
  while (Math.abs(high - low) > 1) {
    const middle = low + Math.trunc((high - low) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The nearest value of a cell that is enough, and how far it is; undefined where none was found. */
export function nearest(
  candidates: readonly number[],
  isEnough: (value: number) => boolean,
  before: number,
  isOrdered: boolean,
): { readonly value: number; readonly short?: number } | undefined {
  if (!isOrdered || Number.isNaN(before)) {
    const value = candidates.find(isEnough);
    return value === undefined ? undefined : { value };
  }
  const numbers = candidates.filter((value) => !Number.isNaN(value));
  const sides = [numbers.filter((value) => value > before), numbers.filter((value) => value < before)];
  const found = sides.flatMap((side) => {
    const first = side.sort((a, b) => Math.abs(a - before) - Math.abs(b - before)).find(isEnough);
    return first === undefined ? [] : [threshold(isEnough, before, first)];
  });
  const [value] = found.sort((a, b) => Math.abs(a - before) - Math.abs(b - before));
  if (value !== undefined) return { value, short: Math.abs(value - before) };
  return candidates.some(Number.isNaN) && isEnough(Number.NaN) ? { value: Number.NaN } : undefined;
}

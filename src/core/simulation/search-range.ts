import type { Parameter } from "../policy/policy.ts";

/** The values that a search may try: `minimum`, and `steps` more, each 1/`perUnit` further. */
export interface SearchRange {
  readonly minimum: number;
  readonly steps: number;
  readonly perUnit: number;
}

/** Steps to a unit: shares by 0.01 %, money by 1 元, counts by 1, other numbers by 0.0001 where they are bounded. */
const perUnitOf = ({ type, maximum = 0 }: Parameter): number =>
  type === "share" || (type === "number" && maximum <= 1000) ? 10_000 : 1;

/** All values a parameter may legally have, by the step of its unit; undefined for dates and lists. */
export function searchRangeOf(parameter: Parameter): SearchRange | undefined {
  const { type, minimum, maximum } = parameter;
  if (type === "date" || type === "shares" || minimum === undefined || maximum === undefined) return undefined;
  const perUnit = perUnitOf(parameter);
  return { minimum, steps: Math.floor((maximum - minimum) * perUnit + 1e-9), perUnit };
}

/** The value at a step: one division of whole numbers, so that 1234 steps of 0.01 % are the double 0.1234. */
export const valueAtStep = ({ minimum, perUnit }: SearchRange, step: number): number =>
  (Math.round(minimum * perUnit) + step) / perUnit;

/** The step of a value, or the nearest of the range. */
export const stepOf = ({ minimum, steps, perUnit }: SearchRange, value: number): number =>
  Math.min(steps, Math.max(0, Math.round((value - minimum) * perUnit)));

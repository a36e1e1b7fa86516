import { dayOf, monthIndexOf, type Day } from "../date/day.ts";

/** Whole months that are simulated: from the one after the as-of month to the last of the term. */
export interface Horizon {
  /** Month index of the first month (see `monthIndexOf`). */
  readonly firstMonth: number;
  readonly monthCount: number;
  /** The 15th of each month: the day of what happens in it. */
  readonly days: Float64Array;
  /** Position in `years` of each month. */
  readonly yearOf: Uint8Array;
  readonly years: readonly number[];
}

/** Horizon of a forecast (section 7); empty where the term is over. */
export function horizonOf(asOf: Day, termEnd: Day): Horizon {
  const firstMonth = monthIndexOf(asOf) + 1;
  const monthCount = Math.max(0, monthIndexOf(termEnd) - firstMonth + 1);
  const months = Array.from({ length: monthCount }, (_, index) => firstMonth + index);
  const yearOfMonth = (month: number): number => Math.floor(month / 12);
  const years = [...new Set(months.map(yearOfMonth))];
  return {
    firstMonth,
    monthCount,
    days: Float64Array.from(months, (month) => dayOf(yearOfMonth(month), (month % 12) + 1, 15)),
    yearOf: Uint8Array.from(months, (month) => years.indexOf(yearOfMonth(month))),
    years,
  };
}

/**
 * A calendar day as the serial number of the 1900 date system (1900-03-01 is 61, 2023-05-29 is 45075):
 * what a workbook stores and what formulas compute with.
 */
export type Day = number;

const UNIX_EPOCH = 25_569; // 1970-01-01

/** Day of a proleptic Gregorian date; `month` 1 to 12 may run over, as in DATE. */
export function dayOf(year: number, month: number, date: number): Day {
  // days-from-civil (H. Hinnant, see below), with the year starting in March
  const months = year * 12 + month - 3;
  const shifted = Math.floor(months / 12);
  const monthOfYear = months - shifted * 12;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + dayOfEra + Math.floor((153 * monthOfYear + 2) / 5) + date - 1 - 719_468 + UNIX_EPOCH;
}

/** Year, month (1 to 12) and date of a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  // civil-from-days (H. Hinnant, "chrono-compatible low-level date algorithms"): no Date object per cell
  const z = Math.floor(day) - UNIX_EPOCH + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, date: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1 };
}

export const yearOf = (day: Day): number => partsOf(day).year;

/** Months since year 0, so that months can be subtracted. */
export function monthIndexOf(day: Day): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** EDATE: the same date `months` later, or the last day of a shorter month. `months` is cut to a whole number. */
export function edate(day: Day, months: number): Day {
  if (Number.isNaN(day)) return Number.NaN; // most date cells of a roster are blank
  const { year, month, date } = partsOf(day);
  const target = year * 12 + (month - 1) + Math.trunc(months);
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  if (date <= 28) return dayOf(targetYear, targetMonth, date);
  const lastDate = partsOf(dayOf(targetYear, targetMonth + 1, 1) - 1).date;
  return dayOf(targetYear, targetMonth, Math.min(date, lastDate));
}

/** `2023-05-29` → day; NaN unless the text is a real date in exactly that form. */
export function parseIsoDay(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return Number.NaN;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === text ? day : Number.NaN;
}

/** A day as `2023-05-29`. */
export function isoDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** A month index (see {@link monthIndexOf}) as `2027-03`. */
export function isoMonth(monthIndex: number): string {
  const year = Math.floor(monthIndex / 12);
  return `${String(year).padStart(4, "0")}-${String(monthIndex - year * 12 + 1).padStart(2, "0")}`;
}

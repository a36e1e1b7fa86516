import { edate, monthIndexOf, yearOf } from "../date/day.ts";
import type { Operand } from "../formula/types.ts";
import { fieldOf } from "../roster/fields.ts";
import type { Context } from "./block.ts";
import type { CompiledMeasure } from "./prepare.ts";
import { monthOrNever, type Triggers } from "./triggers.ts";
import { wholeValue } from "./values.ts";

/** One amount to be priced: a trigger's whole amount, or the part of one year. */
export interface Due {
  /** Position in the measure's triggers. */
  readonly trigger: number;
  readonly year: number;
  readonly part: number;
  /** Whole months of that calendar year; NaN where the schedule does not count months. */
  readonly months: number;
}

/** 迁出日期 by enterprise; +∞ where blank, unreadable or not after 迁入日期 (section 3). */
export function departureDays(context: Context): Float64Array {
  const out = context.bound.operand("enterprises", "迁出日期");
  const moved = context.bound.operand("enterprises", "迁入日期");
  if (!out) return new Float64Array(0);
  const departures = new Float64Array(out.values.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < departures.length; i++) {
    const day = out.values[i] ?? Number.NaN;
    const contradictory = day <= (moved?.values[i] ?? Number.NaN);
    if (!Number.isNaN(day) && !contradictory) departures[i] = day;
  }
  return departures;
}

const localKey = (measure: CompiledMeasure, name: string): string => `${measure.measure.id}.${name}`;

/** Whether what began in the term is paid on after it; a policy that leaves no choice (期后续付) pays on. */
const paysOn = ({ policy, values }: Context): boolean =>
  !policy.readings.some(({ name }) => name === "期后续付") || values.reading("期后续付", "planning") === "是";

function dueMonths(
  context: Context,
  measure: CompiledMeasure,
  triggers: Triggers,
  term: number,
  end: Operand | undefined,
  departures: Float64Array,
): Due[] {
  const lastMonthOfTerm = paysOn(context) ? Number.POSITIVE_INFINITY : monthIndexOf(context.termEnd);
  const dues: Due[] = [];
  triggers.date.forEach((date, trigger) => {
    const row = triggers.block.row[trigger] ?? -1;
    const departure = departures[triggers.block.enterprise[trigger] ?? -1] ?? Number.POSITIVE_INFINITY;
    const first = monthIndexOf(date);
    const last = Math.min(
      first + term - 1,
      monthOrNever(end?.values[row] ?? Number.NaN),
      monthOrNever(departure),
      lastMonthOfTerm,
    );
    for (let year = yearOf(date); year * 12 <= last; year++) {
      const months = Math.min(last, year * 12 + 11) - Math.max(first, year * 12) + 1;
      dues.push({ trigger, year, part: year - yearOf(date), months });
    }
  });
  return dues;
}

function dueAnniversaries(context: Context, triggers: Triggers, years: number, departures: Float64Array): Due[] {
  const dues: Due[] = [];
  triggers.date.forEach((date, trigger) => {
    const departure = departures[triggers.block.enterprise[trigger] ?? -1] ?? Number.POSITIVE_INFINITY;
    for (let part = 0; part < years; part++) {
      const year = yearOf(date) + part;
      const gone = Number.isFinite(departure) && year > yearOf(departure);
      const lapsed = !paysOn(context) && edate(date, 12 * part) > context.termEnd;
      if (!gone && !lapsed) dues.push({ trigger, year, part, months: Number.NaN });
    }
  });
  return dues;
}

/** What is due of every trigger, in the triggers' order. Instalments are priced whole and split afterwards. */
export function dueAmounts(
  context: Context,
  measure: CompiledMeasure,
  triggers: Triggers,
  departures: Float64Array,
): Due[] {
  const { schedule, table } = measure.measure;
  const whole = (offset: number): Due[] =>
    Array.from(triggers.date, (date, trigger) => ({
      trigger,
      year: yearOf(date) + offset,
      part: 0,
      months: Number.NaN,
    }));
  switch (schedule.kind) {
    case "once":
      return whole(schedule.offset === undefined ? 0 : wholeValue(context.values, localKey(measure, schedule.offset)));
    case "instalments":
      return whole(wholeValue(context.values, localKey(measure, schedule.offset)));
    case "months": {
      const end = context.bound.operand(table, fieldOf(table, schedule.end).label);
      return dueMonths(
        context,
        measure,
        triggers,
        wholeValue(context.values, localKey(measure, schedule.term)),
        end,
        departures,
      );
    }
    case "anniversaries":
      return dueAnniversaries(
        context,
        triggers,
        wholeValue(context.values, localKey(measure, schedule.years)),
        departures,
      );
    default:
      return schedule satisfies never;
  }
}

/** The shares of an instalment plan. @throws Error if the parameter is no list */
export function sharesOf(context: Context, measure: CompiledMeasure, name: string): readonly number[] {
  const value = context.values.value(localKey(measure, name));
  if (!Array.isArray(value)) throw new Error(`${localKey(measure, name)} must be a list of shares`);
  return value as readonly number[];
}

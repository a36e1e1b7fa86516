import { yearOf, type Day } from "../date/day.ts";
import { roundToFen, type Fen } from "../money/money.ts";
import { operandsOf, type Context } from "./block.ts";
import type { CompiledMeasure } from "./prepare.ts";
import type { Work } from "./price.ts";
import { operandValue, wholeValue } from "./values.ts";

/** A fact more years after the term takes nothing back: forecasts have no cells for it. */
const YEARS_AFTER_TERM = 15;

/** What takes payments of a trigger back: the day of the fact, the budget years it reaches back, and the share. */
export interface TakenBack {
  readonly day: Day;
  readonly years: number;
  readonly share: number;
}

/** Budget year in which a payment is returned, or undefined where it is not. */
export function returnYear({ day, years }: TakenBack, paidIn: number): number | undefined {
  const year = yearOf(day);
  return year > paidIn + years ? undefined : Math.max(year, paidIn);
}

/** 分 of a payment that are returned, at most what was paid. */
export const returned = ({ share }: TakenBack, paid: Fen): Fen => Math.min(paid, roundToFen((paid / 100) * share));

/** By position among a work's triggers: what takes its payments back; undefined where nothing does. */
export function clawbackOf(
  context: Context,
  { measure, takenBackOn }: CompiledMeasure,
  { triggers }: Pick<Work, "triggers">,
): (trigger: number) => TakenBack | undefined {
  const rule = measure.clawback;
  if (!rule || !takenBackOn) return () => undefined;
  const days = takenBackOn.kernel(operandsOf(context, triggers.block, "planning"), triggers.date.length);
  const years = wholeValue(context.values, `${measure.id}.${rule.years}`);
  const last = yearOf(context.termEnd) + YEARS_AFTER_TERM;
  const share = operandValue(context.values.value(`${measure.id}.${rule.share}`));
  return (trigger) => {
    const day = days[trigger] ?? Number.NaN;
    const isLater = day > (triggers.date[trigger] ?? Number.NaN) && yearOf(day) <= last;
    return isLater ? { day, years, share } : undefined;
  };
}

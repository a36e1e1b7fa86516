import { dayOf, yearOf } from "../date/day.ts";
import { roundToFen, type Fen } from "../money/money.ts";
import type { Block, Context } from "./block.ts";
import { Eligibility } from "./ledger.ts";
import type { CompiledMeasure } from "./prepare.ts";
import { eligibilityCode, eligibilityOf, type Triggers } from "./triggers.ts";
import { stopDay, type Values } from "./values.ts";

/** 年度额度 of a measure in 分, or null while it is unset. */
export function envelopeOf(values: Values, measureId: string): Fen | null {
  const value = values.value(`${measureId}.年度额度`);
  return typeof value === "number" ? roundToFen(value) : null;
}

/** Day on which a year is tested: 1 January, in the first year the first day of the term. */
export const testDayOf = (context: Context, year: number): number => Math.max(context.termStart, dayOf(year, 1, 1));

/** Budget years of the term up to the as-of year. */
export function recordedYears(context: Context): number[] {
  const first = yearOf(context.termStart);
  const last = Math.min(yearOf(context.asOf), yearOf(context.termEnd));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** One trigger an enterprise and recorded year (m04), with its Kleene eligibility. */
export function enterpriseYears(context: Context, measure: CompiledMeasure): Triggers {
  const firms = context.bound.rowCount("enterprises");
  const years = recordedYears(context);
  const row = Int32Array.from({ length: firms * years.length }, (_, i) => i % firms);
  const date = Float64Array.from(row, (_, i) => testDayOf(context, years[Math.floor(i / firms)] ?? 0));
  const block: Block = {
    measure: measure.measure,
    row,
    enterprise: row,
    state: new Map([
      ["触发日", date],
      ["检验日", date],
      ["预算年度", date.map(yearOf)],
    ]),
  };
  const eligibility = Uint8Array.from(eligibilityOf(context, measure, block), eligibilityCode);
  return { block, rule: new Uint8Array(row.length), date, eligibility };
}

/** ⌊gross × envelope ÷ total⌋ in whole 分; the product can pass 2^53, so it is taken exactly. */
const proRata = (gross: Fen, envelope: Fen, total: Fen): Fen =>
  total <= envelope ? gross : Number((BigInt(gross) * BigInt(envelope)) / BigInt(total));

/** What each enterprise-year gets of its year's envelope: TRUE ones first, UNKNOWN ones share what is left. */
export function shareEnvelope(triggers: Triggers, gross: Float64Array, envelope: Fen): Float64Array {
  const paid = new Float64Array(gross.length);
  for (const year of new Set(triggers.date)) {
    let left = envelope;
    for (const wanted of [Eligibility.true, Eligibility.unknown]) {
      const index = Array.from(gross.keys()).filter(
        (i) => triggers.date[i] === year && triggers.eligibility[i] === wanted,
      );
      const total = index.reduce((sum, i) => sum + (gross[i] ?? 0), 0);
      const available = left;
      for (const i of index) {
        paid[i] = proRata(gross[i] ?? 0, available, total);
        left -= paid[i] ?? 0;
      }
    }
  }
  return paid;
}

/** Years of the term in which a pure envelope is committed, unless the clause was stopped by then. */
export const envelopeYears = (context: Context, measureId: string): number[] =>
  recordedYears(context).filter((year) => testDayOf(context, year) < stopDay(context.values, measureId));

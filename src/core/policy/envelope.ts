import { dayOf, yearOf, type Day } from "../date/day.ts";
import { roundToFen, type Fen } from "../money/money.ts";
import type { Block, Context } from "./block.ts";
import { joinedInto } from "./columns.ts";
import { Eligibility } from "./ledger.ts";
import type { CompiledMeasure } from "./prepare.ts";
import { eligibilityCodes, eligibilityOf, type Triggers } from "./triggers.ts";
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

/** One trigger an enterprise and year (m04), with its Kleene eligibility. */
export function enterpriseYears(
  context: Context,
  measure: CompiledMeasure,
  years: readonly number[] = recordedYears(context),
): Triggers {
  const firms = context.bound.everyRow("enterprises");
  const eligibility = years.map((year) =>
    eligibilityCodes(eligibilityOf(context, measure, onTestDay(context, measure, year))),
  );
  const row = joinedInto(
    new Int32Array(firms.length * years.length),
    years.map(() => firms),
  );
  const byYear = (of: (year: number) => number): Float64Array => {
    const column = new Float64Array(row.length);
    years.forEach((year, i) => column.fill(of(year), i * firms.length, (i + 1) * firms.length));
    return column;
  };
  const date = byYear((year) => testDayOf(context, year));
  return {
    block: {
      measure: measure.measure,
      row,
      enterprise: row,
      state: new Map([
        ["触发日", date],
        ["检验日", date],
        ["预算年度", byYear((year) => yearOf(testDayOf(context, year)))],
      ]),
    },
    rule: new Uint8Array(row.length),
    date,
    eligibility: joinedInto(new Uint8Array(row.length), eligibility),
  };
}

/** Every enterprise on the test day of one year. */
export function onTestDay(context: Context, { measure }: CompiledMeasure, year: number): Block {
  const firms = context.bound.everyRow("enterprises");
  const day = Float64Array.of(testDayOf(context, year));
  const state = new Map([
    ["触发日", day],
    ["检验日", day],
    ["预算年度", day.map(yearOf)],
  ]);
  return { measure, row: firms, enterprise: firms, state };
}

/** ⌊gross × envelope ÷ total⌋ in whole 分; the product can pass 2^53, so it is taken exactly. */
const proRata = (gross: Fen, envelope: Fen, total: Fen): Fen =>
  total <= envelope ? gross : Number((BigInt(gross) * BigInt(envelope)) / BigInt(total));

/** What each enterprise-year gets of its year's envelope: TRUE ones first, UNKNOWN ones share what is left. */
export function shareEnvelope(
  triggers: Pick<Triggers, "date" | "eligibility">,
  gross: Float64Array,
  envelope: Fen,
): Float64Array {
  const paid = new Float64Array(gross.length);
  let available: ReadonlyMap<Day, Fen> = new Map();
  for (const wanted of [Eligibility.true, Eligibility.unknown]) {
    const left = new Map(available);
    const totals = new Map<Day, Fen>();
    const each = (visit: (i: number, day: Day) => void): void => {
      for (let i = 0; i < gross.length; i++) {
        if (triggers.eligibility[i] === wanted) visit(i, triggers.date[i] ?? Number.NaN);
      }
    };
    each((i, day) => totals.set(day, (totals.get(day) ?? 0) + (gross[i] ?? 0)));
    each((i, day) => {
      const amount = proRata(gross[i] ?? 0, available.get(day) ?? envelope, totals.get(day) ?? 0);
      paid[i] = amount;
      left.set(day, (left.get(day) ?? envelope) - amount);
    });
    available = left;
  }
  return paid;
}

/** Years of the term in which a pure envelope is committed, unless the clause was stopped by then. */
export const envelopeYears = (context: Context, measureId: string): number[] =>
  recordedYears(context).filter((year) => testDayOf(context, year) < stopDay(context.values, measureId));

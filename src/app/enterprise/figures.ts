import { parseIsoDay, yearOf } from "../../core/date/day.ts";
import type { Fen } from "../../core/money/money.ts";
import type { EnterpriseExplanation, MeasureExplanation } from "../../core/policy/explanation/explanation.ts";
import { Eligibility } from "../../core/policy/ledger.ts";
import type { Policy } from "../../core/policy/policy.ts";

/** What the page says of a firm in one sentence, 分. */
export interface FirmFigures {
  readonly term: Fen;
  readonly tail: Fen;
  readonly statutory: Fen;
  readonly unverified: Fen;
  /** Measures with money in the term, the largest first. */
  readonly parts: readonly { readonly measure: number; readonly amount: Fen }[];
}

/** Payments of TRUE triggers whose year passes a test. */
function sumOf(measure: MeasureExplanation, basis: "net" | "statutory", inside: (year: number) => boolean): Fen {
  return measure.triggers
    .filter(({ eligibility }) => eligibility === Eligibility.true)
    .flatMap(({ payments }) => payments)
    .filter(({ year }) => inside(year))
    .reduce((sum, payment) => sum + payment[basis], 0);
}

export function firmFigures(policy: Policy, { measures }: EnterpriseExplanation): FirmFigures {
  const last = yearOf(parseIsoDay(policy.termEnd));
  const total = (basis: "net" | "statutory", inside: (year: number) => boolean): Fen =>
    measures.reduce((sum, measure) => sum + sumOf(measure, basis, inside), 0);
  const parts = measures.map((measure) => ({
    measure: measure.measure,
    amount: sumOf(measure, "net", (year) => year <= last),
  }));
  return {
    term: total("net", (year) => year <= last),
    tail: total("net", (year) => year > last),
    statutory: total("statutory", (year) => year <= last),
    unverified: measures.reduce((sum, { unverified }) => sum + unverified, 0),
    parts: parts.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount),
  };
}

/** What a firm is paid in one budget year. */
export interface FirmYear {
  readonly year: number;
  readonly net: Fen;
  readonly unverified: Fen;
}

/** Every year from the first trigger or payment to the last, with money of TRUE and of UNKNOWN triggers. */
export function firmYears(policy: Policy, { measures }: EnterpriseExplanation): FirmYear[] {
  const payments = measures.flatMap(({ triggers }) =>
    triggers.flatMap(({ eligibility, payments: own }) => own.map(({ year, net }) => ({ year, net, eligibility }))),
  );
  const first = yearOf(parseIsoDay(policy.termStart));
  const last = Math.max(yearOf(parseIsoDay(policy.termEnd)), ...payments.map(({ year }) => year));
  const sum = (year: number, wanted: number): Fen =>
    payments
      .filter((payment) => payment.year === year && payment.eligibility === wanted)
      .reduce((total, { net }) => total + net, 0);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    net: sum(first + index, Eligibility.true),
    unverified: sum(first + index, Eligibility.unknown),
  }));
}

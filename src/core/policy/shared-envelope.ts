import { yearOf, type Day } from "../date/day.ts";
import { selectRows, type Context } from "./block.ts";
import { codesAt, indicesWhere } from "./columns.ts";
import { envelopeOf, enterpriseYears, onTestDay, shareEnvelope, testDayOf } from "./envelope.ts";
import { bindIndex, Eligibility } from "./ledger.ts";
import type { LedgerBuilder } from "./ledger-builder.ts";
import type { CompiledMeasure } from "./prepare.ts";
import { priceBlock, withOpenAmounts, type Priced, type Work } from "./price.ts";
import type { Due } from "./schedule.ts";
import { eligibilityCodes, eligibilityOf, type Triggers } from "./triggers.ts";

/** Enterprise-years of a shared envelope with what each would have, before the envelope is shared. */
export function enterpriseYearsOf(context: Context, measure: CompiledMeasure): { work: Work; priced: Priced } {
  const triggers = enterpriseYears(context, measure);
  const priced = priceBlock(context, measure, triggers.block, triggers.rule, "planning");
  const dues = Array.from(triggers.date, wholeDue);
  return { work: { measure, triggers: withOpenAmounts(triggers, dues, priced.open), dues }, priced };
}

const wholeDue = (date: Day, trigger: number): Due => ({ trigger, year: yearOf(date), part: 0, months: Number.NaN });

/** Enterprises on the test day of one year: all of them, and those that are not FALSE with what each would have. */
interface OpenYears {
  readonly eligibility: Uint8Array;
  readonly triggers: Triggers;
  /** Place of each of `triggers` among all enterprises. */
  readonly place: Int32Array;
  readonly gross: Float64Array;
}

/** Tests every enterprise on one test day, and prices those that may be eligible. */
export function openYears(context: Context, measure: CompiledMeasure, year: number): OpenYears {
  const day = onTestDay(context, measure, year);
  const eligibility = eligibilityCodes(eligibilityOf(context, measure, day));
  const place = indicesWhere(eligibility.length, (i) => eligibility[i] !== Eligibility.false);
  const block = selectRows(day, place);
  const rule = new Uint8Array(place.length);
  const { gross, open } = priceBlock(context, measure, block, rule, "planning");
  place.forEach((i, at) => {
    if (open[at] === 1) eligibility[i] = Eligibility.unknown;
  });
  const date = new Float64Array(place.length).fill(testDayOf(context, year));
  return { eligibility, triggers: { block, rule, date, eligibility: codesAt(eligibility, place) }, place, gross };
}

/** Counts the enterprise-years of one year and, once the envelope is set, shares it among them. */
export function recordSharedEnvelope(
  context: Context,
  measure: CompiledMeasure,
  { eligibility, triggers, place, gross }: OpenYears,
  builder: LedgerBuilder,
): void {
  builder.count(measure.index, eligibility);
  const envelope = envelopeOf(context.values, measure.measure.id);
  if (envelope === null) return;
  const paid = shareEnvelope(triggers, gross, envelope);
  triggers.date.forEach((date, i) => {
    const [before, net] = [gross[i] ?? 0, paid[i] ?? 0];
    const binds = bindIndex(net < before ? "envelope" : "rate");
    builder.payment(
      measure.index,
      triggers,
      wholeDue(date, i),
      { gross: before, net, statutory: net, binds },
      place[i],
    );
  });
}

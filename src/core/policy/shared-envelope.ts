import { yearOf, type Day } from "../date/day.ts";
import { selectRows, type Block, type Context } from "./block.ts";
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
export interface OpenYear {
  readonly eligibility: Uint8Array;
  readonly triggers: Triggers;
  /** Place of each of `triggers` among all enterprises. */
  readonly place: Int32Array;
  readonly gross: Float64Array;
}

/** Enterprises on one test day: how each stands, and the rows of those that may be eligible. */
interface TestedYear {
  readonly day: Day;
  readonly eligibility: Uint8Array;
  readonly place: Int32Array;
  readonly rows: Block;
}

/** Tests every enterprise on the test day of one year. */
export function testedYear(context: Context, measure: CompiledMeasure, year: number): TestedYear {
  const everybody = onTestDay(context, measure, year);
  const eligibility = eligibilityCodes(eligibilityOf(context, measure, everybody));
  const place = indicesWhere(eligibility.length, (i) => eligibility[i] !== Eligibility.false);
  const rows = { ...selectRows(everybody, place), gathered: new Map() };
  return { day: testDayOf(context, year), eligibility, place, rows };
}

/** Prices those that may be eligible; one whose amount cannot be known is UNKNOWN. */
export function openYear(
  context: Context,
  measure: CompiledMeasure,
  { day, place, rows, ...tested }: TestedYear,
): OpenYear {
  const rule = new Uint8Array(place.length);
  const { gross, open } = priceBlock(context, measure, rows, rule, "planning");
  const eligibility = tested.eligibility.slice();
  for (let at = 0; at < place.length; at++) if (open[at] === 1) eligibility[place[at] ?? -1] = Eligibility.unknown;
  const date = new Float64Array(place.length).fill(day);
  return { eligibility, triggers: { block: rows, rule, date, eligibility: codesAt(eligibility, place) }, place, gross };
}

/** Counts the enterprise-years of one year and, once the envelope is set, shares it among them. */
export function recordSharedEnvelope(
  context: Context,
  measure: CompiledMeasure,
  { eligibility, triggers, place, gross }: OpenYear,
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

import { yearOf } from "../date/day.ts";
import { enterpriseYears, envelopeOf, shareEnvelope, testDayOf } from "../policy/envelope.ts";
import { bindIndex, Eligibility } from "../policy/ledger.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import { priceBlock } from "../policy/price.ts";
import { stopDay } from "../policy/values.ts";
import { fieldOf } from "../roster/fields.ts";
import { ChangeSet } from "./change-set.ts";
import type { BlockGrowth } from "./drawn-block.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { growFigures, type Growth } from "./growth.ts";
import type { TrialBlock } from "./hazards.ts";
import { never, type Moves } from "./moves.ts";
import { trialContext } from "./price-trials.ts";
import type { Forecast } from "./simulate-block.ts";
import type { TrialBatch } from "./trial-batch.ts";
import type { TrialCells } from "./trial-cells.ts";

/** Shares 年度额度 of the years after the as-of year among the enterprises of each trial, where it is set (m04). */
export function shareFutureEnvelopes(
  { prepared, plan, priced }: Forecast,
  block: TrialBlock,
  { growth, sizes }: BlockGrowth,
  moves: Moves,
  cells: TrialCells,
): void {
  const { values } = plan.context;
  for (const measure of prepared.measures) {
    const { id, kind } = measure.measure;
    const envelope = kind === "shared-envelope" && priced.has(measure.index) ? envelopeOf(values, id) : null;
    if (envelope === null) continue;
    const years = futureYears(plan, id);
    const batch = everyTrial(plan, block, growth, moves, possibleEnterprises(plan, measure, years));
    const context = trialContext(plan, { ...batch, isSmeOn: sizes(batch) }, () => true);
    const { block: rows, rule, date, eligibility } = enterpriseYears(context, measure, years);
    const { gross, open } = priceBlock(context, measure, rows, rule, "planning");
    const trialOf = (i: number): number => batch.trial[rows.enterprise[i] ?? -1] ?? 0;
    const known = eligibility.map((code, i) =>
      open[i] === 1 && code === Eligibility.true ? Eligibility.unknown : code,
    );
    // one envelope a trial and year
    const shared = date.map((day, i) => trialOf(i) * 10_000 + yearOf(day));
    shareEnvelope({ date: shared, eligibility: known }, gross, envelope).forEach((paid, i) => {
      const before = gross[i] ?? 0;
      if (before === 0) return;
      const year = yearOf(date[i] ?? Number.NaN);
      if (known[i] === Eligibility.unknown) {
        cells.addAmount(cells.unverified, measure.index, year, trialOf(i), paid);
        return;
      }
      if (known[i] === Eligibility.false) return;
      cells.addPlanned(measure.index, year, year, trialOf(i), paid);
      const limit = bindIndex(paid < before ? "envelope" : "rate");
      cells.addBound(measure.index, limit, trialOf(i), 1, before, before - paid);
      cells.addAmount(cells.statutory, measure.index, year, trialOf(i), paid);
    });
  }
}

/** Budget years after the as-of year in which the measure still runs. */
export function futureYears({ context }: ForecastPlan, measureId: string): number[] {
  const first = yearOf(context.asOf) + 1;
  const last = yearOf(context.termEnd);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).filter(
    (year) => testDayOf(context, year) < stopDay(context.values, measureId),
  );
}

/** Enterprises that what is known already does not rule out in all of the years. */
function possibleEnterprises(
  { context, sizeHangs }: ForecastPlan,
  measure: CompiledMeasure,
  years: readonly number[],
): Int32Array {
  const isSme = context.isSme.map((truth, i) => (sizeHangs[i] === 1 ? Number.NaN : truth));
  const { block, eligibility } = enterpriseYears({ ...context, isSme }, measure, years);
  const possible = new Set(block.enterprise.filter((_, i) => eligibility[i] !== Eligibility.false));
  return Int32Array.from(possible).sort();
}

/** Enterprises in every trial of a block, grown, and gone where they moved out. */
function everyTrial(
  plan: ForecastPlan,
  block: TrialBlock,
  growth: Growth,
  moves: Moves,
  enterprises: Int32Array,
): TrialBatch {
  const count = enterprises.length * block.count;
  const enterprise = Int32Array.from({ length: count }, (_, i) => enterprises[Math.floor(i / block.count)] ?? -1);
  const trial = Int32Array.from({ length: count }, (_, i) => i % block.count);
  const selected = { enterprise, trial, arrived: new Uint8Array(count) };
  const written = new ChangeSet(count);
  growFigures(plan, growth, selected, written, ["营业收入", "区级综合贡献"]);
  const movedOut = fieldOf("enterprises", "movedOut").label;
  enterprise.forEach((row, i) => {
    const month = moves.month(row, trial[i] ?? 0);
    if (month !== never) written.write(i, [movedOut, plan.horizon.days[month] ?? Number.NaN]);
  });
  return { ...selected, changes: written.columns, rows: new Map() };
}

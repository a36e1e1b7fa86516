import { yearOf, type Day } from "../date/day.ts";
import type { Roster } from "../roster/roster.ts";
import { stakeSteps } from "./at-stake.ts";
import type { Context } from "./block.ts";
import type { BoundRoster } from "./bound-roster.ts";
import { everyIndex, indicesWhere } from "./columns.ts";
import { coverageOf } from "./coverage.ts";
import { envelopeOf, enterpriseYears, envelopeYears, recordedYears, shareEnvelope, testDayOf } from "./envelope.ts";
import type { Evaluation } from "./evaluation.ts";
import { fundLedger } from "./fund.ts";
import { bindIndex, Eligibility, type PoolLedger } from "./ledger.ts";
import { LedgerBuilder } from "./ledger-builder.ts";
import { payFromPool } from "./pool.ts";
import type { CompiledMeasure, PreparedPolicy } from "./prepare.ts";
import { priceBlock, withOpenAmounts, type Priced, type Work } from "./price.ts";
import { contextOf, pricingSteps, type PricedGroup } from "./recorded-work.ts";
import type { Scenario } from "./scenario.ts";
import { departureDays, sharesOf } from "./schedule.ts";
import { between, finished, type Steps } from "./steps.ts";
import { selectTriggers, type Triggers } from "./triggers.ts";

/** What one measure came to: its work, with both bases. */
export interface Outcome {
  readonly work: Work;
  readonly planning: Priced;
  readonly statutory: Priced;
}

/**
 * Prices every recorded trigger of a roster under a scenario, on both bases: sections 2 to 6 of the calculation
 * model. Pure: the same roster, policy and scenario give the same bits.
 * @throws Error if the policy's data is not coherent (our own mistake)
 */
export const evaluateRoster = (prepared: PreparedPolicy, roster: Roster, scenario: Scenario): Evaluation =>
  finished(evaluationSteps(prepared, roster, scenario));

/** {@link evaluateRoster} in steps of at most some 10,000 to 100,000 rows, for work that must be stoppable. */
export function* evaluationSteps(prepared: PreparedPolicy, roster: Roster, scenario: Scenario): Steps<Evaluation> {
  const { policy } = prepared;
  yield 0;
  const { context, found, size } = contextOf(prepared, roster, scenario);
  const { bound } = context;
  const builder = new LedgerBuilder(policy.measures.length);
  const { groups, afterAsOf } = yield* between(0.05, 0.6, pricingSteps(context, prepared.measures));
  const outcomes = outcomesOf(groups);
  const pools = payPools(context, outcomes);
  yield* between(0.6, 0.8, recordSteps(context, prepared.measures, outcomes, builder));
  const ledger = builder.ledger();
  const examined = { context, measures: prepared.measures, outcomes, ledger };
  const { atStake, issues } = yield* between(0.8, 1, stakeSteps(examined));
  return {
    asOf: found.day,
    ...(found.source && { asOfSource: found.source }),
    ledger,
    pools,
    funds: prepared.measures
      .filter(({ measure }) => measure.kind === "fund")
      .map((measure) => fundLedger(context, measure)),
    recordedTriggers: builder.recordedTriggers(),
    afterAsOf,
    pipeline: pipelineOf(bound),
    atStake,
    sizeClass: size.class,
    coverage: coverageOf(prepared, context),
    assumptionsMade: bound.assumptionsMade,
    issues: [...size.issues, ...found.issues, ...issues],
  };
}

/** Outcomes by measure index; a trigger whose amount cannot be known is UNKNOWN. Pools are not paid yet. */
export function outcomesOf(groups: readonly PricedGroup[]): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  for (const { works, planning, statutory } of groups) {
    works.forEach((work, i) => {
      const [onPlan, atMost] = [planning[i], statutory[i]];
      if (!onPlan || !atMost) return;
      const open = withOpenAmounts(work.triggers, work.dues, onPlan.open);
      outcomes.set(work.measure.index, { work: { ...work, triggers: open }, planning: onPlan, statutory: atMost });
    });
  }
  return outcomes;
}

function payPools(context: Context, outcomes: ReadonlyMap<number, Outcome>): Evaluation["pools"] {
  const planning: PoolLedger[] = [];
  const statutory: PoolLedger[] = [];
  for (const { work, planning: onPlan, statutory: atMost } of outcomes.values()) {
    const rule = work.measure.measure.pool;
    if (!rule) continue;
    planning.push(payFromPool(context, work, rule, onPlan, "planning"));
    statutory.push(payFromPool(context, work, rule, atMost, "statutory"));
  }
  return { planning, statutory };
}

function* recordSteps(
  context: Context,
  measures: readonly CompiledMeasure[],
  outcomes: ReadonlyMap<number, Outcome>,
  builder: LedgerBuilder,
): Steps<void> {
  for (const [position, measure] of measures.entries()) {
    const done = position / measures.length;
    yield done;
    const outcome = outcomes.get(measure.index);
    const { kind } = measure.measure;
    if (outcome) recordOutcome(context, measure, outcome, builder);
    else if (kind === "envelope") recordEnvelope(context, measure, builder);
    else if (kind === "shared-envelope") {
      for (const year of recordedYears(context)) {
        recordSharedEnvelope(context, measure, year, builder);
        yield done;
      }
    }
  }
}

/** Writes the payments of one measure that has triggers into a ledger. */
export function recordOutcome(
  context: Context,
  measure: CompiledMeasure,
  outcome: Outcome,
  builder: LedgerBuilder,
): void {
  const { work, planning, statutory } = outcome;
  const { schedule } = measure.measure;
  builder.count(measure.index, work.triggers.eligibility);
  const departures = schedule.kind === "instalments" ? departureDays(context) : new Float64Array();
  work.dues.forEach((due, i) => {
    const amounts = {
      gross: planning.gross[i] ?? 0,
      net: planning.amount[i] ?? 0,
      statutory: statutory.amount[i] ?? 0,
      binds: planning.binds[i] ?? 0,
    };
    // 年房租 blank: the trigger stands, there is nothing to pay
    if (schedule.kind === "anniversaries" && amounts.gross === 0 && amounts.statutory === 0) return;
    if (schedule.kind !== "instalments") builder.payment(measure.index, work.triggers, due, amounts);
    else {
      const departure = departures[work.triggers.block.enterprise[due.trigger] ?? -1] ?? Number.POSITIVE_INFINITY;
      const lastYear = Number.isFinite(departure) ? yearOf(departure) : Number.POSITIVE_INFINITY;
      builder.instalments(
        measure.index,
        work.triggers,
        due,
        amounts,
        sharesOf(context, measure, schedule.shares),
        lastYear,
      );
    }
  });
}

/** Enterprise-years of a shared envelope with what each would have, before the envelope is shared. */
export function enterpriseYearsOf(context: Context, measure: CompiledMeasure): { work: Work; priced: Priced } {
  const years = enterpriseYears(context, measure);
  return pricedYears(context, measure, years, everyIndex(years.date.length));
}

/** The dues of some enterprise-years, priced alone. */
function pricedYears(
  context: Context,
  measure: CompiledMeasure,
  years: Triggers,
  wanted: Int32Array,
): { work: Work; priced: Priced } {
  const { block, rule } = selectTriggers(years, wanted);
  const priced = priceBlock(context, measure, block, rule, "planning");
  const dues = Array.from(wanted, (trigger) => ({
    trigger,
    year: yearOf(years.date[trigger] ?? Number.NaN),
    part: 0,
    months: Number.NaN,
  }));
  return { work: { measure, triggers: withOpenAmounts(years, dues, priced.open), dues }, priced };
}

function recordSharedEnvelope(context: Context, measure: CompiledMeasure, year: number, builder: LedgerBuilder): void {
  const years = enterpriseYears(context, measure, [year]);
  const open = indicesWhere(years.date.length, (i) => years.eligibility[i] !== Eligibility.false);
  const { work, priced } = pricedYears(context, measure, years, open);
  const { triggers, dues } = work;
  builder.count(measure.index, triggers.eligibility);
  const envelope = envelopeOf(context.values, measure.measure.id);
  if (envelope === null) return;
  const paid = shareEnvelope(selectTriggers(triggers, open), priced.gross, envelope);
  dues.forEach((due, i) => {
    const [gross, net] = [priced.gross[i] ?? 0, paid[i] ?? 0];
    const binds = bindIndex(net < gross ? "envelope" : "rate");
    builder.payment(measure.index, triggers, due, { gross, net, statutory: net, binds });
  });
}

function recordEnvelope(context: Context, measure: CompiledMeasure, builder: LedgerBuilder): void {
  const amount = envelopeOf(context.values, measure.measure.id);
  if (amount === null) return;
  for (const year of envelopeYears(context, measure.measure.id)) {
    builder.withoutEntity(measure.index, testDayOf(context, year), year, amount);
  }
}

/** Projects still running: no 验收日期 yet. */
function pipelineOf(bound: BoundRoster): number {
  const accepted: Day[] = Array.from(bound.operand("projects", "验收日期")?.values ?? []);
  return accepted.filter(Number.isNaN).length;
}

import { yearOf, type Day } from "../date/day.ts";
import type { Roster } from "../roster/roster.ts";
import { sizeClasses, type SizeClasses } from "../roster/size-class.ts";
import { stakeSteps } from "./at-stake.ts";
import type { Context } from "./block.ts";
import type { BoundRoster } from "./bound-roster.ts";
import { coverageOf } from "./coverage.ts";
import { envelopeOf, envelopeYears, recordedYears, testDayOf } from "./envelope.ts";
import type { Evaluation } from "./evaluation.ts";
import { fundLedger } from "./fund.ts";
import type { PoolLedger } from "./ledger.ts";
import { LedgerBuilder } from "./ledger-builder.ts";
import { forgetful, memoryOf, type Remember } from "./memory.ts";
import { payFromPool } from "./pool.ts";
import type { CompiledMeasure, PreparedPolicy } from "./prepare.ts";
import { copyOf, withOpenAmounts, type Priced, type Work } from "./price.ts";
import { contextOf, pricingSteps, type PricedGroup } from "./recorded-work.ts";
import type { Scenario } from "./scenario.ts";
import { departureDays, sharesOf } from "./schedule.ts";
import { openYears, recordSharedEnvelope } from "./shared-envelope.ts";
import { between, finished, type Steps } from "./steps.ts";

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
  finished(evaluationSteps(prepared, roster, scenario, forgetful, sizeClasses));

/**
 * Evaluates one roster under one scenario after another in steps: what a scenario does not change is taken from those
 * before. Bit by bit the same as {@link evaluateRoster}.
 */
export function evaluationPlan(prepared: PreparedPolicy, roster: Roster): (scenario: Scenario) => Steps<Evaluation> {
  const remember = memoryOf();
  const sizes = new Map<number, SizeClasses>();
  const sizeOf: typeof sizeClasses = (of, year) => {
    const known = sizes.get(year) ?? sizeClasses(of, year);
    sizes.set(year, known);
    return known;
  };
  return (scenario) => evaluationSteps(prepared, roster, scenario, remember, sizeOf);
}

/** In steps of at most some 10,000 to 100,000 rows, for work that must be stoppable. */
function* evaluationSteps(
  prepared: PreparedPolicy,
  roster: Roster,
  scenario: Scenario,
  remember: Remember,
  sizeOf: typeof sizeClasses,
): Steps<Evaluation> {
  const { policy } = prepared;
  yield 0;
  const { context, found, size } = contextOf(prepared, roster, scenario, sizeOf);
  const { bound } = context;
  const builder = new LedgerBuilder(policy.measures.length);
  const { groups, afterAsOf } = yield* between(0.05, 0.6, pricingSteps(context, prepared.measures, remember));
  const outcomes = outcomesOf(groups);
  const pools = payPools(context, outcomes);
  yield* between(0.6, 0.8, recordSteps(context, prepared.measures, outcomes, builder, remember));
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
    coverage: remember("coverage", context, [], (reading) => coverageOf(prepared, reading)),
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
      // a pool lowers its claims to what it pays
      const own = (priced: Priced): Priced => (work.measure.measure.pool ? copyOf(priced) : priced);
      outcomes.set(work.measure.index, {
        work: { ...work, triggers: open },
        planning: own(onPlan),
        statutory: own(atMost),
      });
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
  remember: Remember,
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
        const years = remember(`${measure.measure.id} ${year}`, context, [], (reading) =>
          openYears(reading, measure, year),
        );
        recordSharedEnvelope(context, measure, years, builder);
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

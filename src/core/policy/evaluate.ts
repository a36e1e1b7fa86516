import { parseIsoDay, yearOf, type Day } from "../date/day.ts";
import type { Roster } from "../roster/roster.ts";
import { sizeClasses } from "../roster/size-class.ts";
import { asOfDay } from "./as-of.ts";
import { atStakeOf } from "./at-stake.ts";
import type { Context } from "./block.ts";
import { bindRoster, type BoundRoster } from "./bound-roster.ts";
import { coverageOf } from "./coverage.ts";
import { envelopeOf, enterpriseYears, envelopeYears, shareEnvelope, testDayOf } from "./envelope.ts";
import type { Evaluation, RecordedTrigger } from "./evaluation.ts";
import { fundLedger } from "./fund.ts";
import { bindIndex, Eligibility, type PoolLedger } from "./ledger.ts";
import { LedgerBuilder } from "./ledger-builder.ts";
import { Matters } from "./matters.ts";
import { payFromPool } from "./pool.ts";
import type { CompiledMeasure, PreparedPolicy } from "./prepare.ts";
import { priceBlock, priceGroup, withOpenAmounts, type Priced, type Work } from "./price.ts";
import { rowOrder } from "./row-order.ts";
import type { Scenario } from "./scenario.ts";
import { departureDays, dueAmounts, sharesOf } from "./schedule.ts";
import { eligibleBefore, recordedTriggers, type Earlier, type Triggers } from "./triggers.ts";
import { valuesOf } from "./values.ts";

const nothingEarlier: Earlier = () => 0;

/** What one measure came to: its work, with both bases. */
interface Outcome {
  readonly work: Work;
  readonly planning: Priced;
  readonly statutory: Priced;
}

/**
 * Prices every recorded trigger of a roster under a scenario, on both bases: sections 2 to 6 of the calculation
 * model. Pure: the same roster, policy and scenario give the same bits.
 * @throws Error if the policy's data is not coherent (our own mistake)
 */
export function evaluateRoster(prepared: PreparedPolicy, roster: Roster, scenario: Scenario): Evaluation {
  const bound = bindRoster(roster);
  const { policy } = prepared;
  const found = asOfDay(policy, bound, scenario);
  const size = sizeClasses(roster, yearOf(found.day));
  const context: Context = {
    policy,
    bound,
    values: valuesOf(policy, scenario),
    asOf: found.day,
    termStart: parseIsoDay(policy.termStart),
    termEnd: parseIsoDay(policy.termEnd),
    isSme: size.isSme,
    rowOrder: (measure) => rowOrder(bound, measure),
  };
  const builder = new LedgerBuilder(policy.measures.length);
  const { outcomes, afterAsOf } = priceTriggers(context, prepared.measures);
  const pools = payPools(context, outcomes);
  for (const measure of prepared.measures) record(context, measure, outcomes.get(measure.index), builder);
  const ledger = builder.ledger();
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
    atStake: atStakeOf(context, ledger),
    sizeClass: size.class,
    coverage: coverageOf(prepared, context),
    assumptionsMade: bound.assumptionsMade,
    issues: [...size.issues, ...found.issues],
  };
}

function triggersOf(
  context: Context,
  measures: readonly CompiledMeasure[],
): { triggers: Map<number, Triggers>; afterAsOf: RecordedTrigger[] } {
  const triggers = new Map<number, Triggers>();
  const recorded = new Map<number, Triggers>();
  const afterAsOf: RecordedTrigger[] = [];
  for (const measure of measures) {
    const { kind, after } = measure.measure;
    if (kind !== "grant" && kind !== "pool") continue;
    const first = after && measures.find((candidate) => candidate.measure.id === after.measure);
    const earlier = first && recorded.get(first.index);
    const found = recordedTriggers(context, measure, earlier ? eligibleBefore(earlier) : nothingEarlier);
    recorded.set(measure.index, found.all);
    triggers.set(measure.index, found.counted);
    afterAsOf.push(...found.afterAsOf);
  }
  return { triggers, afterAsOf };
}

/** Measures that share a chain are priced together; the others each alone. */
function groupsOf(measures: readonly CompiledMeasure[]): CompiledMeasure[][] {
  const groups = new Map<string, CompiledMeasure[]>();
  for (const measure of measures) {
    const name = measure.measure.chain?.group ?? measure.measure.id;
    groups.set(name, [...(groups.get(name) ?? []), measure]);
  }
  return [...groups.values()];
}

function priceTriggers(
  context: Context,
  measures: readonly CompiledMeasure[],
): { outcomes: Map<number, Outcome>; afterAsOf: RecordedTrigger[] } {
  const { triggers, afterAsOf } = triggersOf(context, measures);
  const departures = departureDays(context);
  const outcomes = new Map<number, Outcome>();
  const matters = { planning: new Matters(), statutory: new Matters() };
  for (const group of groupsOf(measures.filter(({ index }) => triggers.has(index)))) {
    const works = group.flatMap((measure): Work[] => {
      const mine = triggers.get(measure.index);
      return mine ? [{ measure, triggers: mine, dues: dueAmounts(context, measure, mine, departures) }] : [];
    });
    const planning = priceGroup(context, works, "planning", matters.planning);
    const statutory = priceGroup(context, works, "statutory", matters.statutory);
    works.forEach((work, i) => {
      const [onPlan, atMost] = [planning[i], statutory[i]];
      if (!onPlan || !atMost) return;
      const open = withOpenAmounts(work.triggers, work.dues, onPlan.open);
      outcomes.set(work.measure.index, { work: { ...work, triggers: open }, planning: onPlan, statutory: atMost });
    });
  }
  return { outcomes, afterAsOf };
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

function record(
  context: Context,
  measure: CompiledMeasure,
  outcome: Outcome | undefined,
  builder: LedgerBuilder,
): void {
  const { kind } = measure.measure;
  if (outcome) recordOutcome(context, measure, outcome, builder);
  else if (kind === "shared-envelope") recordSharedEnvelope(context, measure, builder);
  else if (kind === "envelope") recordEnvelope(context, measure, builder);
}

function recordOutcome(context: Context, measure: CompiledMeasure, outcome: Outcome, builder: LedgerBuilder): void {
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
    if (schedule.kind === "anniversaries" && amounts.gross === 0) return;
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

function recordSharedEnvelope(context: Context, measure: CompiledMeasure, builder: LedgerBuilder): void {
  const closed = enterpriseYears(context, measure);
  const priced = priceBlock(context, measure, closed.block, closed.rule, "planning");
  const dues = Array.from(closed.date, (date, trigger) => ({
    trigger,
    year: yearOf(date),
    part: 0,
    months: Number.NaN,
  }));
  const triggers = withOpenAmounts(closed, dues, priced.open);
  builder.count(measure.index, triggers.eligibility);
  const envelope = envelopeOf(context.values, measure.measure.id);
  if (envelope === null) return;
  const paid = shareEnvelope(triggers, priced.gross, envelope);
  dues.forEach((due, i) => {
    if (triggers.eligibility[i] === Eligibility.false) return;
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

import type { Context, TrialFacts } from "../policy/block.ts";
import { outcomesOf, recordOutcome, type Outcome } from "../policy/outcomes.ts";
import type { Ledger } from "../policy/ledger.ts";
import { LedgerBuilder } from "../policy/ledger-builder.ts";
import { memoryOf, type Remember } from "../policy/memory.ts";
import type { CompiledMeasure, PreparedPolicy } from "../policy/prepare.ts";
import { priceRecorded } from "../policy/recorded-work.ts";
import { rowOrder } from "../policy/row-order.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import type { TrialBatch } from "./trial-batch.ts";
import { trialRoster, type TrialRoster } from "./trial-roster.ts";

/** What a batch of enterprises in trials comes to. */
export interface PricedTrials {
  /** Payments of grants; `enterprise` is the position in the batch. */
  readonly ledger: Ledger;
  /** Claims on pools, not paid yet. */
  readonly claims: readonly Outcome[];
}

/** Which measures to price, and which simulated triggers are claimed. */
export interface PricingScope {
  readonly measures: readonly CompiledMeasure[];
  readonly claimed: TrialFacts["claimed"];
  /** See `TrialFacts`: only where it decides no trigger. */
  readonly open?: TrialFacts["open"] | undefined;
}

/** Prices a batch by the very rules of the recorded part: same formulas, chains and schedules. */
export function priceTrials(
  prepared: PreparedPolicy,
  plan: ForecastPlan,
  batch: TrialBatch,
  { measures, claimed, open }: PricingScope,
): PricedTrials {
  const context = trialContext(plan, batch, claimed, open);
  const { remember } = standingOf(plan, batch);
  const present = measures.filter(({ measure }) => context.bound.rowCount(measure.table) > 0);
  const outcomes = outcomesOf(priceRecorded(context, present, remember).groups);
  const builder = new LedgerBuilder(prepared.measures.length);
  const claims: Outcome[] = [];
  for (const [index, outcome] of outcomes) {
    const measure = prepared.measures[index];
    if (!measure) continue;
    if (measure.measure.pool) claims.push(outcome);
    else recordOutcome(context, measure, outcome, builder);
  }
  return { ledger: builder.ledger(), claims };
}

/** What stands of a batch whatever the prices: its rows, and the triggers found in them. */
interface Standing {
  readonly bound: TrialRoster;
  readonly isSme: Float64Array;
  readonly remember: Remember;
}

/** By batch, so that one that is priced again finds its triggers. */
const standings = new WeakMap<TrialBatch, Standing>();

function standingOf({ context }: ForecastPlan, batch: TrialBatch): Standing {
  const known = standings.get(batch);
  if (known) return known;
  const isSme = new Float64Array(batch.enterprise.length);
  for (let i = 0; i < isSme.length; i++) isSme[i] = context.isSme[batch.enterprise[i] ?? -1] ?? Number.NaN;
  const made = { bound: trialRoster(context.bound, batch), isSme, remember: memoryOf() };
  standings.set(batch, made);
  return made;
}

/** The context of a batch: the plan's own over the batch's enterprises and rows. */
export function trialContext(
  plan: ForecastPlan,
  batch: TrialBatch,
  claimed: TrialFacts["claimed"],
  open?: TrialFacts["open"],
): Context {
  const { bound, isSme } = standingOf(plan, batch);
  return {
    ...plan.context,
    bound,
    isSme,
    rowOrder: (measure) => rowOrder(bound, measure),
    trial: { simulated: bound.wrote, claimed, isSmeOn: batch.isSmeOn, open },
  };
}

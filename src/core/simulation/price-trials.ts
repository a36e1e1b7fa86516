import type { Context } from "../policy/block.ts";
import { outcomesOf, recordOutcome, type Outcome } from "../policy/evaluate.ts";
import type { Ledger } from "../policy/ledger.ts";
import { LedgerBuilder } from "../policy/ledger-builder.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import { priceRecorded } from "../policy/recorded-work.ts";
import { rowOrder } from "../policy/row-order.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { keyHash } from "./key-hash.ts";
import { RandomStream } from "./random-stream.ts";
import type { TrialBatch } from "./trial-batch.ts";
import { trialRoster } from "./trial-roster.ts";

/** What a batch of enterprises in trials comes to. */
export interface PricedTrials {
  /** Payments of grants; `enterprise` is the position in the batch. */
  readonly ledger: Ledger;
  /** Claims on pools, not paid yet. */
  readonly claims: readonly Outcome[];
}

/**
 * Prices a batch by the very rules of the recorded part: same formulas, chains and schedules.
 * @param firstTrial number of the block's first trial
 */
export function priceTrials(
  prepared: PreparedPolicy,
  plan: ForecastPlan,
  batch: TrialBatch,
  firstTrial: number,
): PricedTrials {
  const context = trialContext(plan, batch, firstTrial);
  const measures = prepared.measures.filter(({ measure }) => context.bound.rowCount(measure.table) > 0);
  const outcomes = outcomesOf(priceRecorded(context, measures).groups);
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

function trialContext(plan: ForecastPlan, batch: TrialBatch, firstTrial: number): Context {
  const bound = trialRoster(plan.context.bound, batch);
  return {
    ...plan.context,
    bound,
    isSme: Float64Array.from(batch.enterprise, (row) => plan.context.isSme[row] ?? Number.NaN),
    rowOrder: (measure) => rowOrder(bound, measure),
    trial: { simulated: bound.wrote, claimed: claims(plan, batch, firstTrial) },
  };
}

/** Draws whether a simulated trigger is claimed: by measure, enterprise, trial and month. */
function claims(
  { context, seed, horizon, enterpriseKeys }: ForecastPlan,
  { enterprise, trial }: TrialBatch,
  firstTrial: number,
): NonNullable<Context["trial"]>["claimed"] {
  const stream = new RandomStream();
  const nobody = keyHash("");
  return (measureId, position, date) => {
    const key = `sim.申领率.${measureId}`;
    const rate = context.values.has(key) ? Number(context.values.value(key)) : 1;
    if (rate >= 1) return true;
    const month = horizon.days.indexOf(date);
    const index = (firstTrial + (trial[position] ?? 0)) * 64 + month;
    const who = enterpriseKeys[enterprise[position] ?? -1] ?? nobody;
    return stream.moveTo(seed, keyHash(key), who, index).uniform() < rate;
  };
}

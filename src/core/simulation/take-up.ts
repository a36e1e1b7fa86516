import type { Values } from "../policy/values.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { keyHash, type KeyHash } from "./key-hash.ts";
import { RandomStream } from "./random-stream.ts";

/** More months than any horizon has. */
const monthsOfTrial = 128;

/**
 * Draws whether simulated triggers are claimed (申领率), by measure, enterprise, trial and month: the same whoever
 * asks, in whatever order.
 */
export class TakeUp {
  private readonly stream = new RandomStream();
  private readonly plan: ForecastPlan;
  private readonly rates: ReadonlyMap<string, { readonly rate: number; readonly hash: KeyHash }>;

  constructor(plan: ForecastPlan) {
    this.plan = plan;
    this.rates = new Map(
      plan.context.policy.measures.map(({ id }) => [
        id,
        { rate: takeUpOf(plan.context.values, id), hash: keyHash(`申领率.${id}`) },
      ]),
    );
  }

  /** Whether every trigger of a measure is claimed. */
  isFull(measureId: string): boolean {
    return (this.rates.get(measureId)?.rate ?? 1) >= 1;
  }

  /** See `claimed`; by the day of the trigger. */
  claimedOn(measureId: string, enterprise: number, trial: number, day: number): boolean {
    return this.isFull(measureId) || this.claimed(measureId, enterprise, trial, this.plan.horizon.days.indexOf(day));
  }

  claimed(measureId: string, enterprise: number, trial: number, month: number): boolean {
    const known = this.rates.get(measureId);
    if (!known || known.rate >= 1) return true;
    const who = this.plan.enterpriseKeys[enterprise] ?? known.hash;
    return this.stream.moveTo(this.plan.seed, known.hash, who, trial * monthsOfTrial + month).uniform() < known.rate;
  }
}

function takeUpOf(values: Values, measureId: string): number {
  const key = `sim.申领率.${measureId}`;
  return values.has(key) ? Number(values.value(key)) : 1;
}

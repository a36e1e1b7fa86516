import type { PreparedPolicy } from "../policy/prepare.ts";
import { conditionOperands } from "./at-risk.ts";
import type { ForecastPlan } from "./forecast-plan.ts";

/** Kleene base eligibility of every enterprise as long as nothing happens to it; one entry an enterprise. */
export interface StaticEligibility {
  readonly base: Float64Array;
  /** The same with the test that sole traders fail. */
  readonly withoutSoleTraders: Float64Array;
  /** 1 where it is not the same in every month: a move is dated after the as-of day, or revenue decides the size. */
  readonly varies: Uint8Array;
}

/** Base eligibility in the first month of a horizon, and whose it may change later without any event. */
export function staticEligibility(
  prepared: PreparedPolicy,
  { context, horizon, sizeHangs }: ForecastPlan,
): StaticEligibility {
  const count = context.bound.rowCount("enterprises");
  const index = Int32Array.from({ length: count }, (_, i) => i);
  const source = conditionOperands(context, index, new Float64Array(count).fill(horizon.days[0] ?? context.asOf));
  const measure = prepared.measures[0];
  if (!measure) throw new Error(`${context.policy.id} has no measures`);
  const base = measure.base.kernel(source, count);
  const soleTrader = measure.soleTrader.kernel(source, count);
  const withoutSoleTraders = base.map((truth, i) => {
    const test = soleTrader[i] ?? Number.NaN;
    return truth === 0 || test === 0 ? 0 : truth * test;
  });
  const varies = sizeHangs.slice();
  for (const label of ["迁入日期", "迁出日期"]) {
    context.bound.operand("enterprises", label)?.values.forEach((day, i) => {
      if (day > context.asOf) varies[i] = 1;
    });
  }
  return { base, withoutSoleTraders, varies };
}

import { yearOf } from "../date/day.ts";
import { contributionYears, revenueYears } from "../roster/fields.ts";
import type { ChangeSet } from "./change-set.ts";
import { lognormalAt, lognormalOfMean, normal } from "./distributions.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import type { BlockFactors, TrialBlock } from "./hazards.ts";
import { RandomStream } from "./random-stream.ts";
import type { TrialBatch } from "./trial-batch.ts";

/** Years before the as-of year for which a missing figure is still grown from the last one known. */
const yearsBack = 2;

/** Money columns by year that grow. */
export const families = { 营业收入: revenueYears, 区级综合贡献: contributionYears } as const;
export type Family = keyof typeof families;

/** Growth of money in the trials of a block. */
export interface Growth {
  readonly years: readonly number[];
  /** By which factor an enterprise's money grows in each of the years; good until the next call. */
  factors(enterprise: number, trial: number): Float64Array;
}

/** Years with a draw, from some before the as-of year on: where they start must not hang on who asks. */
function drawnYears({ context, horizon }: ForecastPlan): number[] {
  const first = yearOf(context.asOf) - yearsBack;
  const last = Math.max(horizon.years.at(-1) ?? first, ...Object.values(families).map((years) => years.last));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Money that stays as it is. */
export function noGrowth(plan: ForecastPlan): Growth {
  const years = drawnYears(plan);
  const factors = new Float64Array(years.length).fill(1);
  return { years, factors: () => factors };
}

/** One lognormal draw an enterprise, trial and year, the same for all its money (section 7). */
export function drawnGrowth(plan: ForecastPlan, block: TrialBlock, factors: BlockFactors): Growth {
  const growth = plan.growths[0];
  if (!growth) return noGrowth(plan);
  const { process, hash } = growth;
  const years = drawnYears(plan);
  const value = (key: string): number => Number(plan.context.values.value(key));
  const size = lognormalOfMean(1 + value(process.mean), value(process.volatility));
  const own = Math.sqrt(1 - process.loading * process.loading);
  const macro = years.map((year) => factors.get(process.factor)?.[plan.horizon.years.indexOf(year)]);
  const drawn = new Float64Array(years.length);
  const stream = new RandomStream();
  return {
    years,
    factors: (enterprise, trial) => {
      const key = plan.enterpriseKeys[enterprise];
      if (!key) return drawn.fill(1);
      stream.moveTo(plan.seed, hash, key, block.first + trial);
      for (let at = 0; at < drawn.length; at++) {
        drawn[at] = lognormalAt(size, process.loading * (macro[at]?.[trial] ?? 0) + own * normal(stream));
      }
      return drawn;
    },
  };
}

/**
 * Visits the yearly figures of an enterprise that the roster does not have yet: the last one known, grown, in 元. An
 * enterprise without any figure has none. Triggers up to the as-of day are priced from what the roster has.
 */
export function grower(
  { context }: ForecastPlan,
  { years }: Growth,
  family: Family,
): (enterprise: number, factors: Float64Array, visit: (year: number, amount: number) => void) => void {
  const known = years.map((year) => context.bound.operand("enterprises", `${family}${year}`)?.values);
  const asOfYear = yearOf(context.asOf);
  const { last } = families[family];
  return (enterprise, factors, visit) => {
    let amount = Number.NaN;
    for (let at = 0; at < years.length; at++) {
      const figure = known[at]?.[enterprise] ?? Number.NaN;
      const year = years[at] ?? 0;
      const isNew = Number.isNaN(figure);
      amount = isNew ? Math.round(amount * (factors[at] ?? 1) * 100) / 100 : figure;
      if (isNew && !Number.isNaN(amount) && year >= asOfYear && year <= last) visit(year, amount);
    }
  };
}

/** Writes the grown figures of the enterprises of a batch; new ones have none. */
export function growFigures(
  plan: ForecastPlan,
  growth: Growth,
  { enterprise, trial, arrived }: Pick<TrialBatch, "enterprise" | "trial" | "arrived">,
  written: ChangeSet,
  grown: readonly Family[],
): void {
  const growers = grown.map((family) => ({ family, grow: grower(plan, growth, family) }));
  enterprise.forEach((row, i) => {
    if (arrived[i] === 1) return;
    const factors = growth.factors(row, trial[i] ?? 0);
    for (const { family, grow } of growers) {
      grow(row, factors, (year, amount) => written.write(i, [`${family}${year}`, amount]));
    }
  });
}

/** By enterprise and trial: what its revenue of the as-of year has become by each year of the horizon, as a factor. */
export function growthSince(plan: ForecastPlan, growth: Growth): (enterprise: number, trial: number) => number[] {
  const asOfYear = yearOf(plan.context.asOf);
  return (enterprise, trial) => {
    const drawn = growth.factors(enterprise, trial);
    let factor = 1;
    return plan.horizon.years.map((year) =>
      year > asOfYear ? (factor *= drawn[growth.years.indexOf(year)] ?? 1) : factor,
    );
  };
}

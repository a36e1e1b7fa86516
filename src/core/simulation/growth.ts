import { yearOf } from "../date/day.ts";
import { contributionYears, revenueYears } from "../roster/fields.ts";
import type { ChangeSet } from "./change-set.ts";
import { lognormalAt, lognormalOfMean, normal } from "./distributions.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import type { BlockFactors, TrialBlock } from "./hazards.ts";
import type { LiveTrials } from "./live-trials.ts";
import { RandomStream } from "./random-stream.ts";

/** Years before the as-of year for which a missing figure is still grown from the last one known. */
const yearsBack = 2;

/** Money columns by year that grow. */
const families = { 营业收入: revenueYears, 区级综合贡献: contributionYears } as const;
export type Family = keyof typeof families;

/**
 * Writes the yearly figures that the roster does not have yet: the last one known, grown by one lognormal draw an
 * enterprise, trial and year, the same for every family (section 7). An enterprise without any figure stays without.
 */
export function growFigures(
  plan: ForecastPlan,
  block: TrialBlock,
  factors: BlockFactors,
  live: Pick<LiveTrials, "enterprise" | "trial" | "arrived">,
  written: ChangeSet,
  grown: readonly Family[],
): void {
  const asOfYear = yearOf(plan.context.asOf);
  const years = drawnYears(plan, Math.max(...grown.map((family) => families[family].last)));
  const known = grown.map((family) =>
    years.map((year) => plan.context.bound.operand("enterprises", `${family}${year}`)?.values),
  );
  const draw = growthDraws(plan, block, factors, years);
  const amounts = new Float64Array(grown.length);
  live.enterprise.forEach((row, i) => {
    if (live.arrived[i] === 1) return;
    const drawn = draw(row, live.trial[i] ?? 0);
    amounts.fill(Number.NaN);
    years.forEach((year, at) => {
      const factor = drawn[at] ?? 1;
      grown.forEach((family, which) => {
        const figure = known[which]?.[at]?.[row] ?? Number.NaN;
        const before = amounts[which] ?? Number.NaN;
        const amount = Number.isNaN(figure) ? Math.round(before * factor * 100) / 100 : figure;
        amounts[which] = amount;
        // triggers up to the as-of day are priced from what the roster has
        const isNew = Number.isNaN(figure) && !Number.isNaN(amount) && year >= asOfYear;
        if (isNew && year <= families[family].last) written.write(i, [`${family}${year}`, amount]);
      });
    });
  });
}

/** Years with a draw, from some before the as-of year on: where they start must not hang on who asks. */
const drawnYears = ({ context }: ForecastPlan, last: number): number[] => {
  const first = yearOf(context.asOf) - yearsBack;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
};

/** By enterprise and trial of a block: the factor by which money grows in each year; 1 without a growth process. */
function growthDraws(
  plan: ForecastPlan,
  block: TrialBlock,
  factors: BlockFactors,
  years: readonly number[],
): (enterprise: number, trial: number) => Float64Array {
  const drawn = new Float64Array(years.length).fill(1);
  const growth = plan.growths[0];
  if (!growth) return () => drawn;
  const { process, hash } = growth;
  const size = lognormalOfMean(1 + value(plan, process.mean), value(plan, process.volatility));
  const own = Math.sqrt(1 - process.loading * process.loading);
  const macro = years.map((year) => factors.get(process.factor)?.[plan.horizon.years.indexOf(year)]);
  const stream = new RandomStream();
  return (enterprise, trial) => {
    const key = plan.enterpriseKeys[enterprise];
    if (!key) return drawn.fill(1);
    stream.moveTo(plan.seed, hash, key, block.first + trial);
    for (let at = 0; at < drawn.length; at++) {
      drawn[at] = lognormalAt(size, process.loading * (macro[at]?.[trial] ?? 0) + own * normal(stream));
    }
    return drawn;
  };
}

/** By enterprise and trial: what its revenue of the as-of year has become by each year of the horizon, as a factor. */
export function growthSince(
  plan: ForecastPlan,
  block: TrialBlock,
  factors: BlockFactors,
): (enterprise: number, trial: number) => number[] {
  const asOfYear = yearOf(plan.context.asOf);
  const years = drawnYears(plan, plan.horizon.years.at(-1) ?? asOfYear);
  const draw = growthDraws(plan, block, factors, years);
  return (enterprise, trial) => {
    const drawn = draw(enterprise, trial);
    let factor = 1;
    return plan.horizon.years.map((year) => (year > asOfYear ? (factor *= drawn[years.indexOf(year)] ?? 1) : factor));
  };
}

const value = ({ context }: ForecastPlan, key: string): number => Number(context.values.value(key));

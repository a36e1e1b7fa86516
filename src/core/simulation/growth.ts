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
  const growth = plan.growths[0];
  if (!growth) return;
  const { process, hash } = growth;
  const asOfYear = yearOf(plan.context.asOf);
  const last = Math.max(...grown.map((family) => families[family].last));
  const years = Array.from({ length: last - asOfYear + yearsBack + 1 }, (_, at) => asOfYear - yearsBack + at);
  const known = grown.map((family) =>
    years.map((year) => plan.context.bound.operand("enterprises", `${family}${year}`)?.values),
  );
  const size = lognormalOfMean(1 + value(plan, process.mean), value(plan, process.volatility));
  const own = Math.sqrt(1 - process.loading * process.loading);
  const stream = new RandomStream();
  const amounts = new Float64Array(grown.length);
  live.enterprise.forEach((row, i) => {
    const key = plan.enterpriseKeys[row];
    if (!key || live.arrived[i] === 1) return;
    const trial = live.trial[i] ?? 0;
    stream.moveTo(plan.seed, hash, key, block.first + trial);
    amounts.fill(Number.NaN);
    years.forEach((year, at) => {
      const macro = factors.get(process.factor)?.[plan.horizon.years.indexOf(year)]?.[trial] ?? 0;
      const factor = lognormalAt(size, process.loading * macro + own * normal(stream));
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

const value = ({ context }: ForecastPlan, key: string): number => Number(context.values.value(key));

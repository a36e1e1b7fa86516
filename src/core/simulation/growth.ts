import { yearOf } from "../date/day.ts";
import { contributionYears } from "../roster/fields.ts";
import type { ChangeSet } from "./change-set.ts";
import { lognormalAt, lognormalOfMean, normal } from "./distributions.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import type { BlockFactors, TrialBlock } from "./hazards.ts";
import type { LiveTrials } from "./live-trials.ts";
import { RandomStream } from "./random-stream.ts";

/** Years before the as-of year for which a missing figure is still grown from the last one known. */
const yearsBack = 2;

/**
 * Writes 区级综合贡献 of the years that the roster does not have yet: the last one known, grown by one lognormal draw
 * an enterprise, trial and year (section 7). An enterprise without any figure stays without one.
 */
export function growContributions(
  plan: ForecastPlan,
  block: TrialBlock,
  factors: BlockFactors,
  live: Pick<LiveTrials, "enterprise" | "trial" | "arrived">,
  written: ChangeSet,
): void {
  const growth = plan.growths[0];
  if (!growth) return;
  const { process, hash } = growth;
  const asOfYear = yearOf(plan.context.asOf);
  const first = asOfYear - yearsBack;
  const years = Array.from({ length: contributionYears.last - first + 1 }, (_, index) => first + index);
  const known = years.map((year) => plan.context.bound.operand("enterprises", labelOf(year))?.values);
  const size = lognormalOfMean(1 + value(plan, process.mean), value(plan, process.volatility));
  const own = Math.sqrt(1 - process.loading * process.loading);
  const stream = new RandomStream();
  live.enterprise.forEach((row, i) => {
    const key = plan.enterpriseKeys[row];
    if (!key || live.arrived[i] === 1) return;
    const trial = live.trial[i] ?? 0;
    stream.moveTo(plan.seed, hash, key, block.first + trial);
    let amount = Number.NaN;
    years.forEach((year, at) => {
      const macro = factors.get(process.factor)?.[plan.horizon.years.indexOf(year)]?.[trial] ?? 0;
      const factor = lognormalAt(size, process.loading * macro + own * normal(stream));
      const figure = known[at]?.[row] ?? Number.NaN;
      if (!Number.isNaN(figure)) amount = figure;
      else if (!Number.isNaN(amount)) {
        amount = Math.round(amount * factor * 100) / 100;
        // triggers up to the as-of day are priced from what the roster has
        if (year >= asOfYear) written.write(i, [labelOf(year), amount]);
      }
    });
  });
}

const labelOf = (year: number): string => `区级综合贡献${year}`;

const value = ({ context }: ForecastPlan, key: string): number => Number(context.values.value(key));

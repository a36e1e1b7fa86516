import { factorNames, type FactorLink, type FactorName } from "../policy/process.ts";
import { commonFactor, conditionalRate, monthlyHazard } from "./common-factor.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { keyHash } from "./key-hash.ts";

/** Some successive trials: what is simulated at a time. */
export interface TrialBlock {
  readonly first: number;
  readonly count: number;
}

/** Factors of a block: by name one array a year of the horizon, one standard normal a trial of the block. */
export type BlockFactors = ReadonlyMap<FactorName, readonly Float64Array[]>;

/** Draws the common factors of a block; more trials leave those of earlier blocks as they are. */
export function blockFactors({ context, horizon, seed }: ForecastPlan, { first, count }: TrialBlock): BlockFactors {
  const key = "sim.公共因子.自相关";
  const autocorrelation = context.values.has(key) ? Number(context.values.value(key)) : 0;
  return new Map(
    factorNames.map((name) => [
      name,
      commonFactor(seed, keyHash(name), first + count, horizon.years.length, autocorrelation).map((year) =>
        year.subarray(first),
      ),
    ]),
  );
}

/** Monthly chance of an event, by year of the horizon and trial of the block. */
export interface Hazards {
  readonly byYear: readonly Float64Array[];
  readonly largest: number;
}

/** The yearly rate of a process under the factors, as monthly chances (section 7). */
export function hazardsOf(
  { context, horizon }: ForecastPlan,
  factors: BlockFactors,
  { count }: TrialBlock,
  rateKey: string,
  link: FactorLink | undefined,
): Hazards {
  const rate = Number(context.values.value(rateKey));
  const correlation = link ? Number(context.values.value(link.correlation)) : 0;
  const conditional = conditionalRate(rate, correlation, link?.sign ?? 1);
  const byYear = horizon.years.map((_, year) =>
    Float64Array.from({ length: count }, (_item, trial) =>
      monthlyHazard(conditional(link ? (factors.get(link.factor)?.[year]?.[trial] ?? 0) : 0)),
    ),
  );
  const largest = byYear.reduce((most, year) => year.reduce((a, b) => Math.max(a, b), most), 0);
  return { byYear, largest };
}

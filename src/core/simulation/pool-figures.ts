import type { ExhaustionMonths, SimulatedPool } from "./simulated-figures.ts";
import type { Summariser } from "./summary.ts";
import type { CollectedPool } from "./trial-collector.ts";

/** What became of a pool over the first `trials` trials. */
export function poolFigures(
  pool: CollectedPool,
  trials: number,
  firstMonth: number,
  summariser: Summariser,
): SimulatedPool {
  const summarise = (column: Float64Array) => summariser.summarise(column.subarray(0, trials));
  const months = pool.exhaustionMonth
    .subarray(0, trials)
    .filter((month) => !Number.isNaN(month))
    .sort();
  return {
    measure: pool.measure,
    exhaustionProbability: months.length / trials,
    exhaustionMonth: exhaustionMonths(months, trials),
    exhaustedBy: pool.balances.map((_, month) => months.filter((at) => at <= firstMonth + month).length / trials),
    unpaid: summarise(pool.unpaid),
    firstMonth,
    balance: pool.balances.map(summarise),
  };
}

/** @param months of the trials that exhaust the pool, in rising order */
function exhaustionMonths(months: Float64Array, trials: number): ExhaustionMonths {
  const by = (share: number): number | null => months[Math.ceil(share * trials) - 1] ?? null;
  return { p5: by(0.05), p25: by(0.25), p50: by(0.5), p75: by(0.75), p95: by(0.95) };
}

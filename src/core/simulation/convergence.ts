import type { ConvergencePoint } from "./simulated-figures.ts";
import { summarise } from "./summary.ts";

const steps = [1, 2.5, 5];

/** Numbers of trials at which a run is looked at: 100, 250, 500, 1000, … below the whole, and the whole. */
export function convergenceTrials(trials: number): number[] {
  const points: number[] = [];
  for (let scale = 100; scale < trials; scale *= 10) {
    for (const step of steps) if (scale * step < trials) points.push(scale * step);
  }
  return [...points, trials];
}

/** Mean and P95 with their uncertainty over ever more of the first trials. @param totals one a trial, in the order of the trials */
export const convergenceOf = (totals: Float64Array): ConvergencePoint[] =>
  convergenceTrials(totals.length).map((trials) => {
    const { mean, se, p95, p95low, p95high } = summarise(totals.subarray(0, trials));
    return { trials, mean, se, p95, p95low, p95high };
  });

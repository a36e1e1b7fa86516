import type { AssumptionRange } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { morrisEffects, type MorrisEffect } from "../core/simulation/morris.ts";
import { estimateOf, scenarioWith, type ScenarioFigure } from "../core/simulation/scenario-figure.ts";
import { tornado, type PriceScenario, type Tornado } from "../core/simulation/tornado.ts";
import type { Engine, Task } from "./port.ts";

export interface SensitivityRequest {
  readonly scenario: Scenario;
  readonly ranges: readonly AssumptionRange[];
  readonly figures: readonly ScenarioFigure[];
  readonly trials: number;
  readonly seed: number;
}

/** Trajectories of a screening. */
export const TRAJECTORIES = 6;

export type Sensitivity = { readonly request: SensitivityRequest } & (
  | { readonly kind: "tornado"; readonly tornado: Tornado }
  /** Effects by range, in the first figure of the request. */
  | { readonly kind: "morris"; readonly effects: readonly MorrisEffect[] }
);

const pricer = (engine: Engine, { trials, seed }: SensitivityRequest, task: Task, runs: number): PriceScenario => {
  let done = 0;
  const quietly = task.signal && { signal: task.signal };
  return async (scenario) => {
    task.onProgress?.({ step: "simulate", done: done++ / runs });
    return await engine.simulate({ scenario, trials, seed }, quietly);
  };
};

/** @throws AbortError when stopped */
export async function runTornado(engine: Engine, request: SensitivityRequest, task: Task): Promise<Sensitivity> {
  const { scenario, ranges, figures } = request;
  const price = pricer(engine, request, task, 2 * ranges.length + 1);
  return { kind: "tornado", request, tornado: await tornado(scenario, ranges, figures, price) };
}

/** Every assumption between its percentiles, on common trials. @throws AbortError when stopped */
export async function runMorris(engine: Engine, request: SensitivityRequest, task: Task): Promise<Sensitivity> {
  const { scenario, ranges, figures, seed } = request;
  const [figure = { kind: "mean" }] = figures;
  const price = pricer(engine, request, task, TRAJECTORIES * (ranges.length + 1));
  const figureAt = async (point: readonly number[]): Promise<number> => {
    const values = ranges.map(({ key, p10, p90 }, at) => [key, p10 + (point[at] ?? 0) * (p90 - p10)] as const);
    return estimateOf(await price(scenarioWith(scenario, Object.fromEntries(values))), figure).value;
  };
  return { kind: "morris", request, effects: await morrisEffects(ranges.length, figureAt, TRAJECTORIES, seed) };
}

import type { Parameter } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { sumOf, type Line } from "../../core/policy/totals.ts";
import { seekGoal, type GoalResult } from "../../core/simulation/goal-seek.ts";
import {
  estimateOf,
  scenarioWith,
  type FigureEstimate,
  type ScenarioFigure,
} from "../../core/simulation/scenario-figure.ts";
import { searchRangeOf } from "../../core/simulation/search-range.ts";
import type { Engine, Task } from "../../engine/port.ts";

/** What a goal may be set for: a figure of the trials, or the committed amount, which takes none. */
export type GoalFigure = Omit<ScenarioFigure, "kind"> & { readonly kind: ScenarioFigure["kind"] | "committed" };

export interface GoalRequest {
  readonly scenario: Scenario;
  readonly parameter: Parameter;
  readonly figure: GoalFigure;
  /** Money in 分, a chance as a share. */
  readonly limit: number;
  readonly trials: number;
  readonly seed: number;
}

export interface GoalAnswer {
  readonly request: GoalRequest;
  readonly result: GoalResult;
  /** The figure at the value found, from another seed; of committed money the same again. */
  readonly check?: FigureEstimate & { readonly seed: number };
}

/** Finds the value, and prices it once more on trials that the search has not seen. @throws AbortError when stopped */
export async function goalAnswer(engine: Engine, request: GoalRequest, task: Task): Promise<GoalAnswer> {
  const { parameter, scenario, limit, seed } = request;
  const range = searchRangeOf(parameter);
  if (!range) throw new Error(`${parameter.key} is not a number`);
  const runs = Math.ceil(Math.log2(range.steps)) + 3;
  let done = 0;
  const priced = async (value: number, from: number): Promise<FigureEstimate> => {
    task.onProgress?.({ step: "simulate", done: Math.min(1, done++ / runs) });
    const changed = scenarioWith(scenario, { [parameter.key]: value });
    return await pricedFigure(engine, { ...request, scenario: changed, seed: from }, task.signal);
  };
  const result = await seekGoal(range, async (value) => (await priced(value, seed)).value, limit);
  if (result.kind !== "found") return { request, result };
  const fresh = seed + 1;
  return { request, result, check: { ...(await priced(result.met.value, fresh)), seed: fresh } };
}

async function pricedFigure(
  engine: Engine,
  { scenario, trials, seed, figure }: GoalRequest,
  signal: AbortSignal | undefined,
): Promise<FigureEstimate> {
  const task = signal && { signal };
  const { kind, ...place } = figure;
  if (kind !== "committed") {
    return estimateOf(await engine.simulate({ scenario, trials, seed }, task), { ...place, kind });
  }
  const value = committedOf(await committedLine(engine, scenario, figure.department, task), figure.year);
  return { value, low: value, high: value };
}

async function committedLine(engine: Engine, scenario: Scenario, department: string | undefined, task?: Task) {
  if (department === undefined) return (await engine.totals([scenario], task))[0];
  return (await engine.evaluate(scenario, task)).totals.departments.get(department);
}

/** Of all years where none is named: committed money has its tail in it. */
const committedOf = (line: Line | undefined, year: number | undefined): number =>
  year === undefined ? sumOf(line?.committed ?? new Map()) : (line?.committed.get(year) ?? 0);

import type { Parameter } from "../core/policy/policy.ts";
import { MOST_SEED } from "../core/policy/scenario-bounds.ts";
import { seekGoal, slopeAt, type Goal, type GoalResult } from "../core/simulation/goal-seek.ts";
import { scenarioWith, type FigureEstimate } from "../core/simulation/scenario-figure.ts";
import { searchRangeOf, stepOf } from "../core/simulation/search-range.ts";
import type { Engine, Task } from "./port.ts";
import { pricedFigure, type PricedRequest } from "./priced-figure.ts";

export interface GoalRequest extends PricedRequest {
  readonly parameter: Parameter;
  /** Money in 分, a chance as a share. */
  readonly limit: number;
}

export interface GoalAnswer {
  readonly request: GoalRequest;
  readonly result: GoalResult;
  /** Values that were tried on the first `FEW_TRIALS` alone, to begin near the answer. */
  readonly narrowing: number;
  /** The figure at the value found, from another seed; of committed money the same again. */
  readonly check?: FigureEstimate & { readonly seed: number };
}

/** Trials that narrow the range; where the figure runs one way, the answer on all trials is the same without them. */
export const FEW_TRIALS = 250;

/** Where a search for an amount without a present value begins, 元. */
const USUAL_AMOUNT = 1_000_000;

/** Told before each try. */
export type OnTry = (count: number, value: number) => void;

/**
 * Finds the value, and prices it once more on trials that the search has not seen. The first trials tell about where it
 * is; which value it is they do not decide. @throws AbortError when stopped
 */
export async function goalAnswer(engine: Engine, request: GoalRequest, task: Task, onTry?: OnTry): Promise<GoalAnswer> {
  const { scenario, parameter, figure, trials, seed } = request;
  let tries = 0;
  const priced = async (value: number, of: Pick<GoalRequest, "trials" | "seed">): Promise<FigureEstimate> => {
    onTry?.(++tries, value);
    // how many it takes is not known before
    task.onProgress?.({ step: "simulate", done: 1 - 0.92 ** tries });
    const changed = scenarioWith(scenario, { [parameter.key]: value });
    return await pricedFigure(engine, { ...request, ...of, scenario: changed }, task.signal);
  };
  const seek = (goal: Goal, on: number): Promise<GoalResult> =>
    seekGoal(goal, async (value) => (await priced(value, { trials: on, seed })).value);
  const goal = goalOf(request);
  const near = { ...goal, apart: Math.max(1, stepOf(goal.range, goal.start) / 500) };
  const few = figure.kind !== "committed" && trials > FEW_TRIALS ? await seek(near, FEW_TRIALS) : undefined;
  const start = few?.kind === "found" ? { ...goal, start: few.met.value, slope: slopeAt(goal, few) } : goal;
  const result = await seek(start, trials);
  const isMonotone = result.isMonotone && (few?.isMonotone ?? true);
  const answer = { request, result: { ...result, isMonotone }, narrowing: few?.tried.length ?? 0 };
  if (result.kind !== "found") return answer;
  const fresh = seed < MOST_SEED ? seed + 1 : 0;
  return { ...answer, check: { ...(await priced(result.met.value, { trials, seed: fresh })), seed: fresh } };
}

function goalOf({ scenario, parameter, limit }: GoalRequest): Goal {
  const range = searchRangeOf(parameter);
  if (!range) throw new Error(`${parameter.key} is not a number`);
  const present = [scenario.values[parameter.key], parameter.value].find((value) => typeof value === "number");
  return { range, limit, start: present ?? (parameter.type === "yuan" ? USUAL_AMOUNT : range.minimum) };
}

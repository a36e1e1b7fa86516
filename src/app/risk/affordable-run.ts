import type { Parameter } from "../../core/policy/policy.ts";
import { affordableSet, type AffordableSet, type Way } from "../../core/simulation/affordable-set.ts";
import { scenarioWith } from "../../core/simulation/scenario-figure.ts";
import { searchRangeOf, stepOf, valueAtStep } from "../../core/simulation/search-range.ts";
import type { Engine, Task } from "../../engine/port.ts";
import { pricedFigure, type PricedRequest } from "../../engine/priced-figure.ts";

/** A parameter on its way from the present value to the wanted one. */
export interface WantedValue extends Way {
  readonly parameter: Parameter;
  readonly present: number;
  readonly wanted: number;
}

export interface AffordableRequest extends PricedRequest {
  readonly wanted: readonly WantedValue[];
  /** Money in 分, a chance as a share. */
  readonly limit: number;
}

export interface AffordableAnswer {
  readonly request: AffordableRequest;
  readonly result: AffordableSet;
}

/** Sets that are priced at most. */
const MOST_TRIES = 60;

/** The value so many steps along its way, on a step of its unit; the ends are the values themselves. */
export function valueAlong({ parameter, present, wanted, steps }: WantedValue, gone: number): number {
  const range = searchRangeOf(parameter);
  if (!range) throw new Error(`${parameter.key} is not a number`);
  if (gone === 0) return present;
  return valueAtStep(range, stepOf(range, present + ((wanted - present) * gone) / steps));
}

/** @param onTry told before each try. @throws AbortError when stopped */
export async function affordableAnswer(
  engine: Engine,
  request: AffordableRequest,
  task: Task,
  onTry: (count: number) => void,
): Promise<AffordableAnswer> {
  const { wanted, scenario, limit } = request;
  let tries = 0;
  const figureAt = async (steps: readonly number[]): Promise<number> => {
    onTry(++tries);
    task.onProgress?.({ step: "simulate", done: 1 - 0.92 ** tries });
    const values = wanted.map((each, at) => [each.parameter.key, valueAlong(each, steps[at] ?? 0)] as const);
    const changed = scenarioWith(scenario, Object.fromEntries(values));
    return (await pricedFigure(engine, { ...request, scenario: changed }, task.signal)).value;
  };
  return { request, result: await affordableSet(wanted, limit, figureAt, MOST_TRIES) };
}

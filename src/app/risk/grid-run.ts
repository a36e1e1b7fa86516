import type { Parameter } from "../../core/policy/policy.ts";
import { scenarioWith } from "../../core/simulation/scenario-figure.ts";
import { twoWayGrid, type TwoWayGrid } from "../../core/simulation/two-way-grid.ts";
import type { Engine, Task } from "../../engine/port.ts";
import { pricedFigure, type PricedRequest } from "../../engine/priced-figure.ts";

/** A parameter and the values it is to have, ascending. */
export interface GridAxis {
  readonly parameter: Parameter;
  readonly values: readonly number[];
}

/** Two different parameters, the rows first. */
export interface GridRequest extends PricedRequest {
  readonly axes: readonly [GridAxis, GridAxis];
}

export interface GridAnswer {
  readonly request: GridRequest;
  readonly grid: TwoWayGrid;
}

/** Prices every pair of values on the same trials. @throws AbortError when stopped */
export async function gridAnswer(engine: Engine, request: GridRequest, task: Task): Promise<GridAnswer> {
  const [rows, columns] = request.axes;
  const cells = rows.values.length * columns.values.length;
  let done = 0;
  const grid = await twoWayGrid(rows.values, columns.values, async (row, column) => {
    task.onProgress?.({ step: "simulate", done: done++ / cells });
    const values = { [rows.parameter.key]: row, [columns.parameter.key]: column };
    return (await pricedFigure(engine, { ...request, scenario: scenarioWith(request.scenario, values) }, task.signal))
      .value;
  });
  return { request, grid };
}

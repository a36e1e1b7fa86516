import type { Scenario } from "../policy/scenario.ts";
import { proportion } from "./proportion.ts";
import type { SimulatedFigures, SimulatedLine } from "./simulated-figures.ts";

/** One number that a simulated scenario comes to. Absent year: the term; absent department: all subsidies. */
export interface ScenarioFigure {
  readonly kind: "mean" | "p95" | "overBudget";
  readonly year?: number;
  readonly department?: string;
}

/** A figure with its interval of 95 %: money in 分, a chance as a share. */
export interface FigureEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The scenario with another value of some parameters, by key; money in 元. */
export const scenarioWith = (scenario: Scenario, values: Readonly<Record<string, number>>): Scenario => ({
  ...scenario,
  values: { ...scenario.values, ...values },
});

const lineOf = (figures: SimulatedFigures, { department }: ScenarioFigure): SimulatedLine | undefined =>
  department === undefined ? figures.total : figures.departments.get(department);

/**
 * Mean ± 1.96 standard errors, P95 between its order statistics, a chance with its Wilson interval. A line or year
 * without money is 0.
 * @throws RangeError for the chance of passing a budget that the scenario does not set
 */
export function estimateOf(figures: SimulatedFigures, figure: ScenarioFigure): FigureEstimate {
  const line = lineOf(figures, figure);
  if (figure.kind === "overBudget") {
    const share = figure.year === undefined ? line?.overBudgets : line?.overBudget.get(figure.year);
    if (share === undefined || share === null) throw new RangeError("the scenario sets no budget for this figure");
    const { low, high } = proportion(share, figures.trials);
    return { value: share, low, high };
  }
  const summary = figure.year === undefined ? line?.term : line?.byYear.get(figure.year);
  if (!summary) return { value: 0, low: 0, high: 0 };
  const { mean, se, p95, p95low, p95high } = summary;
  return figure.kind === "mean"
    ? { value: mean, low: mean - 1.96 * se, high: mean + 1.96 * se }
    : { value: p95, low: p95low, high: p95high };
}

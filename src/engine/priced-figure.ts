import { budgetOf } from "../core/policy/budget-place.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { sumOf, type Line } from "../core/policy/totals.ts";
import { estimateOf, type FigureEstimate, type ScenarioFigure } from "../core/simulation/scenario-figure.ts";
import type { Engine, Task } from "./port.ts";

/** A figure of the trials, or the committed amount, which takes none. */
export type PricedFigure = Omit<ScenarioFigure, "kind"> & { readonly kind: ScenarioFigure["kind"] | "committed" };

/** A figure of a scenario, over so many trials from a seed. */
export interface PricedRequest {
  readonly scenario: Scenario;
  readonly figure: PricedFigure;
  readonly trials: number;
  readonly seed: number;
}

/** Whether a budget is set that a figure's year and department may pass. */
export function hasBudgetFor(scenario: Scenario, { year, department }: PricedFigure): boolean {
  const years = year === undefined ? Object.keys(scenario.budgets).map(Number) : [year];
  const place = department === undefined ? {} : { department };
  return years.some((each) => budgetOf(scenario, { year: each, ...place }) !== undefined);
}

/** @throws AbortError when stopped */
export async function pricedFigure(
  engine: Engine,
  { scenario, trials, seed, figure }: PricedRequest,
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

import type { AssumptionRange } from "../policy/policy.ts";
import type { Scenario } from "../policy/scenario.ts";
import { pairedDifference, type PairedDifference } from "./paired-difference.ts";
import { estimateOf, scenarioWith, type FigureEstimate, type ScenarioFigure } from "./scenario-figure.ts";
import type { SimulatedFigures } from "./simulated-figures.ts";

/** A scenario over its trials: the same random numbers for every scenario. */
export type PriceScenario = (scenario: Scenario) => Promise<SimulatedFigures>;

/** One end of a bar: the figures with the assumption at a percentile, in the order of the figures asked for. */
export interface TornadoEnd {
  readonly figures: readonly FigureEstimate[];
  /** What the assumption moves the term's subsidies by, trial by trial, 分. */
  readonly difference: PairedDifference;
}

/** What one assumption moves between its 10th and its 90th percentile. */
export interface TornadoBar {
  readonly range: AssumptionRange;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

export interface Tornado {
  readonly base: readonly FigureEstimate[];
  readonly bars: readonly TornadoBar[];
}

/** The scenario with each assumption in turn at its 10th and at its 90th percentile, all else as it is. */
export async function tornado(
  scenario: Scenario,
  ranges: readonly AssumptionRange[],
  figures: readonly ScenarioFigure[],
  price: PriceScenario,
): Promise<Tornado> {
  const base = await price(scenario);
  const estimates = (priced: SimulatedFigures) => figures.map((figure) => estimateOf(priced, figure));
  const endAt = async (key: string, value: number): Promise<TornadoEnd> => {
    const priced = await price(scenarioWith(scenario, { [key]: value }));
    return { figures: estimates(priced), difference: pairedDifference(priced.termByTrial, base.termByTrial) };
  };
  const bars: TornadoBar[] = [];
  for (const range of ranges) {
    bars.push({ range, low: await endAt(range.key, range.p10), high: await endAt(range.key, range.p90) });
  }
  return { base: estimates(base), bars };
}

/** Width of a bar in one figure. */
export const swingOf = ({ low, high }: TornadoBar, figure: number): number =>
  Math.abs((high.figures[figure]?.value ?? 0) - (low.figures[figure]?.value ?? 0));

/** Bars in falling order of their width in one figure; equal ones as they came. */
export const sortedBars = ({ bars }: Tornado, figure: number): readonly TornadoBar[] =>
  bars.toSorted((a, b) => swingOf(b, figure) - swingOf(a, figure));

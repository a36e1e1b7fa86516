import { bindNames, type BindName } from "../policy/ledger.ts";
import type { SimulatedFigures } from "./simulated-figures.ts";
import type { SummedBound, TrialCollector } from "./trial-collector.ts";

/** What binds the simulated triggers of each measure over the first trials; limits that bind none are absent. */
export function boundFigures(
  collected: TrialCollector,
  measures: number,
  trials: number,
): ReadonlyMap<BindName, SummedBound>[] {
  const found = collected.bounds(trials);
  return Array.from({ length: measures }, (_, measure) => {
    const limits = bindNames.flatMap((name, limit): [BindName, SummedBound][] => {
      const bound = found.get(measure * bindNames.length + limit);
      return bound && bound.gross > 0 ? [[name, bound]] : [];
    });
    return new Map(limits);
  });
}

/** What a limit does to a measure's simulated triggers. */
interface LimitEffect {
  /** Mean number of triggers that it binds, a trial. */
  readonly triggers: number;
  /** Their share of all triggers of the measure. */
  readonly share: number;
  /** Mean amount that it cuts, 分 a trial. */
  readonly forgone: number;
  /** Share of trials in which it cuts anything. */
  readonly cutShare: number;
}

/** What binds a measure's simulated triggers, as means over trials. */
export interface BoundLine {
  /** Index into `policy.measures`. */
  readonly measure: number;
  readonly triggers: number;
  /** Amount before limits, 分. */
  readonly gross: number;
  readonly forgone: number;
  readonly limits: ReadonlyMap<BindName, LimitEffect>;
}

/** Measures with simulated triggers, the one that loses most first. */
export function boundLines({ bounds, trials }: Pick<SimulatedFigures, "bounds" | "trials">): readonly BoundLine[] {
  const lines = bounds.flatMap((limits, measure): BoundLine[] => {
    const all = [...limits.values()];
    const sum = (pick: (bound: SummedBound) => number): number => all.reduce((total, bound) => total + pick(bound), 0);
    const triggers = sum((bound) => bound.triggers);
    if (triggers === 0) return [];
    const effects = Array.from(limits, ([name, bound]): [BindName, LimitEffect] => [
      name,
      {
        triggers: bound.triggers / trials,
        share: bound.triggers / triggers,
        forgone: bound.forgone / trials,
        cutShare: bound.cutTrials / trials,
      },
    ]);
    const [gross, forgone] = [sum((bound) => bound.gross) / trials, sum((bound) => bound.forgone) / trials];
    return [{ measure, triggers: triggers / trials, gross, forgone, limits: new Map(effects) }];
  });
  return lines.sort((a, b) => b.forgone - a.forgone);
}

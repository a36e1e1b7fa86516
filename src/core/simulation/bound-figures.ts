import { bindNames, type BindName } from "../policy/ledger.ts";
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

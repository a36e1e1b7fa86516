import type { Fen } from "../money/money.ts";
import type { TrialFrame } from "./line-figures.ts";
import type { TailVintage } from "./simulated-figures.ts";
import { tailKey } from "./trial-cells.ts";

/** Sums of trials by year, measure or whatever tells them apart. */
class SumsByKey {
  readonly sums = new Map<number, Float64Array>();

  constructor(private readonly trials: number) {}

  add(key: number, recorded: Fen, column: Float64Array | undefined): void {
    const known = this.sums.get(key);
    const sums = known ?? new Float64Array(this.trials);
    if (!known) this.sums.set(key, sums);
    for (let trial = 0; trial < this.trials; trial++) {
      sums[trial] = (sums[trial] ?? 0) + recorded + (column?.[trial] ?? 0);
    }
  }
}

/**
 * Payments after the term by the year in which their trigger arose, recorded and simulated together.
 * @param recorded see `RecordedShares.tail`
 */
export function tailVintages(frame: TrialFrame, recorded: ReadonlyMap<number, Fen>): TailVintage[] {
  const { collected, measures, trials, lastYear, summariser } = frame;
  const { first, count } = collected.years;
  const vintages: TailVintage[] = [];
  const summaries = ({ sums }: SumsByKey) =>
    new Map([...sums].sort(([a], [b]) => a - b).map(([key, amounts]) => [key, summariser.summarise(amounts)]));
  for (let arisen = first; arisen < first + count; arisen++) {
    const [byYear, byMeasure, total] = [new SumsByKey(trials), new SumsByKey(trials), new SumsByKey(trials)];
    for (let measure = 0; measure < measures; measure++) {
      for (let year = lastYear + 1; year < first + count; year++) {
        const key = tailKey(collected.years, measure, arisen, year);
        const [known = 0, column] = [recorded.get(key), collected.tail.get(key)];
        if (known === 0 && !column) continue;
        for (const [sums, at] of [
          [byYear, year],
          [byMeasure, measure],
          [total, 0],
        ] as const)
          sums.add(at, known, column);
      }
    }
    const whole = summaries(total).get(0);
    if (whole) vintages.push({ arisen, byYear: summaries(byYear), byMeasure: summaries(byMeasure), total: whole });
  }
  return vintages;
}

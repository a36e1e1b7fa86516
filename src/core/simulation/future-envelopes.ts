import { envelopeOf } from "../policy/envelope.ts";
import { futureYears } from "./shared-envelope-trials.ts";
import type { Forecast } from "./simulate-block.ts";
import type { TrialCells } from "./trial-cells.ts";

/** Adds 年度额度 of the years after the as-of year where it is set: the same in every trial (m15, m18, m19). */
export function addEnvelopes({ plan, priced }: Forecast, cells: TrialCells): void {
  const { policy, values } = plan.context;
  policy.measures.forEach(({ id, kind }, measure) => {
    const amount = kind === "envelope" && priced.has(measure) ? envelopeOf(values, id) : null;
    if (amount === null) return;
    for (const year of futureYears(plan, id)) {
      for (let trial = 0; trial < cells.trials; trial++) {
        cells.addPlanned(measure, year, year, trial, amount);
        cells.addAmount(cells.statutory, measure, year, trial, amount);
      }
    }
  });
}

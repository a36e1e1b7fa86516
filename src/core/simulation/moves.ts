import { monthIndexOf } from "../date/day.ts";
import { fieldOf } from "../roster/fields.ts";
import type { Horizon } from "./horizon.ts";
import type { LiveTrials } from "./live-trials.ts";

/** No month: nothing of the kind happens in the trial. */
export const never = 255;

/** Month of the horizon in which enterprises move out, by trial of a block. */
export class Moves {
  private readonly months: Uint8Array;
  private readonly trials: number;

  constructor(enterprises: number, trials: number, live: LiveTrials, horizon: Horizon) {
    this.trials = trials;
    this.months = new Uint8Array(enterprises * trials).fill(never);
    const written = live.written.columns.get(fieldOf("enterprises", "movedOut").label);
    live.enterprise.forEach((enterprise, i) => {
      if (written?.set[i] !== 1 || live.arrived[i] === 1) return;
      const month = monthIndexOf(written.values[i] ?? Number.NaN) - horizon.firstMonth;
      this.months[enterprise * trials + (live.trial[i] ?? 0)] = month;
    });
  }

  /** Month of the move of an enterprise in a trial, or `never`. */
  month(enterprise: number, trial: number): number {
    return enterprise < 0 ? never : (this.months[enterprise * this.trials + trial] ?? never);
  }
}

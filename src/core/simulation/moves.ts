import type { DrawnBlock } from "./drawn-block.ts";

/** No month: nothing of the kind happens in the trial. */
export const never = 255;

/** Month of the horizon in which enterprises move out, by trial of a block. */
export class Moves {
  private readonly months: Uint8Array;
  private readonly trials: number;

  constructor(enterprises: number, trials: number, { groups, lives }: Pick<DrawnBlock, "groups" | "lives">) {
    const { enterprise, trial, arrived } = groups;
    this.trials = trials;
    this.months = new Uint8Array(enterprises * trials).fill(never);
    lives.forEach(({ moved }, group) => {
      if (moved === never || arrived[group] === 1) return;
      this.months[(enterprise[group] ?? -1) * trials + (trial[group] ?? 0)] = moved;
    });
  }

  /** Month of the move of an enterprise in a trial, or `never`. */
  month(enterprise: number, trial: number): number {
    return enterprise < 0 ? never : (this.months[enterprise * this.trials + trial] ?? never);
  }
}

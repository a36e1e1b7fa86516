import { edate, monthIndexOf } from "../date/day.ts";
import type { ReviewProcess } from "../policy/process.ts";
import { fieldOf } from "../roster/fields.ts";
import type { Cell } from "./change-set.ts";
import type { ForecastPlan, Placed } from "./forecast-plan.ts";
import type { TrialBlock } from "./hazards.ts";
import { RandomStream } from "./random-stream.ts";

/** How the reviews of a block end (称号复核, 再认定). */
export interface ReviewPasses {
  /** One bit a review that the enterprise has in the horizon: 1 where it passes. */
  bits(enterprise: number, trial: number): number;
  /** What the reviews write: a title's new or old expiry, a certificate's renewal where it passes. */
  cells(enterprise: number, trial: number): readonly ReviewCell[];
}

interface ReviewCell {
  readonly cell: Cell;
  /** Whether the cell makes a trigger of its own. */
  readonly isTrigger: boolean;
}

/** Draws a block's reviews, one stream an enterprise along the trials. */
export function reviewPasses(plan: ForecastPlan, block: TrialBlock): ReviewPasses {
  const reviews = plan.reviews.map((review) => ({
    ...review,
    passes: passesOf(plan, block, review),
  }));
  return {
    bits: (enterprise, trial) => {
      let bits = 0;
      for (const [at, { expiries, passes }] of reviews.entries()) {
        if (!Number.isNaN(expiries[enterprise]) && passes(enterprise)[trial] === 1) bits |= 1 << at;
      }
      return bits;
    },
    cells: (enterprise, trial) =>
      reviews.flatMap(({ process, expiries, passes }): ReviewCell[] => {
        const expiry = expiries[enterprise] ?? Number.NaN;
        if (Number.isNaN(expiry)) return [];
        const passed = passes(enterprise)[trial] === 1;
        const label = (field: string): string => fieldOf("enterprises", field).label;
        if (process.expiry !== undefined) {
          return [{ cell: [label(process.expiry), passed ? edate(expiry, 36) : expiry], isTrigger: false }];
        }
        if (process.renewed === undefined || !passed) return [];
        return [{ cell: [label(process.renewed), renewalDay(plan, expiry)], isTrigger: true }];
      }),
  };
}

/** By enterprise, 1 for the trials in which it passes; drawn when first asked for. */
function passesOf(
  plan: ForecastPlan,
  block: TrialBlock,
  { process, hash }: Placed<ReviewProcess>,
): (enterprise: number) => Uint8Array {
  const passRate = Number(plan.context.values.value(process.passRate));
  const known = new Map<number, Uint8Array>();
  const stream = new RandomStream();
  return (enterprise) => {
    const before = known.get(enterprise);
    if (before) return before;
    const passes = new Uint8Array(block.count);
    const key = plan.enterpriseKeys[enterprise];
    if (key) stream.moveTo(plan.seed, hash, key, block.first);
    for (let trial = 0; key && trial < block.count; trial++) passes[trial] = stream.uniform() < passRate ? 1 : 0;
    known.set(enterprise, passes);
    return passes;
  };
}

/** The 15th of the month in which a certificate ends. */
const renewalDay = (plan: ForecastPlan, expiry: number): number =>
  plan.horizon.days[monthIndexOf(expiry) - plan.horizon.firstMonth] ?? Number.NaN;

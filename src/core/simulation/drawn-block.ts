import { Candidates } from "./candidates.ts";
import { drawBlock } from "./draw-block.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { drawnGrowth, type Growth } from "./growth.ts";
import { groupsOf, type Groups } from "./groups.ts";
import { blockFactors, type TrialBlock } from "./hazards.ts";
import { livesOf, type Life } from "./lives.ts";
import { reviewPasses } from "./review-passes.ts";
import type { Forecast } from "./simulate-block.ts";
import { sizeInTrials, type SizeInTrials } from "./size-growth.ts";

/** Everything that a block of trials drew: no number of the clauses changes it. */
export interface DrawnBlock {
  /** Rows whose price does not hang on their enterprise. */
  readonly alone: Candidates;
  /** Other rows, and by row the group whose enterprise it belongs to, −1 where its code is not in 企业. */
  readonly rows: Candidates;
  readonly groupOf: Int32Array;
  readonly groups: Pick<Groups, "enterprise" | "trial" | "arrived">;
  /** What becomes of each group. */
  readonly lives: readonly Life[];
}

/** What a block's trials grow; drawn anew when asked for. */
export interface BlockGrowth {
  readonly growth: Growth;
  readonly sizes: SizeInTrials;
}

/** Growth in the trials of a block. */
export function blockGrowth(plan: ForecastPlan, block: TrialBlock): BlockGrowth {
  const growth = drawnGrowth(plan, block, blockFactors(plan, block));
  return { growth, sizes: sizeInTrials(plan, growth) };
}

/** Draws a block and lets it take place. */
export function drawTrials(forecast: Forecast, block: TrialBlock): DrawnBlock {
  const { plan, memo } = forecast;
  const others = drawBlock(plan, block, memo.drawing);
  const alone = takeAlone(forecast, others);
  const groups = groupsOf(plan, others);
  memo.lives.prune();
  const course = {
    firstTrial: block.first,
    sizes: blockGrowth(plan, block).sizes,
    reviews: reviewPasses(plan, block),
  };
  const lives = livesOf(forecast, others, groups, course);
  const { enterprise, trial, arrived } = groups;
  return { alone, ...rowsOf(plan, others, groups), groups: { enterprise, trial, arrived }, lives };
}

/** Bytes that a drawn block takes, but for the lives that blocks share. */
export function bytesOf({ alone, rows, groups: { enterprise } }: DrawnBlock): number {
  return alone.bytes + rows.bytes + 17 * enterprise.length;
}

/** Takes out of what was drawn the candidates whose rows are priced alone. */
function takeAlone({ added, eligibility }: Forecast, drawn: Candidates): Candidates {
  const alone = new Candidates();
  const { process, template, enterprise } = drawn.columns;
  const { count } = drawn;
  const isAdded = Uint8Array.from({ length: 256 }, (_, index) => (added.has(index) ? 1 : 0));
  drawn.count = 0;
  for (let at = 0; at < count; at++) {
    const priced = (template[at] ?? -1) >= 0 && isAdded[process[at] ?? 0] === 1;
    (priced && eligibility.varies[enterprise[at] ?? -1] !== 1 ? alone : drawn).copy(drawn, at);
  }
  alone.trim();
  return alone;
}

/** The rows among candidates, and the group that each belongs to. */
function rowsOf(plan: ForecastPlan, candidates: Candidates, { starts, candidates: list }: Groups) {
  const { process, enterprise } = candidates.columns;
  const adds = new Uint8Array(plan.context.policy.processes.length);
  for (const { index, process: added } of [...plan.counts, ...plan.defaults]) {
    if (added.kind !== "arrival") adds[index] = 1;
  }
  const rows = new Candidates();
  const groupOf: number[] = [];
  const add = (at: number, group: number): void => {
    if (adds[process[at] ?? -1] !== 1) return;
    rows.copy(candidates, at);
    groupOf.push(group);
  };
  for (let at = 0; at < candidates.count; at++) if ((enterprise[at] ?? -1) < 0) add(at, -1);
  for (let group = 0; group + 1 < starts.length; group++) {
    for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) add(list[i] ?? -1, group);
  }
  rows.trim();
  return { rows, groupOf: Int32Array.from(groupOf) };
}

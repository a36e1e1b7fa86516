import { policyUnder } from "../core/policy/added-measure.ts";
import type { Policy } from "../core/policy/policy.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import type { Roster } from "../core/roster/roster.ts";
import type { BlockRecord } from "../core/simulation/block-record.ts";
import { BlockRun, type SimulationJob } from "../core/simulation/block-run.ts";
import { Pause } from "../spreadsheet/pause.ts";
import type { Task } from "./port.ts";

/** Which blocks of a run are wanted, and who hears of each; they come in any order. */
export interface BlockOrder {
  /** As published; the job says what its scenario adds. */
  readonly published: Policy;
  readonly roster: Roster;
  readonly job: SimulationJob;
  readonly blocks: readonly number[];
  /** Threads, 1 or more. */
  readonly workers: number;
  readonly onBlock: (record: BlockRecord) => Promise<void>;
}

/** Simulates all blocks of an order. @throws AbortError when the task was cancelled, and whatever `onBlock` throws */
export type RunBlocks = (order: BlockOrder, task?: Task) => Promise<void>;

/** The newest run of each roster in this thread, and the policy that it was run under. */
const newest = new WeakMap<Roster, { readonly published: Policy; readonly run: BlockRun }>();

/**
 * Simulates in this very thread, whatever the number of workers; gives way between blocks. What a run drew is kept for
 * the next one of the same roster.
 */
export const runBlocksHere: RunBlocks = async ({ published, roster, job, blocks, onBlock }, task) => {
  const pause = new Pause(task);
  const before = newest.get(roster);
  const prepared = preparePolicy(policyUnder(published, job.scenario));
  const run = new BlockRun(prepared, roster, job, before?.published === published ? before.run : undefined);
  newest.set(roster, { published, run });
  for (const block of blocks) {
    if (task) await pause.take();
    await onBlock(run.record(block));
  }
};

import type { Evaluation } from "../core/policy/evaluation.ts";
import { preparePolicy, type PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { Roster } from "../core/roster/roster.ts";
import { recordOf, TRIALS_A_BLOCK, type BlockRecord } from "../core/simulation/block-record.ts";
import { forecastOf } from "../core/simulation/forecast.ts";
import { simulateBlock } from "../core/simulation/simulate-block.ts";
import { Pause } from "../spreadsheet/pause.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import type { Task } from "./port.ts";

/** What every block of a run needs. Plain data: it crosses threads. */
export interface SimulationJob {
  readonly scenario: Scenario;
  /** The recorded part under the same scenario. */
  readonly evaluation: Pick<Evaluation, "ledger">;
  readonly seed: number;
}

/** Which blocks of a run are wanted, and who hears of each; they come in any order. */
export interface BlockOrder {
  readonly roster: Roster;
  readonly job: SimulationJob;
  readonly blocks: readonly number[];
  /** Threads, 1 or more. */
  readonly workers: number;
  readonly onBlock: (record: BlockRecord) => Promise<void>;
}

/** Simulates all blocks of an order. @throws AbortError when the task was cancelled, and whatever `onBlock` throws */
export type RunBlocks = (order: BlockOrder, task?: Task) => Promise<void>;

/** Makes a job's blocks by number. */
export function blockMaker(
  prepared: PreparedPolicy,
  roster: Roster,
  { scenario, evaluation, seed }: SimulationJob,
): (block: number) => BlockRecord {
  const forecast = forecastOf(prepared, roster, scenario, evaluation, seed);
  return (block) =>
    recordOf(forecast, simulateBlock(forecast, { first: block * TRIALS_A_BLOCK, count: TRIALS_A_BLOCK }));
}

/** Simulates in this very thread, whatever the number of workers; gives way between blocks. */
export const runBlocksHere: RunBlocks = async ({ roster, job, blocks, onBlock }, task) => {
  const pause = new Pause(task);
  const make = blockMaker(preparePolicy(xicheng202371), roster, job);
  for (const block of blocks) {
    if (task) await pause.take();
    await onBlock(make(block));
  }
};

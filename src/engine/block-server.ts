import { expose, transfer, type Endpoint } from "comlink";
import { preparedUnder } from "../core/policy/added-measure.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import type { Roster } from "../core/roster/roster.ts";
import { buffersOf, type BlockRecord } from "../core/simulation/block-record.ts";
import { BlockRun, type SimulationJob } from "../core/simulation/block-run.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

/** What a thread that simulates offers: it holds one roster and one job at a time. */
function blockServer() {
  const prepared = preparePolicy(xicheng202371);
  let held: Roster | undefined;
  let run: BlockRun | undefined;
  return {
    hold: (roster: Roster): void => {
      held = roster;
      run = undefined;
    },
    /** @throws Error if no roster is held */
    prepare: (job: SimulationJob): void => {
      if (!held) throw new Error("no roster is held");
      run = new BlockRun(preparedUnder(prepared, job.scenario), held, job, run);
    },
    /** @throws Error if no job was prepared */
    block: (block: number): BlockRecord => {
      if (!run) throw new Error("no job was prepared");
      const record = run.record(block);
      return transfer(record, buffersOf(record));
    },
  };
}

/** Offers a block server at an end of a channel; absent: at the worker that this is. */
export const serveBlocks = (endpoint?: Endpoint): void => expose(blockServer(), endpoint);

export type BlockServer = ReturnType<typeof blockServer>;

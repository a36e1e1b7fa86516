import { expose, transfer, type Endpoint } from "comlink";
import { preparedUnder } from "../core/policy/added-measure.ts";
import type { Policy } from "../core/policy/policy.ts";
import { preparePolicy, type PreparedPolicy } from "../core/policy/prepare.ts";
import type { Roster } from "../core/roster/roster.ts";
import { buffersOf, type BlockRecord } from "../core/simulation/block-record.ts";
import { BlockRun, type SimulationJob } from "../core/simulation/block-run.ts";

/** What a thread that simulates offers: it holds one policy, one roster and one job at a time. */
function blockServer() {
  let held: { readonly prepared: PreparedPolicy; readonly roster: Roster } | undefined;
  let run: BlockRun | undefined;
  return {
    /** @param published as it is published; a job says what its scenario adds */
    hold: (published: Policy, roster: Roster): void => {
      held = { prepared: preparePolicy(published), roster };
      run = undefined;
    },
    /** @throws Error if no roster is held */
    prepare: (job: SimulationJob): void => {
      if (!held) throw new Error("no roster is held");
      run = new BlockRun(preparedUnder(held.prepared, job.scenario), held.roster, job, run);
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

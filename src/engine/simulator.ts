import { policyUnder } from "../core/policy/added-measure.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { RunBlocks } from "./block-runner.ts";
import type { HeldRoster } from "./held-roster.ts";
import type { Task } from "../spreadsheet/task.ts";
import { checkRequest, simulate, type SimulationMeans } from "./simulate.ts";
import type { Simulator } from "./simulation-request.ts";
import { compareTrials, type TrialComparer } from "./trial-comparer.ts";

/** What runs blocks, and on how many threads where a request names no number. */
export interface Threads {
  readonly runBlocks: RunBlocks;
  readonly usual: number;
}

/** A simulator over the roster held; `held` throws if there is none. */
export function simulatorOf(
  published: Policy,
  held: () => HeldRoster,
  { runBlocks, usual }: Threads,
): Simulator & TrialComparer {
  const meansFor = async (scenario: Scenario, task?: Task): Promise<SimulationMeans> => {
    const { roster } = held();
    const evaluation = await held().evaluated(scenario, task);
    const policy = policyUnder(published, scenario);
    return { published, policy, roster, evaluation, runBlocks, workers: usual };
  };
  return {
    async simulate(request, task) {
      task?.signal?.throwIfAborted();
      checkRequest(request);
      return await simulate(await meansFor(request.scenario, task), request, task);
    },
    compareTrials: (request, task) => compareTrials(meansFor, request, task),
  };
}

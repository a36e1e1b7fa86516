import { policyUnder, preparedUnder } from "../core/policy/added-measure.ts";
import { explainEnterprise } from "../core/policy/explanation/explain-enterprise.ts";
import { reductionsOf, type Reduction } from "../core/policy/explanation/reductions.ts";
import { enterpriseOf } from "../core/policy/hypothesis/edited-roster.ts";
import {
  hypothesisSteps,
  type HypothesisOutcome,
  type HypothesisRequest,
} from "../core/policy/hypothesis/hypothesis.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { blockCount } from "../core/simulation/block-record.ts";
import { firmFigures, type FirmFigures } from "../core/simulation/firm-figures.ts";
import { TrialCollector } from "../core/simulation/trial-collector.ts";
import type { Task } from "../spreadsheet/task.ts";
import type { HeldRoster } from "./held-roster.ts";
import type { RunBlocks } from "./block-runner.ts";
import { ALLOWED_BYTES, checkRequest } from "./simulate.ts";
import type { SimulationRequest } from "./simulation-request.ts";
import { takeSteps } from "./take-steps.ts";

/** Which firm's range is asked for, over which trials of the district. */
export interface FirmRangeRequest extends SimulationRequest {
  /** Credit code. */
  readonly code: string;
}

/** The part of the engine that looks at one firm in ways that the roster does not say. */
export interface FirmStudies {
  /**
   * What a firm would get with other cells and further rows, under a scenario; the loaded roster stays as it is.
   * @throws if no roster was loaded
   * @throws AbortError when the task was cancelled
   */
  hypothesis(request: HypothesisRequest, task?: Task): Promise<HypothesisOutcome>;
  /** Which limits hold down what a firm is due, and what would lift it; empty for a code that no row names. */
  reductions(scenario: Scenario, code: string): Promise<readonly Reduction[]>;
  /**
   * What one firm gets over the trials of `simulate` under the same request: the same draws, of which those of this firm
   * are priced. Quick after the district's run. Undefined for a code that is not in 企业.
   * @throws as `simulate`
   */
  firmRange(request: FirmRangeRequest, task?: Task): Promise<FirmFigures | undefined>;
}

export const firmStudiesOf = (
  prepared: PreparedPolicy,
  held: () => HeldRoster,
  { runBlocks, usual }: { readonly runBlocks: RunBlocks; readonly usual: number },
): FirmStudies => ({
  async hypothesis(request, task) {
    task?.signal?.throwIfAborted();
    const [holding, whole] = [held(), preparedUnder(prepared, request.scenario)];
    const evaluation = await holding.evaluated(request.scenario, task);
    return await takeSteps(hypothesisSteps(whole, holding.roster, evaluation, request), "evaluate", task);
  },
  async reductions(scenario, code) {
    const [holding, whole] = [held(), preparedUnder(prepared, scenario)];
    const { roster } = holding;
    const explanation = explainEnterprise(whole, roster, scenario, await holding.evaluated(scenario), code);
    return explanation ? reductionsOf(whole, roster, scenario, explanation) : [];
  },
  async firmRange(request, task) {
    task?.signal?.throwIfAborted();
    checkRequest(request);
    const { scenario, code, trials, seed, workers = usual } = request;
    const { roster } = held();
    const firm = enterpriseOf(roster, code);
    if (firm < 0) return undefined;
    const { ledger } = await held().evaluated(scenario, task);
    const collected = new TrialCollector(trials, ALLOWED_BYTES);
    const blocks = Array.from({ length: blockCount(trials) }, (_, block) => block);
    let done = 0;
    const order = {
      published: prepared.policy,
      roster,
      job: { scenario, evaluation: { ledger }, seed, firm },
      blocks,
      workers,
      onBlock: (record: Parameters<TrialCollector["add"]>[0]): Promise<void> => {
        collected.add(record);
        task?.onProgress?.({ step: "simulate", done: ++done / blocks.length });
        return Promise.resolve();
      },
    };
    await runBlocks(order, task);
    return firmFigures({ policy: policyUnder(prepared.policy, scenario), scenario, ledger, seed, firm }, collected);
  },
});

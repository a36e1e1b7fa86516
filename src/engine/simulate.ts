import type { Evaluation } from "../core/policy/evaluation.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Roster } from "../core/roster/roster.ts";
import { blockCount, type BlockRecord } from "../core/simulation/block-record.ts";
import { convergenceTrials } from "../core/simulation/convergence.ts";
import { figureSteps, simulatedRun, type SimulatedRun } from "../core/simulation/figures.ts";
import type { SimulatedFigures } from "../core/simulation/simulated-figures.ts";
import type { TakenRun } from "../core/simulation/paired-lines.ts";
import { TrialCollector } from "../core/simulation/trial-collector.ts";
import type { RunBlocks } from "./block-runner.ts";
import { keptTrials } from "./kept-trials.ts";
import type { Task } from "../spreadsheet/task.ts";
import type { SimulationRequest, SimulationTask } from "./simulation-request.ts";
import { takeSteps } from "./take-steps.ts";

/** Bytes that the trials of a run may take where nobody says otherwise. */
export const ALLOWED_BYTES = 2 ** 31;

export const MOST_TRIALS = 10_000_000;
export const MOST_WORKERS = 64;

/** @throws RangeError naming what was found and allowed */
function checkWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name}: found ${value}, allowed is a whole number from ${least} to ${most}`);
}

/** @throws RangeError naming what was found and allowed */
export function checkRequest({ trials, seed, workers = 1 }: Omit<SimulationRequest, "scenario">): void {
  checkWhole("trials", trials, 1, MOST_TRIALS);
  checkWhole("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  checkWhole("workers", workers, 1, MOST_WORKERS);
}

/** What a simulation works on, and with what. */
export interface SimulationMeans {
  /** The policy as published, and with what the scenario adds. */
  readonly published: Policy;
  readonly policy: Policy;
  readonly roster: Roster;
  /** The recorded part under the request's scenario. */
  readonly evaluation: Evaluation;
  readonly runBlocks: RunBlocks;
  /** Threads where the request names none. */
  readonly workers: number;
  readonly allowedBytes?: number;
}

/** See `Simulator.simulate`. */
export async function simulate(
  means: SimulationMeans,
  request: SimulationRequest,
  task?: SimulationTask,
): Promise<SimulatedFigures> {
  const { run, collected } = await takenRun(means, request, task);
  return await takeSteps(figureSteps(run, collected, request.trials), "simulate", quietly(task));
}

/** A run with its trials, of which there are as many as the request wants or more: those that were kept, at once. */
export async function takenRun(
  means: SimulationMeans,
  request: SimulationRequest,
  task?: SimulationTask,
): Promise<TakenRun> {
  checkRequest(request);
  const { published, policy, roster, evaluation, runBlocks } = means;
  const { scenario, trials, seed, workers = means.workers } = request;
  const run = simulatedRun(policy, scenario, evaluation, seed);
  const kept = keptTrials(published, roster);
  const known = kept.find(request, trials);
  if (known) return { run, collected: known };
  const collected = new TrialCollector(trials, means.allowedBytes ?? ALLOWED_BYTES);
  const tellPart = partTeller(run, collected, task);
  const blocks = Array.from({ length: blockCount(trials) }, (_, block) => block);
  let done = 0;
  const onBlock = async (record: BlockRecord): Promise<void> => {
    collected.add(record);
    task?.onProgress?.({ step: "simulate", done: ++done / blocks.length });
    await tellPart();
  };
  task?.onProgress?.({ step: "simulate", done: 0 });
  const job = { scenario, evaluation: { ledger: evaluation.ledger }, seed };
  await runBlocks({ published, roster, job, blocks, workers, onBlock }, task);
  kept.keep(request, collected);
  return { run, collected };
}

/** The task without its progress: the figures of a run add nothing to it. */
export const quietly = (task: Task | undefined): Task | undefined =>
  task?.signal ? { signal: task.signal } : undefined;

/** Tells of the figures so far each time another point of the convergence is reached; one at a time. */
function partTeller(run: SimulatedRun, collected: TrialCollector, task: SimulationTask | undefined) {
  const onPartial = task?.onPartial;
  if (!onPartial) return () => Promise.resolve();
  const points = convergenceTrials(collected.trials).filter((trials) => trials < collected.trials);
  let underWay = false;
  return async (): Promise<void> => {
    const { complete } = collected;
    if (underWay || complete === collected.trials || complete < (points[0] ?? Infinity)) return;
    underWay = true;
    while ((points[0] ?? Infinity) <= complete) points.shift();
    onPartial(await takeSteps(figureSteps(run, collected, complete), "simulate", quietly(task)));
    underWay = false;
  };
}

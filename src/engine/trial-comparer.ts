import { figureSteps } from "../core/simulation/figures.ts";
import { pairedLines, type PairedLines, type TakenRun } from "../core/simulation/paired-lines.ts";
import type { SimulatedFigures } from "../core/simulation/simulated-figures.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { Task } from "../spreadsheet/task.ts";
import { partOf } from "./comparer.ts";
import { checkRequest, quietly, takenRun, type SimulationMeans } from "./simulate.ts";
import type { SimulationRequest } from "./simulation-request.ts";
import { takeSteps } from "./take-steps.ts";

/** Scenarios to be simulated on the same trials, the baseline first. */
export interface TrialsRequest extends Omit<SimulationRequest, "scenario"> {
  readonly scenarios: readonly Scenario[];
}

/** What a scenario comes to over the trials that all share. */
export interface ScenarioTrials {
  readonly figures: SimulatedFigures;
  /** What it moves of every line against the baseline, trial by trial. */
  readonly difference: PairedLines;
}

/** The part of the engine that simulates several scenarios on the same trials; answers come in their order. */
export interface TrialComparer {
  /**
   * Figures of each scenario and its paired differences from the first. Progress goes over all of them, each an equal part.
   * @throws as `Simulator.simulate`
   */
  compareTrials(request: TrialsRequest, task?: Task): Promise<readonly ScenarioTrials[]>;
}

/** @param meansFor what a scenario is simulated with; throws where no roster was loaded */
export async function compareTrials(
  meansFor: (scenario: Scenario, task?: Task) => Promise<SimulationMeans>,
  { scenarios, ...request }: TrialsRequest,
  task?: Task,
): Promise<readonly ScenarioTrials[]> {
  checkRequest(request);
  const compared: ScenarioTrials[] = [];
  let base: TakenRun | undefined;
  for (const scenario of scenarios) {
    task?.signal?.throwIfAborted();
    const part = task && partOf(task, compared.length, scenarios.length);
    part?.onProgress?.({ step: "simulate", done: 0 });
    const means = await meansFor(scenario, quietly(task));
    const taken = await takenRun(means, { ...request, scenario }, part);
    base ??= taken;
    const figures = await takeSteps(figureSteps(taken.run, taken.collected, request.trials), "simulate", quietly(task));
    const difference = await takeSteps(pairedLines(taken, base, request.trials), "simulate", quietly(task));
    compared.push({ figures, difference });
  }
  return compared;
}

import type { Scenario } from "../core/policy/scenario.ts";
import type { SimulatedFigures } from "../core/simulation/simulated-figures.ts";
import type { Task } from "../spreadsheet/task.ts";

/** What a simulation is asked for. */
export interface SimulationRequest {
  readonly scenario: Scenario;
  /** Whole number from 1 to 10,000,000. The first 1,000 trials are the same in a run of 10,000. */
  readonly trials: number;
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Threads, 1 to 64; they change nothing but the time. Absent: as the machine has cores, at most 8. */
  readonly workers?: number;
}

/** A simulation as a task. */
export interface SimulationTask extends Task {
  /**
   * Figures over the trials so far, which are the first `figures.trials` of the run: after the first block and whenever
   * a convergence point is passed. The whole comes as the result alone.
   */
  readonly onPartial?: (figures: SimulatedFigures) => void;
}

/** The part of the engine that simulates. */
export interface Simulator {
  /**
   * The loaded roster's future under a scenario, over all trials (sections 7 and 8). The same request gives the same
   * bits on any machine, for any number of workers. Progress goes by trials done.
   * @throws if no roster was loaded
   * @throws RangeError naming what was found and allowed, for trials, seed or workers out of range
   * @throws SimulationMemoryError before the run grows too large, with the largest number of trials that fits
   * @throws AbortError within 200 ms of a stop
   */
  simulate(request: SimulationRequest, task?: SimulationTask): Promise<SimulatedFigures>;
}

import type { StressCase } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { stressedScenario } from "../../core/policy/stressed-scenario.ts";
import type { SimulatedFigures } from "../../core/simulation/simulated-figures.ts";
import { stressOutcome, type StressOutcome, type StressRun } from "../../core/simulation/stress.ts";
import type { Engine } from "../../engine/port.ts";
import { failureOf, type Failure } from "./failure.ts";

export type StressStatus =
  | { readonly kind: "idle" }
  /** `done`: cases finished of `of`, with the share of the one under way. */
  | { readonly kind: "running"; readonly done: number; readonly of: number }
  | { readonly kind: "stopped" }
  | Failure;

/** What a run of stress cases was asked for. */
export interface StressRequest {
  readonly scenario: Scenario;
  readonly trials: number;
  readonly seed: number;
}

/** The stress cases of a policy, one after another on the same trials (common random numbers). */
export class StressState {
  status: StressStatus = $state.raw({ kind: "idle" });
  /** Of the newest run, the scenario first; cases appear as they are finished. */
  outcomes: readonly StressOutcome[] = $state.raw([]);
  /** What `outcomes` belong to. */
  request: StressRequest | undefined = $state.raw();

  readonly #engine: Engine;
  #run = new AbortController();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** What was run for a scenario, for its report; undefined where nothing was. */
  runOf(scenario: Scenario): StressRun | undefined {
    const { request, outcomes } = this;
    if (!request || request.scenario !== scenario || outcomes.length === 0) return undefined;
    return { trials: request.trials, seed: request.seed, outcomes };
  }

  /** Runs the scenario and all cases anew; a run under way is stopped. */
  async run(request: StressRequest, cases: readonly StressCase[]): Promise<void> {
    this.#run.abort();
    const { signal } = (this.#run = new AbortController());
    this.request = request;
    this.outcomes = [];
    try {
      await this.#runAll(request, cases, signal);
      if (!signal.aborted) this.status = { kind: "idle" };
    } catch (error) {
      if (signal.aborted) return;
      this.status = failureOf(error);
    }
  }

  cancel(): void {
    this.#run.abort();
    this.status = { kind: "stopped" };
  }

  async #runAll(request: StressRequest, cases: readonly StressCase[], signal: AbortSignal): Promise<void> {
    const of = cases.length + 1;
    const simulate = (scenario: Scenario, done: number): Promise<SimulatedFigures> => {
      this.status = { kind: "running", done, of };
      const onProgress = ({ done: share }: { readonly done: number }): void => {
        if (!signal.aborted) this.status = { kind: "running", done: done + share, of };
      };
      return this.#engine.simulate({ ...request, scenario }, { signal, onProgress });
    };
    const base = await simulate(request.scenario, 0);
    const add = (id: string | undefined, figures: SimulatedFigures): void => {
      if (!signal.aborted) this.outcomes = [...this.outcomes, stressOutcome(id, figures, base)];
    };
    add(undefined, base);
    for (const [index, each] of cases.entries()) {
      signal.throwIfAborted();
      add(each.id, await simulate(stressedScenario(request.scenario, each), index + 1));
    }
  }
}

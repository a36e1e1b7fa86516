import type { Scenario } from "../../core/policy/scenario.ts";
import type { SimulatedFigures } from "../../core/simulation/simulated-figures.ts";
import type { Engine, Progress } from "../../engine/port.ts";
import type { Exposure } from "./exposure.svelte.ts";
import { StressState } from "./stress.svelte.ts";
import { failureOf, type Failure } from "./failure.ts";

/**
 * What the page can say about its simulated numbers. `empty`: there is nothing to simulate, or no trial is asked for;
 * `waiting`: the recorded part of the scenario on the desk is not there yet; `queued`: work that was asked for goes
 * before; `stopped`: the officer stopped the run,
 * numbers of its first trials may be shown.
 */
export type ForecastStatus =
  | { readonly kind: "empty" }
  | { readonly kind: "waiting" }
  | { readonly kind: "queued" }
  | { readonly kind: "running"; readonly progress?: Progress }
  | { readonly kind: "ready" }
  | { readonly kind: "stopped" }
  | Failure;

/** Figures over the first trials of a run, and the recorded part that it was made for. */
export interface Forecast {
  readonly exposure: Exposure;
  /** Over the first `figures.trials` trials of `trials`. */
  readonly figures: SimulatedFigures;
  /** Trials that the run was asked for. */
  readonly trials: number;
}

/** Trials after which figures are first shown. */
export const FIRST_TRIALS = 1000;

/** Milliseconds without an edit before a run is started, so that a slide does not start one at every step. */
const QUIET = 120;

const quiet = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, QUIET);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The future of the scenario on the desk: one run after another, of which the latest counts. */
export class ForecastState {
  status: ForecastStatus = $state.raw({ kind: "empty" });
  /** The newest figures; of an earlier scenario while `isStale`. */
  shown: Forecast | undefined = $state.raw();

  /** The stress cases of the scenario on the desk, run when asked. */
  readonly stress: StressState;

  readonly #engine: Engine;
  readonly #usualTrials: number;
  #exposure: Exposure | undefined = $state.raw();
  #run = new AbortController();
  /** Works that go before. */
  #before = 0;

  /** @param usualTrials where a scenario names none; 0: nothing is simulated then */
  constructor(engine: Engine, usualTrials: number) {
    this.#engine = engine;
    this.stress = new StressState(engine);
    this.#usualTrials = usualTrials;
  }

  /** Whether the figures shown are of another scenario than the one on the desk. */
  readonly isStale: boolean = $derived.by(() => this.shown !== undefined && this.shown.exposure !== this.#exposure);
  /** Figures of the scenario on the desk, over as many trials as there are. */
  readonly current: Forecast | undefined = $derived.by(() => (this.isStale ? undefined : this.shown));

  trialsOf({ trials = this.#usualTrials }: Scenario): number {
    return trials;
  }

  seedOf({ seed = 1 }: Scenario): number {
    return seed;
  }

  /**
   * Starts anew for a recorded part that is of the scenario on the desk, and stops what runs for any other.
   * @param exposure the newest recorded part; absent: another roster is on its way, or none
   */
  follow(exposure: Exposure | undefined, scenario: Scenario): void {
    const wanted = exposure?.scenario === scenario ? exposure : undefined;
    if (wanted && wanted === this.#exposure) return;
    this.#run.abort();
    this.#exposure = wanted;
    if (!exposure) this.shown = undefined;
    if (wanted) void this.again();
    else this.status = exposure ? { kind: "waiting" } : { kind: "empty" };
  }

  /** Runs all trials of the scenario on the desk. */
  async again(): Promise<void> {
    const exposure = this.#exposure;
    this.#run.abort();
    if (!exposure || this.trialsOf(exposure.scenario) === 0) {
      this.shown = undefined;
      this.status = { kind: "empty" };
      return;
    }
    if (this.#before > 0) {
      this.status = { kind: "queued" };
      return;
    }
    const run = new AbortController();
    this.#run = run;
    this.status = { kind: "running" };
    try {
      await quiet(run.signal);
      await this.#simulate(exposure, run.signal);
    } catch (error) {
      if (!run.signal.aborted) this.status = failureOf(error);
    }
  }

  /** Lets a work have the threads: a run is put off, or stopped and started anew, until it is done. */
  async letPass<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#before++;
    if (this.status.kind === "running") void this.again();
    try {
      return await work();
    } finally {
      this.#before--;
      if (this.status.kind === "queued") void this.again();
    }
  }

  cancel(): void {
    this.#run.abort();
    this.status = { kind: "stopped" };
  }

  async #simulate(exposure: Exposure, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { scenario } = exposure;
    const [trials, seed] = [this.trialsOf(scenario), this.seedOf(scenario)];
    const show = (figures: SimulatedFigures): void => {
      if (!signal.aborted) this.shown = { exposure, figures, trials };
    };
    const figures = await this.#engine.simulate(
      { scenario, trials, seed },
      {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted && this.status.kind === "running") this.status = { kind: "running", progress };
        },
        onPartial: (part) => {
          if (part.trials >= FIRST_TRIALS) show(part);
        },
      },
    );
    if (signal.aborted) return;
    show(figures);
    this.status = { kind: "ready" };
  }
}

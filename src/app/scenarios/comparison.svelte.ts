import type { ScenarioOutcome } from "../../core/policy/compare/outcome.ts";
import type { Engine, Task } from "../../engine/port.ts";
import type { ScenarioTrials } from "../../engine/trial-comparer.ts";
import { failureOf, type Failure } from "../state/failure.ts";
import type { Member } from "./compared.ts";

export type ComparisonStatus =
  | { readonly kind: "idle" }
  /** `what`: the scenario under way, where it is one at a time. */
  | { readonly kind: "running"; readonly done: number; readonly what?: string }
  | { readonly kind: "stopped" }
  | Failure;

/** One run after another, of which the latest counts; its result stays until the next has one. */
export class LatestRun<Result> {
  status: ComparisonStatus = $state.raw({ kind: "idle" });
  result: Result | undefined = $state.raw();
  #run = new AbortController();

  async start(work: (task: Task & { readonly tell: (what: string) => void }) => Promise<Result>): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    const show = (status: ComparisonStatus): void => {
      if (!run.signal.aborted) this.status = status;
    };
    show({ kind: "running", done: 0 });
    let what: string | undefined;
    try {
      const result = await work({
        signal: run.signal,
        onProgress: ({ done }) => show({ kind: "running", done, ...(what !== undefined && { what }) }),
        tell: (scenario) => {
          what = scenario;
          if (this.status.kind === "running") show({ ...this.status, what });
        },
      });
      if (run.signal.aborted) return;
      this.result = result;
      show({ kind: "idle" });
    } catch (error) {
      show(failureOf(error));
    }
  }

  stop(): void {
    this.#run.abort();
    this.status = { kind: "stopped" };
  }

  /** Stops what runs and drops what it gave. */
  drop(): void {
    this.#run.abort();
    this.status = { kind: "idle" };
    this.result = undefined;
  }
}

/** What each compared scenario comes to, the baseline first. */
export interface Compared {
  readonly members: readonly Member[];
  readonly outcomes: readonly ScenarioOutcome[];
}

export const comparedOutcomes = async (engine: Engine, members: readonly Member[], task: Task): Promise<Compared> => ({
  members,
  outcomes: await engine.compare(
    members.map(({ scenario }) => scenario),
    task,
  ),
});

/** Every compared scenario over the same trials, the baseline first. */
export interface ComparedTrials {
  readonly members: readonly Member[];
  /** One a member: its figures, and what it moves against the baseline. */
  readonly outcomes: readonly ScenarioTrials[];
  readonly trials: number;
  readonly seed: number;
}

export async function comparedTrials(
  engine: Engine,
  { members }: Pick<Compared, "members">,
  { trials, seed }: { readonly trials: number; readonly seed: number },
  task: Task & { readonly tell: (what: string) => void },
): Promise<ComparedTrials> {
  const tellOf = (done: number): void => {
    const { name } = members[Math.min(members.length - 1, Math.floor(done * members.length))] ?? { name: "" };
    task.tell(name);
  };
  tellOf(0);
  const scenarios = members.map(({ scenario }) => scenario);
  const outcomes = await engine.compareTrials(
    { scenarios, trials, seed },
    {
      ...task,
      onProgress: (progress) => {
        tellOf(progress.done);
        task.onProgress?.(progress);
      },
    },
  );
  return { members, outcomes, trials, seed };
}

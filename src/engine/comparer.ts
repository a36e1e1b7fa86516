import { outcomeOf, type ScenarioOutcome } from "../core/policy/compare/outcome.ts";
import { policyUnder } from "../core/policy/added-measure.ts";
import { cellsOf } from "../core/policy/cells.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { sumsOf, type Line } from "../core/policy/totals.ts";
import type { Task } from "../spreadsheet/task.ts";
import type { HeldRoster } from "./held-roster.ts";

/** The part of the engine that prices several scenarios on the loaded roster; answers come in their order. */
export interface Comparer {
  /** What each scenario comes to. @throws if no roster was loaded @throws AbortError within 200 ms of a stop */
  compare(scenarios: readonly Scenario[], task?: Task): Promise<readonly ScenarioOutcome[]>;
  /** The total of each scenario alone, for many of them. @throws as `compare` */
  totals(scenarios: readonly Scenario[], task?: Task): Promise<readonly Line[]>;
}

/** A comparer over the roster held; `held` throws if there is none. */
export function comparerOf(policy: Policy, held: () => HeldRoster): Comparer {
  const each = async <T>(
    scenarios: readonly Scenario[],
    task: Task | undefined,
    take: (scenario: Scenario, evaluation: Evaluation) => T,
  ): Promise<readonly T[]> => {
    const holding = held();
    const taken: T[] = [];
    for (const scenario of scenarios) {
      task?.signal?.throwIfAborted();
      const evaluation = await holding.evaluated(scenario, task && partOf(task, taken.length, scenarios.length));
      taken.push(take(scenario, evaluation));
    }
    return taken;
  };
  return {
    compare: (scenarios, task) =>
      each(scenarios, task, (scenario, evaluation) => outcomeOf(policyUnder(policy, scenario), scenario, evaluation)),
    totals: (scenarios, task) =>
      each(scenarios, task, (scenario, { ledger }) => {
        const whole = policyUnder(policy, scenario);
        return sumsOf(whole, cellsOf(whole, ledger, scenario)).total;
      }),
  };
}

/** One of several equal parts of a task, whose progress is that of the whole. */
export const partOf = ({ signal, onProgress }: Task, part: number, parts: number): Task => ({
  ...(signal && { signal }),
  onProgress: (progress) => onProgress?.({ ...progress, done: (part + progress.done) / parts }),
});

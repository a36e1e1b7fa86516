import { changesBetween, scenariosBySubset, scenariosInOrder, withChange } from "../../core/policy/compare/changes.ts";
import { orderEffects, type OrderEffect } from "../../core/policy/compare/shapley.ts";
import type { ScenarioChange } from "../../core/policy/compare/changes.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { publishedScenario, type Scenario } from "../../core/policy/scenario.ts";
import { sumOf, type Line } from "../../core/policy/totals.ts";
import type { Engine, Task } from "../../engine/port.ts";

/** Committed money that each change moves, 分. */
export interface WaterfallFigures {
  readonly changes: readonly ScenarioChange[];
  /** One a change, in the order made; they sum to the whole difference. */
  readonly inOrder: readonly number[];
  /** One a change, made alone. */
  readonly alone: readonly number[];
  /** Over all orders, once it was asked for. */
  readonly orders?: readonly OrderEffect[];
}

const worth = (line: Line | undefined): number => sumOf(line?.committed ?? new Map());

/** @param withOrders prices every subset of the changes, too: 2^n scenarios */
export async function waterfallFigures(
  policy: Policy,
  engine: Engine,
  [from = publishedScenario, to = publishedScenario]: readonly (Scenario | undefined)[],
  withOrders: boolean,
  task: Task,
): Promise<WaterfallFigures> {
  const changes = changesBetween(policy, from, to);
  if (withOrders) {
    const worths = (await engine.totals(scenariosBySubset(from, changes), task)).map(worth);
    return { ...ofSubsets(changes, worths), orders: orderEffects(worths) };
  }
  const steps = scenariosInOrder(from, changes);
  const alone = changes.map((change) => withChange(from, change));
  const worths = (await engine.totals([...steps, ...alone], task)).map(worth);
  const base = worths[0] ?? 0;
  return {
    changes,
    inOrder: changes.map((_, at) => (worths[at + 1] ?? 0) - (worths[at] ?? 0)),
    alone: worths.slice(steps.length).map((amount) => amount - base),
  };
}

/** The same figures out of the totals of all subsets: the first k changes are the subset 2^k − 1. */
export function ofSubsets(changes: readonly ScenarioChange[], worths: readonly number[]): WaterfallFigures {
  const of = (subset: number): number => worths[subset] ?? Number.NaN;
  return {
    changes,
    inOrder: changes.map((_, at) => of(2 ** (at + 1) - 1) - of(2 ** at - 1)),
    alone: changes.map((_, at) => of(2 ** at) - of(0)),
  };
}

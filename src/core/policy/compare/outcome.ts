import type { Day } from "../../date/day.ts";
import type { Fen } from "../../money/money.ts";
import { cellsOf } from "../cells.ts";
import type { Evaluation } from "../evaluation.ts";
import type { ByYear, PoolLedger } from "../ledger.ts";
import type { Measure, Policy } from "../policy.ts";
import type { Scenario } from "../scenario.ts";
import { sumsOf, type Line, type Sums } from "../totals.ts";
import { awardsOf, type Awards } from "./awards.ts";
import { forgonePairs, type ForgonePair } from "./overlaps.ts";

/** What of one scenario is compared with others on the same roster; without the roster's payments one by one. */
export interface ScenarioOutcome {
  readonly scenario: Scenario;
  readonly asOf: Day;
  /** What every index of a measure below is of: scenarios that add measures have others at the same index. */
  readonly measures: readonly Pick<Measure, "id" | "label">[];
  readonly sums: Sums;
  readonly awards: Awards;
  readonly forgonePairs: readonly ForgonePair[];
  readonly pools: readonly Pick<PoolLedger, "measure" | "capacity" | "paid" | "unpaid" | "exhaustionMonth">[];
  /** Size class by enterprise: 0 large, 1 medium, 2 small, 3 micro, 4 unclassified. */
  readonly sizeClass: Uint8Array;
}

export function outcomeOf(policy: Policy, scenario: Scenario, evaluation: Evaluation): ScenarioOutcome {
  const { asOf, ledger, pools, sizeClass } = evaluation;
  return {
    scenario,
    asOf,
    measures: policy.measures.map(({ id, label }) => ({ id, label })),
    sums: sumsOf(policy, cellsOf(policy, ledger, scenario)),
    awards: awardsOf(policy, ledger, scenario),
    forgonePairs: forgonePairs(policy, ledger),
    pools: pools.planning.map(({ measure, capacity, paid, unpaid, exhaustionMonth }) => ({
      measure,
      capacity,
      paid,
      unpaid,
      exhaustionMonth,
    })),
    sizeClass,
  };
}

/** By budget year, exact to the 分; years without a difference are absent. */
export function yearDifference(changed: ByYear, base: ByYear): ByYear {
  const years = [...new Set([...base.keys(), ...changed.keys()])].sort((a, b) => a - b);
  const differences = years.map((year): [number, Fen] => [year, (changed.get(year) ?? 0) - (base.get(year) ?? 0)]);
  return new Map(differences.filter(([, amount]) => amount !== 0));
}

/** What a line pays more or less than another on every basis. */
export const lineDifference = (changed: Line | undefined, base: Line | undefined): Line => ({
  committed: yearDifference(changed?.committed ?? new Map(), base?.committed ?? new Map()),
  statutory: yearDifference(changed?.statutory ?? new Map(), base?.statutory ?? new Map()),
  unverified: yearDifference(changed?.unverified ?? new Map(), base?.unverified ?? new Map()),
});

import { outcomesOf } from "../policy/evaluate.ts";
import type { Evaluation } from "../policy/evaluation.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import { contextOf, priceRecorded } from "../policy/recorded-work.ts";
import { compareCodePoints, rowOrder } from "../policy/row-order.ts";
import type { Scenario } from "../policy/scenario.ts";
import type { Roster } from "../roster/roster.ts";
import { addedRows, type AddedRows } from "./added-rows.ts";
import { attritionOf } from "./attrition.ts";
import { EnterpriseMemo } from "./enterprise-memo.ts";
import { forecastPlan, type ForecastPlan } from "./forecast-plan.ts";
import { historyOf } from "./history.ts";
import { recordedPool } from "./pool-trials.ts";
import { recordedMoney } from "./recorded-money.ts";
import { rowKeys } from "./row-keys.ts";
import type { Forecast } from "./simulate-block.ts";
import { cellYears } from "./trial-cells.ts";
import { staticEligibility, type StaticEligibility } from "./static-eligibility.ts";
import { TakeUp } from "./take-up.ts";

/**
 * Makes a forecast ready to be simulated block by block.
 * @param evaluation the recorded part of the same roster under the same scenario
 */
export function forecastOf(
  prepared: PreparedPolicy,
  roster: Roster,
  scenario: Scenario,
  evaluation: Pick<Evaluation, "ledger">,
  seed: number,
): Forecast {
  const { context: known } = contextOf(prepared, roster, scenario);
  const bound = historyOf(known.bound, prepared.policy, known.asOf, known.termEnd);
  const context = { ...known, bound, rowOrder: (measure: Parameters<typeof rowOrder>[1]) => rowOrder(bound, measure) };
  const pooled = prepared.measures.filter(({ measure }) => measure.pool);
  const outcomes = outcomesOf(priceRecorded(context, pooled).groups);
  const plan = forecastPlan(context, seed);
  const eligibility = staticEligibility(prepared, plan);
  const takeUp = new TakeUp(plan);
  return {
    prepared,
    plan,
    eligibility,
    takeUp,
    added: addedByProcess(prepared, plan, eligibility),
    attritions: plan.attritions.flatMap((attrition) => attritionOf(prepared, plan, attrition) ?? []),
    memo: new EnterpriseMemo(prepared, plan),
    recorded: recordedMoney(prepared.policy, evaluation.ledger, bound.rowCount("enterprises")),
    pools: [...outcomes.values()].flatMap((outcome) => recordedPool(context, outcome) ?? []),
    years: cellYears(prepared.policy),
    claimOrder: ranks(rowKeys(roster, "guarantees")),
  };
}

/** Rows that can be priced alone, by position of their process; none where no enterprise is surely eligible. */
function addedByProcess(
  prepared: PreparedPolicy,
  plan: ForecastPlan,
  { withoutSoleTraders, varies }: StaticEligibility,
): Map<number, AddedRows> {
  const eligible = withoutSoleTraders.findIndex((truth, i) => truth === 1 && varies[i] === 0);
  if (eligible < 0) return new Map();
  return new Map(
    plan.counts.flatMap((count): [number, AddedRows][] => {
      const rows = addedRows(prepared, plan, count, eligible);
      return rows ? [[count.index, rows]] : [];
    }),
  );
}

/** Position of each text among all, by Unicode code point. */
function ranks(keys: readonly string[]): Int32Array {
  const result = new Int32Array(keys.length);
  const order = keys.map((_, row) => row).sort((a, b) => compareCodePoints(keys[a] ?? "", keys[b] ?? ""));
  order.forEach((row, rank) => (result[row] = rank));
  return result;
}

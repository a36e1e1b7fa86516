import { yearOf } from "../date/day.ts";
import { outcomesOf } from "../policy/evaluate.ts";
import type { Evaluation } from "../policy/evaluation.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import { contextOf, priceRecorded } from "../policy/recorded-work.ts";
import { compareCodePoints, rowOrder } from "../policy/row-order.ts";
import type { Scenario } from "../policy/scenario.ts";
import type { Roster } from "../roster/roster.ts";
import { forecastPlan } from "./forecast-plan.ts";
import { historyOf } from "./history.ts";
import { recordedPool } from "./pool-trials.ts";
import { recordedMoney } from "./recorded-money.ts";
import { rowKeys } from "./row-keys.ts";
import type { Forecast } from "./simulate-block.ts";

/** Years after the term for which payments can still fall: months of jobs, instalments, late compensations. */
const yearsOfTail = 15;

/**
 * Makes a forecast ready to be simulated block by block.
 * @param evaluation the recorded part of the same roster under the same scenario
 */
export function forecastOf(
  prepared: PreparedPolicy,
  roster: Roster,
  scenario: Scenario,
  evaluation: Evaluation,
  seed: number,
): Forecast {
  const { context: known } = contextOf(prepared, roster, scenario);
  const bound = historyOf(known.bound, prepared.policy, known.asOf, known.termEnd);
  const context = { ...known, bound, rowOrder: (measure: Parameters<typeof rowOrder>[1]) => rowOrder(bound, measure) };
  const pooled = prepared.measures.filter(({ measure }) => measure.pool);
  const outcomes = outcomesOf(priceRecorded(context, pooled).groups);
  const first = yearOf(context.termStart);
  return {
    prepared,
    plan: forecastPlan(context, seed),
    recorded: recordedMoney(prepared.policy, evaluation.ledger, bound.rowCount("enterprises")),
    pools: [...outcomes.values()].flatMap((outcome) => recordedPool(context, outcome) ?? []),
    years: { first, count: yearOf(context.termEnd) - first + 1 + yearsOfTail },
    claimOrder: ranks(rowKeys(roster, "guarantees")),
  };
}

/** Position of each text among all, by Unicode code point. */
function ranks(keys: readonly string[]): Int32Array {
  const result = new Int32Array(keys.length);
  const order = keys.map((_, row) => row).sort((a, b) => compareCodePoints(keys[a] ?? "", keys[b] ?? ""));
  order.forEach((row, rank) => (result[row] = rank));
  return result;
}

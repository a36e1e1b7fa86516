import type { Context } from "../policy/block.ts";
import { outcomesOf } from "../policy/outcomes.ts";
import type { Evaluation } from "../policy/evaluation.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import { contextOf, priceRecorded } from "../policy/recorded-work.ts";
import { compareCodePoints, rowOrder } from "../policy/row-order.ts";
import type { Scenario } from "../policy/scenario.ts";
import { valuesOf } from "../policy/values.ts";
import type { Roster } from "../roster/roster.ts";
import { addedRows, type AddedRows } from "./added-rows.ts";
import { apartMeasures } from "./apart-trials.ts";
import { attritionOf, type Attrition } from "./attrition.ts";
import { EnterpriseMemo } from "./enterprise-memo.ts";
import { forecastPlan, type ForecastPlan } from "./forecast-plan.ts";
import { historyOf } from "./history.ts";
import { KeptBatches } from "./kept-batches.ts";
import { recordedPool, type RecordedPool } from "./pool-trials.ts";
import { recordedMoney } from "./recorded-money.ts";
import { rowKeys } from "./row-keys.ts";
import type { RowPayment } from "./row-prices.ts";
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
  const plan = forecastPlan(context, seed);
  const eligibility = staticEligibility(prepared, plan);
  const takeUp = new TakeUp(plan);
  return {
    prepared,
    plan,
    eligibility,
    takeUp,
    added: addedByProcess(prepared, plan, eligibility),
    attritions: attritionsOf(prepared, plan),
    memo: new EnterpriseMemo(prepared, plan),
    kept: new KeptBatches(),
    priced: new Set(prepared.measures.map(({ index }) => index)),
    recorded: recordedMoney(prepared.policy, evaluation.ledger, bound.rowCount("enterprises")),
    pools: poolsOf(prepared, context),
    apart: apartMeasures(prepared, context),
    years: cellYears(prepared.policy),
    claimOrder: ranks(rowKeys(roster, "guarantees")),
  };
}

/**
 * A forecast of the same roster under a scenario that changes prices alone: what was drawn under the one holds under
 * the other.
 * @param measures by index: those that the change concerns
 * @param evaluation the recorded part under the changed scenario
 * @returns undefined where other rows than before can be priced alone, so that blocks must be drawn anew
 */
export function repricedForecast(
  before: Forecast,
  scenario: Scenario,
  evaluation: Pick<Evaluation, "ledger">,
  measures: ReadonlySet<number>,
): Forecast | undefined {
  const { prepared } = before;
  const context = { ...before.plan.context, values: valuesOf(prepared.policy, scenario) };
  const plan: ForecastPlan = { ...before.plan, context };
  const eligibility = staticEligibility(prepared, plan);
  const tables = new Set(prepared.measures.flatMap(({ measure, index }) => (measures.has(index) ? measure.table : [])));
  const concerns = ({ process }: Pick<ForecastPlan["counts"][number], "process">): boolean =>
    process.kind === "count" && tables.has(process.table);
  const anew = addedByProcess(prepared, plan, eligibility, concerns);
  const concerned = plan.counts.filter(concerns);
  if (concerned.some(({ index }) => before.added.has(index) !== anew.has(index))) return undefined;
  const attritions = plan.attritions.some(({ process }) => tables.has(process.table));
  return {
    ...before,
    plan,
    eligibility,
    takeUp: new TakeUp(plan),
    added: new Map([...before.added, ...anew]),
    attritions: attritions ? attritionsOf(prepared, plan) : before.attritions,
    memo: new EnterpriseMemo(prepared, plan, before.memo.lives),
    recorded: recordedMoney(prepared.policy, evaluation.ledger, context.bound.rowCount("enterprises")),
    pools: poolsOf(prepared, context),
    apart: apartMeasures(prepared, context),
  };
}

/** A forecast whose blocks hold the money of some measures alone. */
export function forecastOfMeasures(forecast: Forecast, measures: ReadonlySet<number>): Forecast {
  const { prepared, plan, memo, added, attritions, pools } = forecast;
  const some = (payments: readonly RowPayment[]): RowPayment[] =>
    payments.filter(({ measure }) => measures.has(measure));
  const rows = Array.from(added, ([index, each]): [number, AddedRows] => [
    index,
    { ...each, payments: each.payments.map(some) },
  ]);
  return {
    ...forecast,
    added: new Map(rows.filter(([, { payments }]) => payments.some(({ length }) => length > 0))),
    attritions: attritions.map((attrition) => ({
      ...attrition,
      rows: attrition.rows.map((row) => ({ ...row, losses: row.losses.map(some) })),
    })),
    memo: new EnterpriseMemo(prepared, plan, memo.lives),
    pools: pools.filter(({ measure }) => measures.has(measure)),
    priced: measures,
  };
}

const attritionsOf = (prepared: PreparedPolicy, plan: ForecastPlan): Attrition[] =>
  plan.attritions.flatMap((attrition) => attritionOf(prepared, plan, attrition) ?? []);

function poolsOf(prepared: PreparedPolicy, context: Context): RecordedPool[] {
  const pooled = prepared.measures.filter(({ measure }) => measure.pool);
  const outcomes = outcomesOf(priceRecorded(context, pooled).groups);
  return [...outcomes.values()].flatMap((outcome) => recordedPool(context, outcome) ?? []);
}

/** Rows that can be priced alone, by position of their process; none where no enterprise is surely eligible. */
function addedByProcess(
  prepared: PreparedPolicy,
  plan: ForecastPlan,
  { withoutSoleTraders, varies }: StaticEligibility,
  concerns: (count: ForecastPlan["counts"][number]) => boolean = () => true,
): Map<number, AddedRows> {
  const eligible = withoutSoleTraders.findIndex((truth, i) => truth === 1 && varies[i] === 0);
  if (eligible < 0) return new Map();
  return new Map(
    plan.counts.filter(concerns).flatMap((count): [number, AddedRows][] => {
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

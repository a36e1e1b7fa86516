import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import type { Scenario } from "../../../src/core/policy/scenario.ts";
import { finished } from "../../../src/core/policy/steps.ts";
import { blockCount, recordOf, TRIALS_A_BLOCK, type BlockRecord } from "../../../src/core/simulation/block-record.ts";
import { figureSteps, simulatedRun } from "../../../src/core/simulation/figures.ts";
import { forecastOf } from "../../../src/core/simulation/forecast.ts";
import { resultHash } from "../../../src/core/simulation/result-hash.ts";
import { simulateBlock } from "../../../src/core/simulation/simulate-block.ts";
import type { SimulatedFigures } from "../../../src/core/simulation/simulated-figures.ts";
import { TrialCollector } from "../../../src/core/simulation/trial-collector.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { rosterOf, type Sheets } from "../policy/evaluate-rows.ts";

export const policy = xicheng202371;
const prepared = preparePolicy(policy);
const roomy = 2 ** 31;

/** A roster under a scenario, ready for its blocks. */
export function forecastRows(sheets: Sheets, scenario: Scenario, seed = 1) {
  const roster = rosterOf(sheets);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  const forecast = forecastOf(prepared, roster, scenario, evaluation, seed);
  return { ...simulatedRun(policy, scenario, evaluation, seed), evaluation, forecast };
}

type Run = ReturnType<typeof forecastRows>;

export const blockOf = ({ forecast }: Run, block: number): BlockRecord =>
  recordOf(forecast, simulateBlock(forecast, { first: block * TRIALS_A_BLOCK, count: TRIALS_A_BLOCK }));

/** All blocks of a run, put together in the order given. */
export function collect(run: Run, trials: number, order?: readonly number[]): TrialCollector {
  const collected = new TrialCollector(trials, roomy);
  for (const block of order ?? Array.from({ length: blockCount(trials) }).keys()) collected.add(blockOf(run, block));
  return collected;
}

export const figuresOf = (run: Run, collected: TrialCollector, trials?: number): SimulatedFigures =>
  finished(figureSteps(run, collected, trials));

/** Every number of a run's trials as one text. */
export const hashOf = (collected: TrialCollector): string => {
  const { columns, tail, pools, trials } = collected;
  return resultHash(
    new Map([
      ...Array.from(columns, ([key, column]): [string, Float64Array] => [`cell ${key}`, column]),
      ...Array.from(tail, ([key, column]): [string, Float64Array] => [`tail ${key}`, column]),
      ...Array.from(
        collected.bounds(trials),
        ([key, { triggers, gross, forgone, cutTrials }]): [string, Float64Array] => [
          `bound ${key}`,
          Float64Array.of(triggers, gross, forgone, cutTrials),
        ],
      ),
      ...pools.flatMap(({ measure, exhaustionMonth, unpaid, balances }): [string, Float64Array][] => [
        [`exhaustion ${measure}`, exhaustionMonth],
        [`unpaid ${measure}`, unpaid],
        ...balances.map((balance, month): [string, Float64Array] => [`balance ${measure} ${month}`, balance]),
      ]),
    ]),
  );
};

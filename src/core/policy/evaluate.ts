import type { Day } from "../date/day.ts";
import type { Roster } from "../roster/roster.ts";
import { accountSteps, joinedLedger, type Account } from "./accounts.ts";
import { stakeSteps } from "./at-stake.ts";
import type { BoundRoster } from "./bound-roster.ts";
import { cellsOf, type Cell } from "./cells.ts";
import type { Context } from "./block.ts";
import { coverageOf } from "./coverage.ts";
import type { Evaluation } from "./evaluation.ts";
import { fundLedger } from "./fund.ts";
import { forgetful, memoryOf, type Remember } from "./memory.ts";
import type { PreparedPolicy } from "./prepare.ts";
import { contextOf } from "./recorded-work.ts";
import { freshFacts, rememberedFacts, type RosterFacts } from "./roster-facts.ts";
import type { Scenario } from "./scenario.ts";
import { between, finished, type Steps } from "./steps.ts";
import { sumsOf, type Sums } from "./totals.ts";

/**
 * Prices every recorded trigger of a roster under a scenario, on both bases: sections 2 to 6 of the calculation
 * model. Pure: the same roster, policy and scenario give the same bits.
 * @throws Error if the policy's data is not coherent (our own mistake)
 */
export const evaluateRoster = (prepared: PreparedPolicy, roster: Roster, scenario: Scenario): Evaluation =>
  finished(evaluationSteps({ prepared, roster, remember: forgetful, facts: freshFacts }, scenario));

/** One roster under one scenario after another: what a scenario does not change is taken from those before. */
export interface EvaluationPlan {
  /** Bit by bit the same as {@link evaluateRoster}, in steps. */
  evaluation(scenario: Scenario): Steps<Evaluation>;
  /**
   * What the ledger of {@link evaluation} sums to, in 分, without its doubts and counts: after a moved number only
   * the measures that read it are priced and summed again.
   */
  sums(scenario: Scenario): MovedFigures;
}

/** What a moved number moves: the money summed in every direction with its smallest groups, pools and funds. */
export interface MovedFigures extends Sums, Pick<Evaluation, "pools" | "funds"> {
  readonly cells: readonly Cell[];
}

export function evaluationPlan(prepared: PreparedPolicy, roster: Roster): EvaluationPlan {
  const means = { prepared, roster, remember: memoryOf(), facts: rememberedFacts() };
  return {
    evaluation: (scenario) => evaluationSteps(means, scenario),
    sums: (scenario) => sumsUnder(means, scenario),
  };
}

/** What is evaluated, and what of it may be remembered. */
interface Means {
  readonly prepared: PreparedPolicy;
  readonly roster: Roster;
  readonly remember: Remember;
  readonly facts: RosterFacts;
}

/** In steps of at most some 10,000 to 100,000 rows, for work that must be stoppable. */
function* evaluationSteps({ prepared, roster, remember, facts }: Means, scenario: Scenario): Steps<Evaluation> {
  const { policy, measures } = prepared;
  yield 0;
  const { context, found, size } = contextOf(prepared, roster, scenario, facts);
  const { bound } = context;
  const booked = yield* between(0.05, 0.8, accountSteps(context, measures, remember));
  const ledger = joinedLedger(booked.accounts);
  const examined = { context, measures, outcomes: booked.outcomes, ledger };
  const { atStake, issues } = yield* between(0.8, 1, stakeSteps(examined));
  return {
    asOf: found.day,
    ...(found.source && { asOfSource: found.source }),
    ledger,
    pools: booked.pools,
    funds: fundsOf(context, measures),
    allocations: booked.allocations,
    recordedTriggers: trueTriggers(booked.accounts, policy.measures.length),
    afterAsOf: booked.afterAsOf,
    pipeline: pipelineOf(bound),
    atStake,
    sizeClass: size.class,
    coverage: remember("coverage", context, [], (reading) => coverageOf(prepared, reading)),
    assumptionsMade: bound.assumptionsMade,
    issues: [...size.issues, ...found.issues, ...issues],
  };
}

function sumsUnder({ prepared, roster, remember, facts }: Means, scenario: Scenario): MovedFigures {
  const { policy, measures } = prepared;
  const { context } = contextOf(prepared, roster, scenario, facts);
  const { accounts, pools } = finished(accountSteps(context, measures, remember));
  const cells = accounts.flatMap((account) =>
    remember(`${account.measure} cells`, context, [account, scenario.readings["部门分摊"]], () =>
      cellsOf(policy, account.ledger, scenario),
    ),
  );
  return { ...sumsOf(policy, cells), cells, pools, funds: fundsOf(context, measures) };
}

const fundsOf = (context: Context, measures: PreparedPolicy["measures"]): Evaluation["funds"] =>
  measures.filter(({ measure }) => measure.kind === "fund").map((measure) => fundLedger(context, measure));

function trueTriggers(accounts: readonly Account[], measureCount: number): Int32Array {
  const counts = new Int32Array(measureCount);
  for (const { measure, trueTriggers: found } of accounts) counts[measure] = found;
  return counts;
}

/** Projects still running: no 验收日期 yet. */
function pipelineOf(bound: BoundRoster): number {
  const accepted: Day[] = Array.from(bound.operand("projects", "验收日期")?.values ?? []);
  return accepted.filter(Number.isNaN).length;
}

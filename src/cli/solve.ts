import { policyUnder } from "../core/policy/added-measure.ts";
import { nearestYuan, roundToFen } from "../core/money/money.ts";
import { lastYearOf } from "../core/policy/figures.ts";
import type { Parameter, Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { TriedValue } from "../core/simulation/goal-seek.ts";
import { searchRangeOf } from "../core/simulation/search-range.ts";
import { goalAnswer, type GoalAnswer, type GoalRequest } from "../engine/goal-run.ts";
import { hasBudgetFor, type PricedFigure } from "../engine/priced-figure.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { say, writeJson } from "./files.ts";
import { checkDepartment } from "./report-files.ts";
import { withRoster } from "./with-roster.ts";

const severalCrossings =
  "试算的数不随取值单向变化，限额可能在别处再被越过 (figures do not run one way: the limit may be crossed elsewhere, too)";

/** Finds the value of a parameter at which a figure just keeps within a limit; 1 where no enterprise was accepted. */
export async function solve(words: Arguments, bundle: URL): Promise<number> {
  return await withRoster(words, bundle, async (engine, { published, scenario }) => {
    const request = requestOf(words, policyUnder(published, scenario), scenario);
    const { key } = request.parameter;
    const answer = await goalAnswer(engine, request, {}, (count, value) =>
      say(`第 ${count} 次 (try ${count}): ${key} = ${value}`),
    );
    if (!answer.result.isMonotone) say(`${key}: ${severalCrossings}`);
    await writeJson(words.json, asJson(answer));
  });
}

function requestOf(words: Arguments, policy: Policy, scenario: Scenario): GoalRequest {
  const { goal, department } = words;
  if (!goal) throw new Error("solve was read without its goal");
  checkDepartment(words, policy);
  const figure: PricedFigure = {
    kind: goal.figure,
    ...(goal.year !== undefined && { year: goal.year }),
    ...(department !== undefined && { department }),
  };
  const isChance = figure.kind === "overBudget";
  checkYear(goal.year, policy);
  if (isChance && !hasBudgetFor(scenario, figure))
    throw new UsageError(
      "--figure over-budget: the scenario sets no budget for this year and department; set one in --scenario, budgets",
    );
  if (isChance && goal.limit > 1)
    throw new UsageError(`--limit: found ${goal.limit}, allowed for over-budget is a share from 0 to 1, e.g. 0.05`);
  return {
    scenario,
    figure,
    parameter: parameterOf(policy, goal.parameter),
    limit: isChance ? goal.limit : roundToFen(goal.limit),
    trials: trialsOf(words, scenario, figure),
    seed: words.seed ?? scenario.seed ?? 1,
  };
}

/** @throws UsageError for none where the figure is one of trials */
function trialsOf(words: Arguments, scenario: Scenario, { kind }: PricedFigure): number {
  const trials = words.trials ?? (scenario.trials || 1000);
  if (trials > 0 || kind === "committed") return trials;
  throw new UsageError("--trials: found 0, this figure takes 1 trial or more; --figure committed takes none");
}

/** @throws UsageError for a year in which nothing can fall due */
function checkYear(year: number | undefined, policy: Policy): void {
  const [first, last] = [Number(policy.termStart.slice(0, 4)), lastYearOf(policy)];
  if (year !== undefined && (year < first || year > last))
    throw new UsageError(
      `--year: found ${year}, allowed is a year from ${first} to ${last}; leave it out for all years`,
    );
}

/** Keys that a refusal names at most. */
const MOST_NAMED = 12;

/** @throws UsageError for a key that there is not, with those most like it, and for one that is no number */
function parameterOf(policy: Policy, key: string): Parameter {
  const found = policy.parameters.find((each) => each.key === key);
  if (found && searchRangeOf(found)) return found;
  const known = policy.parameters.filter((each) => searchRangeOf(each)).map((each) => each.key);
  const [measure = ""] = key.split(".");
  const alike = known.filter((each) => each.includes(key) || each.startsWith(`${measure}.`));
  const named = (alike.length > 0 ? alike : known).slice(0, MOST_NAMED).join(", ");
  const problem = found ? `${key} is a ${found.type}, only a number can be sought` : `found ${key}`;
  throw new UsageError(`--parameter: ${problem}; known are ${named} … (all: the sheet 参数 of a report)`);
}

/** 分, whole or not, as 元. */

/** The answer as data: money in 元, chances as shares, the parameter in its own unit. */
function asJson({ request, result, check, narrowing }: GoalAnswer) {
  const { parameter, figure, limit, trials, seed, scenario } = request;
  const amount = figure.kind === "overBudget" ? (share: number): number => share : nearestYuan;
  const tried = ({ value, figure: found }: TriedValue) => ({ value, figure: amount(found) });
  const { kind, ...place } = figure;
  return {
    format: "goal-seek/1",
    scenario: scenario.name,
    parameter: parameter.key,
    figure: kind === "overBudget" ? "over-budget" : kind,
    ...place,
    limit: amount(limit),
    trials,
    seed,
    outcome: result.kind,
    ...(result.kind === "found" && { found: tried(result.met), beyond: tried(result.missed) }),
    ...(result.kind === "none" && { nearest: tried(result.nearest) }),
    ...(check && {
      check: {
        seed: check.seed,
        figure: amount(check.value),
        low: amount(check.low),
        high: amount(check.high),
        isWithinLimit: check.value <= limit,
      },
    }),
    isMonotone: result.isMonotone,
    triedOnFewerTrials: narrowing,
    tried: result.tried.map(tried),
  };
}

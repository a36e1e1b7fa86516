import { parseIsoDay, yearOf } from "../date/day.ts";
import { roundToFen, type Fen } from "../money/money.ts";
import type { Evaluation } from "../policy/evaluation.ts";
import type { FundLedger } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scenario } from "../policy/scenario.ts";
import { between, type Steps } from "../policy/steps.ts";
import { valuesOf } from "../policy/values.ts";
import { boundFigures } from "./bound-figures.ts";
import { convergenceOf } from "./convergence.ts";
import { fundFigures } from "./fund-figures.ts";
import { budgetedLine, lineFigures, type TrialFrame } from "./line-figures.ts";
import { lineShares, recordedShares, type LineShares, type RecordedShares } from "./line-shares.ts";
import { poolFigures } from "./pool-figures.ts";
import type { Diversification, SimulatedFigures, SimulatedLine } from "./simulated-figures.ts";
import { Summariser, type Summary } from "./summary.ts";
import { tailVintages } from "./tail-figures.ts";
import { cellYears } from "./trial-cells.ts";
import type { TrialCollector } from "./trial-collector.ts";

/** The run that trials belong to. But for the policy it is plain data. */
export interface SimulatedRun {
  readonly policy: Policy;
  readonly scenario: Scenario;
  readonly seed: number;
  /** The recorded part under the same scenario. */
  readonly recorded: RecordedShares;
  readonly funds: readonly FundLedger[];
}

/** @param evaluation the recorded part under the same scenario */
export const simulatedRun = (
  policy: Policy,
  scenario: Scenario,
  { ledger, funds }: Pick<Evaluation, "ledger" | "funds">,
  seed: number,
): SimulatedRun => ({
  policy,
  scenario,
  seed,
  recorded: recordedShares(policy, scenario, ledger, cellYears(policy)),
  funds,
});

/**
 * All figures over the first trials of a run (section 8), line by line.
 * @param trials at most `collected.complete`
 * @throws RangeError if not so many trials have arrived
 */
export function* figureSteps(
  run: SimulatedRun,
  collected: TrialCollector,
  trials: number = collected.trials,
): Steps<SimulatedFigures> {
  if (trials < 1 || trials > collected.complete) {
    throw new RangeError(`figures over ${trials} trials are asked of ${collected.complete}`);
  }
  const { policy, scenario, recorded, funds, seed } = run;
  const frame: TrialFrame = {
    collected,
    measures: policy.measures.length,
    trials,
    lastYear: yearOf(parseIsoDay(policy.termEnd)),
    summariser: new Summariser(trials),
  };
  const shares = lineShares(policy, scenario, recorded);
  const measures = yield* between(0, 0.4, linesOf(measureLines(frame, shares)));
  const departments = yield* between(0.4, 0.8, linesOf(departmentLines(frame, shares, scenario)));
  const totals = totalFigures(frame, shares, scenario);
  yield 0.9;
  return {
    seed,
    trials,
    measures: [...measures.values()],
    departments,
    ...totals,
    diversification: diversificationOf([...measures.values()], totals.total),
    tail: tailVintages(frame, recorded.tail),
    bounds: boundFigures(collected, frame.measures, trials),
    pools: collected.pools.map((pool) => poolFigures(pool, trials, collected.firstMonth, frame.summariser)),
    funds: funds.map((fund) => fundFigures(policy, valuesOf(policy, scenario), fund, seed, trials, frame.summariser)),
  };
}

type Budgets = ReadonlyMap<number, Fen>;
type LinePlan<Key> = ReadonlyMap<Key, () => SimulatedLine>;

const measureLines = (frame: TrialFrame, { measures }: LineShares): LinePlan<number> =>
  new Map(measures.map((share) => [share.measure, () => lineFigures(frame, [share])]));

const departmentLines = (frame: TrialFrame, { departments }: LineShares, { budgets }: Scenario): LinePlan<string> =>
  new Map(
    Array.from(departments, ([name, shares]) => [
      name,
      () =>
        budgetedLine(
          frame,
          shares,
          budgetsOf(budgets, (budget) => budget.departments?.[name]),
        ),
    ]),
  );

/** Budgets in 分 by year, where the scenario sets one. */
function budgetsOf(
  budgets: Scenario["budgets"],
  pick: (budget: Scenario["budgets"][string]) => number | undefined,
): Budgets {
  return new Map(
    Object.entries(budgets).flatMap(([year, budget]): [number, Fen][] => {
      const amount = pick(budget);
      return amount === undefined ? [] : [[Number(year), roundToFen(amount)]];
    }),
  );
}

function* linesOf<Key>(plan: LinePlan<Key>): Steps<Map<Key, SimulatedLine>> {
  const lines = new Map<Key, SimulatedLine>();
  for (const [key, line] of plan) {
    yield lines.size / plan.size;
    lines.set(key, line());
  }
  return lines;
}

function totalFigures(
  frame: TrialFrame,
  { measures }: LineShares,
  { budgets }: Scenario,
): Pick<SimulatedFigures, "total" | "sorted" | "termByTrial" | "convergence"> {
  const byYear = new Map<number, Float64Array>();
  let term = new Float64Array();
  const total = budgetedLine(
    frame,
    measures,
    budgetsOf(budgets, (budget) => budget.total),
    {
      year: (year, amounts) => year <= frame.lastYear && byYear.set(year, amounts.slice().sort()),
      term: (amounts) => (term = amounts.slice()),
    },
  );
  return { total, termByTrial: term, convergence: convergenceOf(term), sorted: { byYear, term: term.slice().sort() } };
}

/** A fund has no money in any line, so all measures are subsidies here. */
function diversificationOf(measures: readonly SimulatedLine[], total: SimulatedLine): Diversification {
  const effect = (pick: (line: SimulatedLine) => Summary | undefined): Fen =>
    measures.reduce((sum, line) => sum + (pick(line)?.p95 ?? 0), 0) - (pick(total)?.p95 ?? 0);
  return {
    byYear: new Map([...total.byYear.keys()].map((year) => [year, effect(({ byYear }) => byYear.get(year))])),
    term: effect(({ term }) => term),
    tail: effect(({ tail }) => tail),
  };
}

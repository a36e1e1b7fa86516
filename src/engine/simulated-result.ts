import { isoMonth } from "../core/date/day.ts";
import { nearestYuan, yuanOf } from "../core/money/money.ts";
import type {
  SimulatedFigures,
  SimulatedFund,
  SimulatedLine,
  SimulatedPool,
  Spread,
  TailVintage,
} from "../core/simulation/simulated-figures.ts";
import type { Policy } from "../core/policy/policy.ts";
import { boundLines, type BoundLine } from "../core/simulation/bound-figures.ts";
import { proportion } from "../core/simulation/proportion.ts";
import { intervalOf, type StressOutcome, type StressRun } from "../core/simulation/stress.ts";
import type { Summary } from "../core/simulation/summary.ts";
import type { RecordedResult } from "./result.ts";

/** 分, whole or not, as 元 with at most two decimals; undefined, which JSON leaves out, where there is no number. */
const yuan = (fen: number): number | undefined => (Number.isFinite(fen) ? nearestYuan(fen) : undefined);

const yuanOfEach = (amounts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, yuan(amount)]));

const summaryOf = (summary: Summary) => yuanOfEach({ ...summary });

const isNothing = ({ mean, p5, p99 }: Summary): boolean => mean === 0 && p5 === 0 && p99 === 0;

const byYear = <Item, Written>(items: ReadonlyMap<number, Item>, written: (item: Item, year: number) => Written) =>
  Object.fromEntries(Array.from(items, ([year, item]) => [String(year), written(item, year)]));

const meansOf = ({ byYear: years }: Spread) =>
  byYear(new Map([...years].filter(([, summary]) => !isNothing(summary))), ({ mean }) => yuan(mean));

/** P(over budget) with its interval of 95 %; of the term: of the years that have a budget, together. */
function chanceOver(share: number | undefined, trials: number) {
  if (share === undefined) return {};
  const { low, high } = proportion(share, trials);
  return { probabilityOverBudget: share, probabilityOverBudgetLow: low, probabilityOverBudgetHigh: high };
}

/** `simulated` of a line (section 9): years in which no trial has money are left out, unless they have a budget. */
function simulatedLine(line: SimulatedLine, trials: number) {
  const { overBudget, overBudgets } = line;
  const years = new Map([...line.byYear].filter(([year, summary]) => overBudget.has(year) || !isNothing(summary)));
  return {
    byYear: byYear(years, (summary, year) => ({
      ...summaryOf(summary),
      ...chanceOver(overBudget.get(year), trials),
    })),
    term: { ...summaryOf(line.term), ...chanceOver(overBudgets ?? undefined, trials) },
    tail: summaryOf(line.tail),
    ceilingMean: meansOf(line.ceiling),
    unverifiedMean: byYear(line.unverifiedMean, yuan),
  };
}

/** What binds a measure's simulated triggers: means over trials, shares 0 to 1. */
const simulatedBinds = ({ triggers, gross, forgone, limits }: BoundLine) => ({
  triggers,
  gross: yuan(gross),
  forgone: yuan(forgone),
  limits: Object.fromEntries(
    Array.from(limits, ([name, effect]) => [name, { ...effect, forgone: yuan(effect.forgone) }]),
  ),
});

const monthText = (month: number | null): string | null => (month === null ? null : isoMonth(month));

/** `simulated` of a pool; months are null where fewer trials than that share exhaust it. */
const simulatedPool = ({ exhaustionProbability, exhaustionMonth, unpaid }: SimulatedPool) => ({
  exhaustionProbability,
  exhaustionMonth: {
    p5: monthText(exhaustionMonth.p5),
    p50: monthText(exhaustionMonth.p50),
    p95: monthText(exhaustionMonth.p95),
  },
  unpaid: summaryOf(unpaid),
});

/** `simulated` of a fund: what it distributes, is worth and has lost by year. */
const simulatedFund = ({ years, fullyDrawn }: SimulatedFund) => ({
  byYear: Object.fromEntries(
    years.map(({ year, remaining, distributions, value, loss }) => [
      String(year),
      {
        remaining: yuanOf(remaining),
        distributions: summaryOf(distributions),
        value: summaryOf(value),
        loss: summaryOf(loss),
      },
    ]),
  ),
  fullyDrawn,
});

/** Payments after the term whose triggers arose in one year: all, by year of payment, by measure. */
const tailVintage = ({ total, byYear: years, byMeasure }: TailVintage, policy: Policy) => ({
  total: summaryOf(total),
  byYear: byYear(years, summaryOf),
  measures: Object.fromEntries(
    Array.from(byMeasure, ([index, summary]) => [policy.measures[index]?.id ?? "", summaryOf(summary)]),
  ),
});

/** A stress case; the scenario itself stands in `total`. Differences are paired, with an interval of 95 %. */
function stressCase({ id, term, difference, exhaustion }: StressOutcome, policy: Policy) {
  const found = policy.stressCases.find((known) => known.id === id);
  if (!found) return [];
  return {
    id: found.id,
    title: found.title,
    term: summaryOf(term),
    difference: yuanOfEach({ ...difference, ...intervalOf(difference) }),
    exhaustionProbability: exhaustion[0],
  };
}

/** Adds what was simulated to the recorded part: `simulated` of every line, pool and fund, and what stands beside. */
export function withSimulated(recorded: RecordedResult, policy: Policy, figures: SimulatedFigures, stress?: StressRun) {
  const indexOf = (id: string | undefined): number => policy.measures.findIndex((measure) => measure.id === id);
  const { diversification } = figures;
  const bound = boundLines(figures);
  return {
    ...recorded,
    measures: recorded.measures.map((line) => {
      const future = figures.measures[indexOf(line.id)];
      const binds = bound.find(({ measure }) => measure === indexOf(line.id));
      return {
        ...line,
        ...(future && {
          simulated: { ...simulatedLine(future, figures.trials), ...(binds && { binds: simulatedBinds(binds) }) },
        }),
      };
    }),
    departments: departmentsOf(recorded, figures),
    total: { ...recorded.total, ...simulated(figures.total, figures.trials) },
    diversification: {
      byYear: byYear(diversification.byYear, yuan),
      term: yuan(diversification.term),
      tail: yuan(diversification.tail),
    },
    tailByTriggerYear: Object.fromEntries(
      figures.tail.map((vintage) => [String(vintage.arisen), tailVintage(vintage, policy)]),
    ),
    convergence: figures.convergence.map(({ trials, ...amounts }) => ({ trials, ...yuanOfEach(amounts) })),
    ...(stress && { stress: stress.outcomes.flatMap((outcome) => stressCase(outcome, policy)) }),
    pools: recorded.pools.map((pool) => {
      const future = figures.pools.find(({ measure }) => measure === indexOf(pool.id));
      return { ...pool, ...(future && { simulated: simulatedPool(future) }) };
    }),
    funds: recorded.funds.map((fund) => {
      const future = figures.funds.find(({ measure }) => measure === indexOf(fund.id));
      return { ...fund, ...(future && { simulated: simulatedFund(future) }) };
    }),
  };
}

const simulated = (line: SimulatedLine | undefined, trials: number) =>
  line && { simulated: simulatedLine(line, trials) };

/** Departments with recorded money, then those that only trials give any. */
function departmentsOf({ departments }: RecordedResult, figures: SimulatedFigures) {
  const known = new Set(departments.map(({ name }) => name));
  const others = [...figures.departments.keys()].filter((name) => !known.has(name));
  const nothing = { committed: {}, statutoryCommitted: {}, unverified: {} };
  return [...departments, ...others.map((name) => ({ name, ...nothing }))].map((department) => ({
    ...department,
    ...simulated(figures.departments.get(department.name), figures.trials),
  }));
}

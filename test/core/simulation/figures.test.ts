import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf, totalsOf } from "../../../src/core/policy/totals.ts";
import { convergenceTrials } from "../../../src/core/simulation/convergence.ts";
import type { SimulatedLine } from "../../../src/core/simulation/simulated-figures.ts";
import { SimulationMemoryError, TrialCollector } from "../../../src/core/simulation/trial-collector.ts";
import { rosterOf, scenarioOf, type Sheets } from "../policy/evaluate-rows.ts";
import { randomSheets } from "../policy/random-roster.ts";
import { blockOf, collect, figuresOf, forecastRows, hashOf, policy } from "./simulate-rows.ts";

const seed = 20230529;
const [sheets = {}] = fc.sample(randomSheets, { seed, numRuns: 1 });
const run = forecastRows(sheets, scenarioOf());
const collected = collect(run, 600);
const figures = figuresOf(run, collected);
const lines = (): SimulatedLine[] => [figures.total, ...figures.measures, ...figures.departments.values()];
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);

describe("figures of a run", () => {
  test("are means of whole amounts: of measures, of departments and of years they add up to those of the total", () => {
    const { total, measures, departments } = figures;
    expect(total.term.mean).toBeGreaterThan(0);
    expect(total.term.sd).toBeGreaterThan(0);
    const near = total.term.mean * 1e-12;
    expect(Math.abs(sum(measures.map(({ term }) => term.mean)) - total.term.mean)).toBeLessThan(near);
    expect(Math.abs(sum([...departments.values()].map(({ term }) => term.mean)) - total.term.mean)).toBeLessThan(near);
    for (const { byYear, term, tail } of lines()) {
      const ofYears = sum([...byYear.values()].map(({ mean }) => mean));
      expect(Math.abs(ofYears - term.mean - tail.mean)).toBeLessThanOrEqual(near);
      expect([...byYear.keys()].slice(0, 6)).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
    }
  });

  test("are quantiles of summed trials, so the sum of the measures' P95 lies above the total's", () => {
    const naive = sum(figures.measures.map(({ term }) => term.p95));
    expect(figures.diversification.term).toBeCloseTo(naive - figures.total.term.p95, 3);
    expect(figures.diversification.term).toBeGreaterThan(0);
  });

  test("of a closed year are what is recorded, in every trial", () => {
    const { total } = totalsOf(policy, run.evaluation, run.scenario);
    expect(total.committed.get(2024)).toBeGreaterThan(0);
    expect(figures.total.byYear.get(2024)).toMatchObject({ p5: total.committed.get(2024), sd: 0 });
  });

  test("split evenly between departments still add up to a total that does not move", () => {
    const split = forecastRows(sheets, scenarioOf({ readings: { 部门分摊: "平均分摊" } }));
    const even = figuresOf(split, collected);
    expect(sum([...even.departments.values()].map(({ term }) => term.mean))).toBeCloseTo(figures.total.term.mean, 0);
    expect(even.departments.size).toBeGreaterThan(figures.departments.size);
    expect(even.total).toEqual(figures.total);
  });

  test("hold every trial's total in rising order, and running figures that end in those of the whole", () => {
    const { sorted, termByTrial, total, convergence, trials } = figures;
    expect(sorted.term.length).toBe(600);
    expect(sorted.term).toEqual(sorted.term.toSorted());
    expect(sum(sorted.term) / trials).toBe(total.term.mean);
    expect(convergence.map((point) => point.trials)).toEqual([100, 250, 500, 600]);
    const { mean, se, p95, p95low, p95high } = total.term;
    expect(convergence.at(-1)).toEqual({ trials, mean, se, p95, p95low, p95high });
    expect(termByTrial.toSorted()).toEqual(sorted.term);
    expect(termByTrial).not.toEqual(sorted.term);
  });

  test("over the first trials are those of a run that has no more", () => {
    expect(figuresOf(run, collected, 250)).toEqual(figuresOf(run, collect(run, 250)));
    expect(() => figuresOf(run, new TrialCollector(250, 2 ** 31), 250)).toThrow(RangeError);
  });

  test("of the fund follow its account: what is contributed is distributed, worth something, or lost", () => {
    const invested: Sheets = {
      企业: sheets["企业"] ?? [],
      基金投资: [{ 被投对象: "甲", 形式: "直接投资", 出资金额: 5000, 出资日期: "2024-05-01" }],
    };
    const [fund] = figuresOf(forecastRows(invested, scenarioOf()), collected).funds;
    expect(fund?.fullyDrawn).toBe(2028);
    expect(fund?.years.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033]);
    expect(fund?.years[0]).toMatchObject({ drawn: 5e9, planned: 0, remaining: 45e9, value: { mean: 5e9, sd: 0 } });
    expect(fund?.years.at(-1)?.value.p99).toBe(0);
    expect(fund?.years.at(-1)?.loss.p95).toBeGreaterThan(0);
  });
});

test("chances of passing a budget are counted over trials, by year and department, where one is set", () => {
  const [name = ""] = figures.departments.keys();
  const line = figures.departments.get(name);
  const middle = line?.byYear.get(2027)?.p50 ?? Number.NaN;
  const budgets = { 2027: { total: 0, departments: { [name]: middle / 100 } } };
  const budgeted = figuresOf({ ...run, scenario: { ...run.scenario, budgets } }, collected);
  expect([...budgeted.total.overBudget]).toEqual([[2027, 1]]);
  expect(budgeted.departments.get(name)?.overBudget.get(2027)).toBeLessThanOrEqual(0.5);
  expect([...figures.total.overBudget, ...(figures.measures[0]?.overBudget ?? [])]).toEqual([]);
});

test("the chance of passing all budgets together is that of the years' sum, trial by trial", () => {
  const middle = (year: number): number => figures.total.byYear.get(year)?.p50 ?? Number.NaN;
  const half = Math.round((middle(2027) + middle(2028)) / 200);
  const chanceOf = (total27: number, total28: number): number | null => {
    const budgets = { 2027: { total: total27 }, 2028: { total: total28 } };
    return figuresOf({ ...run, scenario: { ...run.scenario, budgets } }, collected).total.overBudgets;
  };
  const even = chanceOf(half, half);
  expect(even).toBeGreaterThan(0);
  expect(even).toBeLessThan(1);
  expect(chanceOf(2 * half, 0)).toBe(even);
  expect(figures.total.overBudgets).toBeNull();
});

test("the exceedance curve of a line has its quantiles where so many trials lie above", () => {
  const { exceedance, term } = figures.total;
  const { amounts, above } = exceedance?.term ?? { amounts: new Float64Array(), above: new Float64Array() };
  expect(amounts.length).toBe(250);
  expect(above.at(-1)).toBe(0);
  const at = above.findIndex((share) => share <= 0.05);
  expect(
    [amounts[at - 1], term.p95, amounts[at]].every((amount, index, all) => (all[index - 1] ?? 0) <= (amount ?? 0)),
  ).toBe(true);
  const [department] = figures.departments.values();
  expect([...(department?.exceedance?.byYear.keys() ?? [])].slice(0, 6)).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
});

test("a pool's exhaustion months are those by which a share of all trials has run dry", () => {
  const dry = forecastRows(sheets, scenarioOf({ values: { "m14.资金池规模": 100_000, "sim.新增担保.年件数": 400 } }));
  const [pool] = figuresOf(dry, collect(dry, 250)).pools;
  expect(pool?.exhaustionProbability).toBeGreaterThan(0);
  const { p5, p50, p95 } = pool?.exhaustionMonth ?? { p5: null, p50: null, p95: null };
  expect(p5).not.toBeNull();
  expect((p95 ?? Infinity) >= (p50 ?? Infinity) && (p50 ?? Infinity) >= (p5 ?? Infinity)).toBe(true);
  expect(pool?.balance.length).toBe(23);
  expect(pool?.unpaid.mean).toBeGreaterThan(0);
  const { exhaustedBy = [], exhaustionProbability, firstMonth = 0 } = pool ?? {};
  expect(exhaustedBy.length).toBe(23);
  expect(exhaustedBy).toEqual(exhaustedBy.toSorted((a, b) => a - b));
  expect(exhaustedBy.at(-1)).toBe(exhaustionProbability);
  const at = (p50 ?? 0) - firstMonth;
  expect([(exhaustedBy[at] ?? 0) >= 0.5, (exhaustedBy[at - 1] ?? 0) < 0.5]).toEqual([true, true]);
  expect(figures.pools[0]?.exhaustionMonth.p95).toBeNull();
});

test.each([
  [100, [100]],
  [1000, [100, 250, 500, 1000]],
  [3000, [100, 250, 500, 1000, 2500, 3000]],
])("a run of %i trials is looked at after %j", (trials, points) => {
  expect(convergenceTrials(trials)).toEqual(points);
});

test("a run that would not fit is refused before anything is allocated, with the largest that fits", () => {
  const large = new TrialCollector(10_000_000, 2 ** 30);
  const first = blockOf(run, 0);
  const thrown = (): void => large.add(first);
  expect(thrown).toThrow(SimulationMemoryError);
  expect(large.columns.size).toBe(0);
  try {
    thrown();
  } catch (error) {
    if (!(error instanceof SimulationMemoryError)) throw error;
    expect(error.largestTrials).toBeGreaterThan(1000);
    const fitting = new TrialCollector(error.largestTrials, 2 ** 30);
    fitting.add(first);
    expect(fitting.complete).toBe(250);
  }
});

test("a block that was here before, or belongs to no trial of the run, is our own mistake", () => {
  const small = collect(run, 250);
  expect(() => small.add(blockOf(run, 0))).toThrow(RangeError);
  expect(() => small.add(blockOf(run, 1))).toThrow(RangeError);
});

describe("the same bits", () => {
  test.each([[[2, 0, 1]], [[1, 2, 0]]])("come from blocks in the order %j", (order) => {
    expect(hashOf(collect(run, 600, order))).toBe(hashOf(collected));
  });

  test.each([1, 2, 3, 7])("come from %i workers that each make their own forecast", (workers) => {
    const forecasts = Array.from({ length: workers }, () => forecastRows(structuredClone(sheets), scenarioOf()));
    const whole = new TrialCollector(600, 2 ** 31);
    for (const block of [0, 1, 2]) {
      const forecast = forecasts[block % workers];
      if (forecast) whole.add(structuredClone(blockOf(forecast, block)));
    }
    expect(hashOf(whole)).toBe(hashOf(collected));
  });

  test("come from rows in another order", () => {
    const law = fc.property(randomSheets, (drawn) => {
      const turned = Object.fromEntries(Object.entries(drawn).map(([name, rows]) => [name, rows.toReversed()]));
      const hashes = [drawn, turned].map((rows) => hashOf(collect(forecastRows(rows, scenarioOf()), 250)));
      expect(hashes[1]).toBe(hashes[0]);
    });
    fc.assert(law, { seed, numRuns: 5 });
  });

  test("do not come from another seed", () => {
    expect(hashOf(collect(forecastRows(sheets, scenarioOf(), 2), 600))).not.toBe(hashOf(collected));
  });
});

test("a reform that changes nothing differs by 0 in every trial", () => {
  const values = Object.fromEntries(policy.parameters.map(({ key, value }) => [key, value]));
  const readings = Object.fromEntries(policy.readings.map(({ name, options }) => [name, options[0]?.value ?? ""]));
  const null_ = forecastRows(sheets, scenarioOf({ values, readings }));
  const again = collect(null_, 600);
  expect(hashOf(again)).toBe(hashOf(collected));
  expect(figuresOf(null_, again)).toEqual(figures);
});

test("a higher rate is priced on the same trials: none pays less", () => {
  const raised = collect(forecastRows(sheets, scenarioOf({ values: { "m05a.补助比例": 0.35 } })), 250);
  const before = collect(run, 250);
  const key = (columns: TrialCollector, measure: number): number[] =>
    Array.from({ length: 250 }, (_, trial) =>
      sum([...columns.columns].map(([at, column]) => (measureOf(columns, at) === measure ? (column[trial] ?? 0) : 0))),
    );
  const m05a = policy.measures.findIndex(({ id }) => id === "m05a");
  const [low, high] = [key(before, m05a), key(raised, m05a)];
  expect(high.some((amount, trial) => amount > (low[trial] ?? 0))).toBe(true);
  expect(high.every((amount, trial) => amount > 0 === (low[trial] ?? 0) > 0)).toBe(true);
});

const measureOf = ({ years }: TrialCollector, key: number): number =>
  Math.floor(key / years.count) % policy.measures.length;

test("the statutory pricing is in no trial below the planning one, over all years of an article", () => {
  const law = fc.property(randomSheets, (drawn) => {
    const [own, trials] = collectedOf(drawn);
    for (const [article, room] of roomByArticle(own, trials)) {
      expect([article, room.every((amount) => amount >= 0)]).toEqual([article, true]);
    }
  });
  fc.assert(law, { seed, numRuns: 8 });
});

/** Statutory less planning amount by article, over all years, one entry a trial. */
function roomByArticle({ recorded }: typeof run, trials: TrialCollector): Map<number, number[]> {
  const years = trials.years.count;
  const rows = policy.measures.length * years;
  const rooms = new Map<number, number[]>();
  policy.measures.forEach(({ article }, measure) => {
    const fixed = recorded.measures[measure] ?? new Float64Array();
    const room = rooms.get(article) ?? Array.from({ length: trials.trials }, () => 0);
    rooms.set(article, room);
    for (let year = 0; year < years; year++) {
      const [planning, statutory] = [0, rows].map((basis) => trials.columns.get(basis + measure * years + year));
      const known = (fixed[years + year] ?? 0) - (fixed[year] ?? 0);
      room.forEach((_, trial) => {
        room[trial] = (room[trial] ?? 0) + known + (statutory?.[trial] ?? 0) - (planning?.[trial] ?? 0);
      });
    }
  });
  return rooms;
}

const collectedOf = (drawn: Sheets): [typeof run, TrialCollector] => {
  const own = forecastRows(drawn, scenarioOf());
  return [own, collect(own, 250)];
};

test("the roster of these tests has recorded money to be re-priced", () => {
  expect(sumOf(totalsOf(policy, run.evaluation, run.scenario).total.committed)).toBeGreaterThan(0);
  expect(rosterOf(sheets).tables.enterprises.rowCount).toBe(4);
});

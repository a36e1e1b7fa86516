import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { EnterpriseMemo } from "../../../src/core/simulation/enterprise-memo.ts";
import { forecastOf } from "../../../src/core/simulation/forecast.ts";
import { LifeMemory } from "../../../src/core/simulation/life-memory.ts";
import { drawTrials } from "../../../src/core/simulation/drawn-block.ts";
import {
  priceBlock,
  simulateBlock,
  type BlockResult,
  type Forecast,
} from "../../../src/core/simulation/simulate-block.ts";
import { readWorkbook } from "../../../src/spreadsheet/read-workbook.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";

const prepared = preparePolicy(xicheng202371);
let roster: Roster;

beforeAll(async () => {
  const workbook = await readWorkbook(readFileSync("samples/hand-check-30.xlsx"), "hand-check-30.xlsx");
  if ("refused" in workbook) throw new Error("the sample was refused");
  const imported = importRoster(workbook);
  if (!imported.roster) throw new Error("the sample has no roster");
  roster = imported.roster;
});

const under = (values: Scenario["values"]): Scenario => ({ ...publishedScenario, values });

function forecast(scenario: Scenario, seed = 1): Forecast {
  return forecastOf(prepared, roster, scenario, evaluateRoster(prepared, roster, scenario), seed);
}

/** Assumptions under which nothing happens. */
const stillness = Object.fromEntries(
  xicheng202371.parameters
    .filter(({ key }) => /^sim\..*(年概率|年比例|年件数|年户数|年违约率|通过率)$/.test(key))
    .map(({ key }) => [key, 0]),
);

/** Payments after the term that are not all 0, by key. */
const tailsOf = ({ cells }: BlockResult) =>
  cells.tail.flatMap((amounts, key) => (amounts?.some((amount) => amount !== 0) ? [[key, amounts] as const] : []));

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Money of one measure by trial, over all years. */
function byTrial({ cells }: BlockResult, measure: string, basis: "planning" | "statutory" | "unverified"): number[] {
  const index = xicheng202371.measures.findIndex(({ id }) => id === measure);
  return Array.from({ length: cells.trials }, (_, trial) => {
    let total = 0;
    for (let year = 0; year < cells.years.count; year++) {
      total += cells[basis][(index * cells.years.count + year) * cells.trials + trial] ?? 0;
    }
    return total;
  });
}

test("where nothing can happen, every trial is the recorded part to the 分", () => {
  const scenario = under({ ...stillness, "sim.用工.年留存率": 1 });
  const { cells, pools } = simulateBlock(forecast(scenario), { first: 0, count: 20 });
  const evaluation = evaluateRoster(prepared, roster, scenario);
  const pool = xicheng202371.measures.findIndex(({ id }) => id === "m14");
  for (const basis of ["planning", "statutory", "unverified"] as const) {
    cells[basis].forEach((amount, at) => {
      const measure = Math.floor(at / (cells.years.count * cells.trials));
      const year = cells.years.first + (Math.floor(at / cells.trials) % cells.years.count);
      const paid = evaluation.pools.planning[0];
      const recorded = basis === "unverified" ? paid?.unverified : evaluation.pools[basis][0]?.paid;
      expect(amount).toBe(measure === pool ? (recorded?.get(year) ?? 0) : 0);
    });
  }
  expect([...(pools[0]?.exhaustionMonth ?? [])].every(Number.isNaN)).toBe(true);
});

test("what is priced once or remembered comes to the same as pricing every enterprise in every trial", () => {
  const busy = under({
    "sim.用工.年留存率": 1,
    "sim.项目.能源审计.年件数": 40,
    "sim.职业培训.年件数": 30,
    "sim.人才服务.年件数": 30,
    "sim.迁出.年概率": 0.2,
    "sim.市级专精特新认定.年概率": 0.4,
    "sim.国高新首次认定.年概率": 0.4,
    "sim.新三板挂牌.年概率": 0.3,
    "sim.上市.年概率": 0.3,
  });
  const quick = forecast(busy);
  const slow: Forecast = {
    ...quick,
    added: new Map(),
    memo: new (class extends EnterpriseMemo {
      override signature(): undefined {
        return undefined;
      }
    })(prepared, quick.plan),
  };
  for (const first of [0, 60]) {
    const [a, b] = [simulateBlock(quick, { first, count: 60 }), simulateBlock(slow, { first, count: 60 })];
    for (const basis of ["planning", "statutory", "unverified"] as const) {
      for (const { id } of xicheng202371.measures)
        expect([id, byTrial(a, id, basis)]).toEqual([id, byTrial(b, id, basis)]);
      expect(a.cells[basis]).toEqual(b.cells[basis]);
    }
    expect(a.cells.bounds).toEqual(b.cells.bounds);
    expect(tailsOf(a)).toEqual(tailsOf(b));
    expect(tailsOf(a).length).toBeGreaterThan(0);
    expect(sum(a.cells.statutory)).toBeGreaterThan(0);
  }
});

test("what is remembered stays small in a long run, and what was forgotten is found again to the bit", () => {
  const usual = forecast(publishedScenario);
  const most = { places: 400, lives: 60 };
  const lives = new LifeMemory(2 * usual.plan.context.bound.rowCount("enterprises"), most);
  const forgetful: Forecast = { ...usual, memo: new EnterpriseMemo(prepared, usual.plan, lives) };
  const first = { first: 0, count: 60 };
  const drawn = drawTrials(forgetful, first);
  for (const block of [0, 1, 2, 3, 4].map((number) => ({ first: 60 * number, count: 60 }))) {
    expect(simulateBlock(forgetful, block).cells).toEqual(simulateBlock(usual, block).cells);
  }
  expect(lives.forgotten).toBeGreaterThan(0);
  expect(forgetful.memo.remembered).toBeLessThan(usual.memo.remembered);
  // a block drawn before keeps lives that are forgotten since
  expect(priceBlock(forgetful, first, drawn).cells).toEqual(simulateBlock(usual, first).cells);
});

test("a change of a rate prices the same events anew: nothing else moves", () => {
  const block = { first: 0, count: 40 };
  const [before, after] = [
    simulateBlock(forecast(publishedScenario), block),
    simulateBlock(forecast(under({ "m06.补助比例": 0.15 })), block),
  ];
  for (const { id } of xicheng202371.measures) {
    const [a, b] = [byTrial(before, id, "planning"), byTrial(after, id, "planning")];
    if (id !== "m06") expect([id, b]).toEqual([id, a]);
  }
  // the events are there before the deltas to the recorded part, which changes as well
  expect(sum(before.cells.statutory)).toBeGreaterThan(sum(after.cells.statutory));
});

test("a null reform changes no trial by anything", () => {
  const block = { first: 250, count: 40 };
  const published = simulateBlock(forecast(publishedScenario), block);
  const same = simulateBlock(forecast(under({ "m06.补助比例": 0.3, "m10.档次金额.市级小巨人": 500_000 })), block);
  expect(same.cells).toEqual(published.cells);
});

test("an envelope without entity is paid in full in every simulated year", () => {
  const { cells } = simulateBlock(forecast(under({ "m18.年度额度": 1_000_000 })), { first: 0, count: 3 });
  const years = [2027, 2028];
  const index = xicheng202371.measures.findIndex(({ id }) => id === "m18");
  for (const basis of ["planning", "statutory"] as const) {
    for (let year = cells.years.first; year < cells.years.first + cells.years.count; year++) {
      const at = (index * cells.years.count + year - cells.years.first) * 3;
      expect([...cells[basis].slice(at, at + 3)]).toEqual(Array(3).fill(years.includes(year) ? 100_000_000 : 0));
    }
  }
});

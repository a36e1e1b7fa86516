import { describe, expect, test } from "vitest";
import { conditionalRate } from "../../../src/core/simulation/common-factor.ts";
import { normalCdf, normalQuantile } from "../../../src/core/simulation/normal.ts";
import { simulateBlock, type BlockResult } from "../../../src/core/simulation/simulate-block.ts";
import { summarise } from "../../../src/core/simulation/summary.ts";
import { A } from "../../support/imported-roster.ts";
import { scenarioOf, type Differences } from "../policy/evaluate-rows.ts";
import { chiSquare, moments, tally } from "./moments.ts";
import { forecastRows, policy } from "./simulate-rows.ts";

const trials = 4000;

/** Assumptions under which only what a test asks for can happen. */
const stillness = Object.fromEntries(
  policy.parameters
    .filter(({ key }) => /^sim\..*(年概率|年比例|年件数|年户数|年违约率|通过率)$/.test(key))
    .map(({ key }) => [key, 0]),
);

/** A borrower in the district with guarantees that live through 2027, each of a size in 万元. */
const guarantees = (sizes: readonly number[]) => ({
  企业: [
    {
      统一社会信用代码: A,
      企业名称: "甲",
      申报划型: "小型",
      区内注册: "是",
      区内纳税: "是",
      独立核算: "是",
      经营异常或失信: "否",
    },
  ],
  担保: sizes.map((size, number) => ({
    统一社会信用代码: A,
    担保编号: `D${number}`,
    政府性担保: "是",
    担保金额: size,
    起始日期: "2026-06-01",
    到期日期: "2027-12-31",
  })),
});

/** Defaults of 2027 alone: the as-of day is the last of 2026, so each month's chance makes up one year's. */
function losses(sizes: readonly number[], { values = {}, ...others }: Differences, seed = 3): BlockResult {
  const differences = {
    asOf: "2026-12-31",
    values: { ...stillness, "sim.违约代偿.余额比例": 1, "m14.资金池规模": 1e12, ...values },
    ...others,
  };
  return simulateBlock(forecastRows(guarantees(sizes), scenarioOf(differences), seed).forecast, {
    first: 0,
    count: trials,
  });
}

/** Money of a measure by trial, 分. */
function moneyOf({ cells }: BlockResult, id: string): Float64Array {
  const measure = policy.measures.findIndex((candidate) => candidate.id === id);
  return Float64Array.from({ length: cells.trials }, (_, trial) => {
    let sum = 0;
    for (let year = 0; year < cells.years.count; year++) {
      sum += cells.planning[(measure * cells.years.count + year) * cells.trials + trial] ?? 0;
    }
    return sum;
  });
}

const alike = Array.from({ length: 40 }, () => 100);
/** 30% of 100万元, in 分. */
const claim = 30_000_000;

describe("defaults of guarantees", () => {
  test("are binomial where nothing ties them: chi-square of 4,000 trials below its 99.9 % point", () => {
    const rate = 0.05;
    const result = losses(alike, { values: { "sim.违约代偿.年违约率": rate, "sim.违约代偿.相关系数": 0 } });
    const counts = moneyOf(result, "m14").map((money) => money / claim);
    const chances = [(1 - rate) ** 40];
    for (let k = 1; k <= 6; k++) chances.push(((chances[k - 1] ?? 0) * (41 - k) * rate) / (k * (1 - rate)));
    expect(chiSquare(tally(counts, 6), chances)).toBeLessThan(24.32); // 7 degrees of freedom
  });

  test("follow Vasicek's law where they are tied: large portfolios' quantiles within a tenth", () => {
    const values = { "sim.违约代偿.年违约率": 0.05, "sim.违约代偿.相关系数": 0.2 };
    const many = Array.from({ length: 400 }, () => 1);
    const rates = moneyOf(losses(many, { values }), "m14").map((money) => money / (300_000 * 400));
    const given = conditionalRate(0.05, 0.2, -1);
    const { p50, p95, p99 } = summarise(rates);
    for (const [found, level] of [
      [p50, 0.5],
      [p95, 0.95],
      [p99, 0.99],
    ] as const) {
      // the bad tail of the factor is its low one
      const expected = given(-normalQuantile(level));
      expect(Math.abs(found / expected - 1)).toBeLessThan(0.1);
    }
  });

  test.each([0, 0.12, 0.4])(
    "cost in the mean Σ PD × min(30 % × EAD, cap) without a pool, whatever ties them (ρ %s)",
    (rho) => {
      const sizes = [50, 300, 1500, 1700, 4000];
      const values = { "sim.违约代偿.年违约率": 0.03, "sim.违约代偿.相关系数": rho };
      const expected = sizes.reduce((sum, size) => sum + 0.03 * Math.min(0.3 * size, 500) * 1e6, 0);
      const { mean, variance } = moments(moneyOf(losses(sizes, { values }), "m14"));
      expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / trials));
    },
  );

  test("cost less in the mean the more they are tied, where the pool binds", () => {
    const means = [0, 0.2, 0.6].map((rho) => {
      const values = {
        "sim.违约代偿.年违约率": 0.1,
        "sim.违约代偿.相关系数": rho,
        "m14.资金池规模": (4 * claim) / 100,
      };
      return moments(moneyOf(losses(alike, { values }), "m14")).mean;
    });
    expect(means[0]).toBeGreaterThan(means[1] ?? Infinity);
    expect(means[1]).toBeGreaterThan(means[2] ?? Infinity);
  });

  test("cost nothing without a chance of default or without a pool, and never more than the pool", () => {
    const certain = { "sim.违约代偿.年违约率": 0.5 };
    expect(moments(moneyOf(losses(alike, {}), "m14")).mean).toBe(0);
    expect(moments(moneyOf(losses(alike, { values: { ...certain, "m14.资金池规模": 0 } }), "m14")).mean).toBe(0);
    const paid = moneyOf(losses(alike, { values: { ...certain, "m14.资金池规模": 1_000_000 } }), "m14");
    expect(Math.max(...paid)).toBe(100_000_000);
  });

  test("empty the pool by a month as often as more claims than it can pay have come by then", () => {
    const [rate, room] = [0.2, 5];
    const values = {
      "sim.违约代偿.年违约率": rate,
      "sim.违约代偿.相关系数": 0,
      "sim.违约代偿.代偿滞后月数": 0,
      "m14.资金池规模": (room * claim) / 100,
    };
    const months = losses(alike, { values }).pools[0]?.exhaustionMonth ?? new Float64Array();
    for (const month of [5, 8, 11]) {
      const by = 1 - (1 - rate) ** ((month + 1) / 12);
      let few = 0;
      let chance = (1 - by) ** 40;
      for (let k = 0; k <= room; k++) {
        few += chance;
        chance *= ((40 - k) / (k + 1)) * (by / (1 - by));
      }
      const emptied = months.filter((found) => found <= 2027 * 12 + month).length / trials;
      expect(Math.abs(emptied - (1 - few))).toBeLessThan(4 * Math.sqrt((few * (1 - few)) / trials));
    }
  });
});

test("rows that come by chance are Poisson: chi-square of 4,000 trials below its 99.9 % point", () => {
  const sheets = {
    ...guarantees([]),
    项目: Array.from({ length: 5 }, (_, number) => ({
      统一社会信用代码: A,
      项目名称: `审计${number}`,
      项目类型: "能源审计",
      审计费用: 5,
      验收日期: "2025-03-01",
    })),
  };
  const differences = { asOf: "2026-12-31", values: { ...stillness, "sim.项目.能源审计.年件数": 3 } };
  const { forecast } = forecastRows(sheets, scenarioOf(differences), 5);
  const counts = moneyOf(simulateBlock(forecast, { first: 0, count: trials }), "m05c").map(
    (money) => money / 5_000_000,
  );
  const mean = (3 * 17) / 12;
  const chances = [Math.exp(-mean)];
  for (let k = 1; k <= 9; k++) chances.push(((chances[k - 1] ?? 0) * mean) / k);
  expect(chiSquare(tally(counts, 9), chances)).toBeLessThan(29.59); // 10 degrees of freedom
});

test("a shared envelope of a year to come goes, in whole, to those whose revenue and contribution grow in the trial", () => {
  const firm = {
    ...guarantees([]).企业[0],
    营业收入2024: 100,
    营业收入2025: 120,
    区级综合贡献2024: 10,
    区级综合贡献2025: 11,
  };
  const differences = { asOf: "2026-06-30", values: { ...stillness, "m04.年度额度": 1 } };
  const { forecast } = forecastRows({ 企业: [firm] }, scenarioOf(differences), 7);
  const paid = moneyOf(simulateBlock(forecast, { first: 0, count: trials }), "m04");
  expect([...new Set(paid)].sort((a, b) => a - b)).toEqual([0, 100, 200]);
  // 2027 asks that 2026 grows, 2028 that 2027 does so as well; one growth rate moves revenue and contribution
  const grows = normalCdf((Math.log(1.08) - 0.25 ** 2 / 2) / 0.25);
  const ever = paid.filter((money) => money > 0).length / trials;
  expect(Math.abs(ever - grows)).toBeLessThan(4 * Math.sqrt((grows * (1 - grows)) / trials));
});

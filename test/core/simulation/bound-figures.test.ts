import { expect, test } from "vitest";
import type { BindName } from "../../../src/core/policy/ledger.ts";
import { codes, firm, type CaseRow } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { scenarioOf, type Differences, type Sheets } from "../policy/evaluate-rows.ts";
import { collect, figuresOf, forecastRows, policy } from "./simulate-rows.ts";

const indexOf = (id: string): number => policy.measures.findIndex((measure) => measure.id === id);

/** Sums over 250 trials of what binds a measure's simulated triggers, and what they are paid, 分. */
function simulated(sheets: Sheets, differences: Differences, id: string) {
  const run = forecastRows(sheets, scenarioOf(differences));
  const figures = figuresOf(run, collect(run, 250));
  const line = figures.measures[indexOf(id)];
  const of = (name: BindName) => figures.bounds[indexOf(id)]?.get(name);
  return { figures, of, mean: (line?.term.mean ?? 0) + (line?.tail.mean ?? 0) };
}

const audit = (name: string): CaseRow => ({
  统一社会信用代码: codes.first,
  项目名称: name,
  项目类型: "能源审计",
  审计费用: 20,
  验收日期: "2024-03-01",
});

test("audits of 20万元 are all cut to the cap of 12万元", () => {
  const sheets = { 企业: [firm({})], 项目: ["一", "二", "三", "四", "五"].map(audit) };
  const values = { "sim.项目.能源审计.年件数": 4, "sim.迁出.年概率": 0 };
  const { of, mean } = simulated(sheets, { values }, "m05c");
  const { triggers = 0, gross, forgone, cutTrials = 0 } = of("cap") ?? {};
  // 4 a year over 23 months come to 7.67 a trial: 250 trials hold 1917, give or take 44
  expect(Math.abs(triggers - 1917)).toBeLessThan(3 * 44);
  // 20万元 each, of which 8万元 are cut
  expect([gross, forgone]).toEqual([triggers * 20_000_000, triggers * 8_000_000]);
  // P(no trigger) = e^-7.67 = 0.0005
  expect(cutTrials).toBeGreaterThanOrEqual(248);
  expect(of("rate")).toBeUndefined();
  // five recorded audits of 12万元 beside the simulated ones
  expect(mean).toBeCloseTo(5 * 12_000_000 + (triggers * 12_000_000) / 250, 3);
});

test("a trigger that is not claimed has nothing that could be cut", () => {
  const sheets = { 企业: [firm({})], 项目: ["一", "二", "三", "四", "五"].map(audit) };
  const values = { "sim.项目.能源审计.年件数": 4, "sim.申领率.m05c": 0 };
  expect(simulated(sheets, { values }, "m05c").figures.bounds[indexOf("m05c")]?.size).toBe(0);
});

test("a title won after a lower one pays the difference: 50万元 less the 20万元 had before", () => {
  const sheets = { 企业: [firm({ 市级专精特新认定日期: "2026-03-01", 区级综合贡献2025: 10_000 })] };
  const values = {
    "sim.小巨人认定.年概率": 0.9,
    "sim.迁出.年概率": 0,
    "sim.审批力度.相关系数": 0,
    "sim.迁入.年比例": 0,
    "m10.档次金额.国家级小巨人": 500_000,
  };
  const { of, mean } = simulated(sheets, { values, readings: { 综合贡献封顶: "否" } }, "m10");
  const { triggers = 0, gross, forgone } = of("topup") ?? {};
  expect(triggers).toBeGreaterThan(200);
  expect([gross, forgone]).toEqual([triggers * 50_000_000, triggers * 20_000_000]);
  expect(mean).toBeCloseTo(20_000_000 + (triggers * 30_000_000) / 250, 3);
});

test("an empty pool cuts every claim whole, in every trial that has one", () => {
  const guarantee = (number: string, facts: CaseRow = {}): CaseRow => ({
    统一社会信用代码: codes.first,
    担保编号: number,
    政府性担保: "是",
    担保金额: 300,
    起始日期: "2026-01-10",
    到期日期: "2028-01-09",
    ...facts,
  });
  const sheets = { 企业: [firm({})], 担保: ["G1", "G2", "G3"].map((number) => guarantee(number)) };
  const values = { "m14.资金池规模": 0, "sim.违约代偿.年违约率": 0.4 };
  const { of, mean } = simulated(sheets, { values }, "m14");
  const { triggers = 0, gross = 0, forgone, cutTrials = 0 } = of("pool") ?? {};
  expect(triggers).toBeGreaterThan(200);
  expect(cutTrials).toBeGreaterThan(100);
  // claims of 300万元 × 0.9 × 30% and less
  expect(gross).toBeGreaterThan(0);
  expect([forgone, mean]).toEqual([gross, 0]);
});

test("of what an envelope cannot pay, each enterprise loses its share", () => {
  const growing = firm({
    营业收入2023: 100,
    营业收入2024: 200,
    营业收入2025: 400,
    营业收入2026: 800,
    区级综合贡献2024: 100,
    区级综合贡献2025: 200,
    区级综合贡献2026: 400,
  });
  const values = { "m04.年度额度": 50_000, "sim.增长.波动率": 0, "sim.增长.均值": 0.5, "sim.迁出.年概率": 0 };
  const { of } = simulated({ 企业: [growing] }, { values, asOf: "2026-12-31" }, "m04");
  // 2027: 10% of 200万元 are 20万元; 2028: contribution grown by half, 10% of 200万元 again; 5万元 are paid each time
  expect(of("envelope")).toEqual({
    triggers: 500,
    gross: 250 * 2 * 20_000_000,
    forgone: 250 * 2 * 15_000_000,
    cutTrials: 250,
  });
});

import { expect, it } from "vitest";
import { yuanOf } from "../../../src/core/money/money.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import type { ReportInput } from "../../../src/core/report/report-input.ts";
import type { ReportSheet } from "../../../src/core/report/report-model.ts";
import { boundLines } from "../../../src/core/simulation/bound-figures.ts";
import { CleaningLog } from "../../../src/core/roster/import-cleaning-log.ts";
import { scenarioReport } from "../../../src/core/report/scenario-report.ts";
import { stressOutcome } from "../../../src/core/simulation/stress.ts";
import { A, B } from "../../support/imported-roster.ts";
import { rosterOf, scenarioOf, type Sheets } from "../policy/evaluate-rows.ts";
import { collect, figuresOf, forecastRows, policy } from "../simulation/simulate-rows.ts";

const firm = { 申报划型: "小型", 区内注册: "是", 区内纳税: "是", 独立核算: "是" };
const sheets: Sheets = {
  企业: [
    { 统一社会信用代码: A, 企业名称: "甲公司", ...firm, 市级专精特新认定日期: "2024-03-01" },
    { 统一社会信用代码: B, 企业名称: "乙公司", ...firm },
  ],
  用工: [{ 统一社会信用代码: A, 类别: "岗位一档", 人数: 10, 起始日期: "2025-01-01" }],
};
const scenario = { ...scenarioOf(), budgets: { 2027: { total: 0 } } };
const run = forecastRows(sheets, scenario, 5);
const simulated = figuresOf(run, collect(run, 250));

const recorded: ReportInput = {
  language: "zh",
  masked: false,
  prepared: preparePolicy(policy),
  roster: rosterOf(sheets),
  scenario,
  evaluation: run.evaluation,
  issues: [],
  cleaning: new CleaningLog([], []).counts,
  repairs: [],
  charts: [],
  run: {
    fileName: "名册.xlsx",
    rulePackHash: "hash",
    fingerprint: "print",
    seed: 5,
    trials: 250,
    softwareVersion: "0.1.0",
    writtenAt: "2026-07-01T00:00:00Z",
  },
};

const report = (changes: Partial<ReportInput> = {}): readonly ReportSheet[] =>
  scenarioReport({ ...recorded, simulated, ...changes }).sheets;

const sheetOf = (all: readonly ReportSheet[], name: string): ReportSheet | undefined =>
  all.find((sheet) => sheet.name === name);

const valuesOf = (sheet: ReportSheet | undefined) => sheet?.rows.map((row) => row.map(({ value }) => value)) ?? [];

it("gives mean, deviation, errors, quantiles, ceiling and the chance of passing the budget of a year, in 元", () => {
  const rows = valuesOf(sheetOf(report(), "模拟结果"));
  const heads = rows.find((row) => row[0] === "项目") ?? [];
  const year = rows.find((row) => row[0] === "补助合计" && row[1] === 2027) ?? [];
  const figures = simulated.total.byYear.get(2027);
  expect(year[heads.indexOf("P95")]).toBeCloseTo(yuanOf(figures?.p95 ?? Number.NaN), 1);
  expect(year[heads.indexOf("均值")]).toBeCloseTo(yuanOf(figures?.mean ?? Number.NaN), 1);
  expect(year[heads.indexOf("均值标准误")]).toBeCloseTo(yuanOf(figures?.se ?? Number.NaN), 1);
  expect(year[heads.indexOf("法定口径预期")]).toBeCloseTo(
    yuanOf(simulated.total.ceiling.byYear.get(2027)?.mean ?? Number.NaN),
    1,
  );
  expect(year[heads.indexOf("超预算概率")]).toBe(simulated.total.overBudget.get(2027));
  // Wilson's lower end, written out
  const [share, weight] = [simulated.total.overBudget.get(2027) ?? Number.NaN, 1.959964 ** 2 / 250];
  const half = Math.sqrt(weight * share * (1 - share) + weight ** 2 / 4);
  expect(year[heads.indexOf("概率 95% 下限")]).toBeCloseTo((share + weight / 2 - half) / (1 + weight), 5);
  const term = rows.find((row) => row[0] === "补助合计" && row[1] === "政策期") ?? [];
  expect(term[heads.indexOf("超预算概率")]).toBe(simulated.total.overBudgets);
  expect(rows.every((row) => row.length <= heads.length)).toBe(true);
});

it("has departments, measures, pool and convergence beside the total, and no line for the fund", () => {
  const firstCells = valuesOf(sheetOf(report(), "模拟结果")).map(([value]) => String(value ?? ""));
  for (const expected of ["分部门", "分措施", "分散化效应", "担保风险补偿资金池", "月末余额", "收敛：政策期合计"]) {
    expect(firstCells).toContain(expected);
  }
  const fund = policy.measures.find(({ kind }) => kind === "fund");
  expect(firstCells.filter((text) => text.includes(fund?.label.zh ?? "?") && text.startsWith("第"))).toEqual([]);
});

it("keeps to a department's own lines where the report does, which has no total of all subsidies", () => {
  const department = "区人力社保局";
  const firstCells = valuesOf(sheetOf(report({ department }), "模拟结果")).map(([value]) => String(value ?? ""));
  expect(firstCells).toContain(department);
  expect(firstCells).not.toContain("补助合计");
  expect(firstCells).not.toContain("担保风险补偿资金池");
});

it("is left out where nothing was simulated, and speaks English in an English report", () => {
  expect(sheetOf(report({ language: "en" }), "Simulation")?.rows[1]?.[0]?.value).toContain("250 trials, seed 5");
  expect(sheetOf(scenarioReport(recorded).sheets, "模拟结果")).toBeUndefined();
});

it("says what binds the simulated triggers, and from which years the tail comes", () => {
  const rows = valuesOf(sheetOf(report(), "模拟结果"));
  const from = (title: string) => rows.slice(rows.findIndex(([first]) => first === title) + 2);
  const lines = boundLines(simulated);
  const jobs = lines.find(({ measure }) => policy.measures[measure]?.id === "m20a");
  expect(jobs?.triggers).toBeGreaterThan(0);
  const sum = from("受限于：模拟的触发（每次试验的均值）").find(
    ([label, limit]) => label === "第二十条 岗位补助" && limit === "合计",
  );
  expect(sum?.slice(2, 4)).toEqual([jobs?.triggers, 1]);
  expect(sum?.[4]).toBeCloseTo(yuanOf(jobs?.gross ?? Number.NaN), 1);
  const [first] = simulated.tail;
  const [paidIn] = first?.byYear.keys() ?? [];
  const tail = from("期后支出，按触发发生的年度")[0];
  expect(tail?.slice(0, 2)).toEqual([first?.arisen, paidIn]);
  expect(tail?.[2]).toBeCloseTo(yuanOf(first?.byYear.get(paidIn ?? 0)?.mean ?? Number.NaN), 1);
  const department = valuesOf(sheetOf(report({ department: "区人力社保局" }), "模拟结果")).map(([value]) => value);
  expect(department).not.toContain("期后支出，按触发发生的年度");
});

it("has the stress cases that were run, each less the scenario trial by trial, in a report of all departments", () => {
  const stressed = stressOutcome("recession-5", simulated, simulated);
  const stress = { trials: 250, seed: 5, outcomes: [stressOutcome(undefined, simulated, simulated), stressed] };
  const rows = valuesOf(sheetOf(report({ stress }), "模拟结果"));
  const at = rows.findIndex(([first]) => first === "压力情景：政策期补助合计");
  expect(rows[at + 2]?.[0]).toBe("本情景");
  expect(rows[at + 3]?.slice(0, 7)).toEqual([
    "衰退：担保年违约率 5%",
    null,
    expect.closeTo(yuanOf(simulated.total.term.mean), 1),
    expect.closeTo(yuanOf(simulated.total.term.p95), 1),
    0,
    0,
    0,
  ]);
  const others = [report(), report({ stress, department: "区人力社保局" })];
  for (const sheets of others) expect(JSON.stringify(sheets)).not.toContain("压力情景：政策期补助合计");
});

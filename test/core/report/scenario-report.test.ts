import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { yuanOf } from "../../../src/core/money/money.ts";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import { sumOf, totalsOf } from "../../../src/core/policy/totals.ts";
import { articleRow } from "../../../src/core/report/clauses-sheet.ts";
import type { ReportChoice, ReportInput } from "../../../src/core/report/report-input.ts";
import type { ReportModel, ReportSheet } from "../../../src/core/report/report-model.ts";
import { scenarioReport } from "../../../src/core/report/scenario-report.ts";
import { A, B, read } from "../../support/imported-roster.ts";
import { whole } from "../../support/recalculated-report.ts";

const prepared = preparePolicy(xicheng202371);
const NAME = "=甲公司";
const { roster, issues, cleaning } = read({
  企业: [
    [
      "统一社会信用代码",
      "企业名称",
      "申报划型",
      "区内注册",
      "区内纳税",
      "独立核算",
      "市级专精特新认定日期",
      "资产总额",
    ],
    [A, NAME, "小型", "是", "是", "是", "2024-03-01", null],
    [B, "乙公司", "小型", "是", "是", "是", "2024-03-01", NAME],
  ],
  项目: [
    ["统一社会信用代码", "项目名称", "项目类型", "总投资", "验收日期"],
    [A, " 示例项目", "数字化转型", 500, "2025-06-01"],
  ],
  基金投资: [
    ["被投对象", "形式", "出资金额", "出资日期"],
    ["示例基金", "子基金", 10_000, "2024-01-01"],
  ],
});

function report(choice: Partial<ReportChoice> = {}, changes: Partial<Scenario> = {}): ReportModel {
  const scenario = { ...publishedScenario, asOf: "2026-06-30", ...changes };
  const input: ReportInput = {
    language: "zh",
    masked: false,
    ...choice,
    prepared,
    roster,
    scenario,
    evaluation: evaluateRoster(prepared, roster, scenario),
    issues,
    cleaning: cleaning.counts,
    repairs: [],
    charts: [],
    run: {
      fileName: "名册.xlsx",
      rulePackHash: "hash",
      fingerprint: "print",
      seed: 1,
      trials: 0,
      softwareVersion: "0.1.0",
      writtenAt: "2026-07-01T00:00:00Z",
    },
  };
  return whole(scenarioReport(input));
}

function sheetOf(model: ReportModel, name: string): ReportSheet {
  const sheet = model.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`the report must have ${name}, it has ${model.sheets.map((one) => one.name).join()}`);
  return sheet;
}

const textsOf = ({ rows }: Pick<ReportSheet, "rows">): string[] =>
  rows.flatMap((row) => row.map(({ value }) => String(value ?? "")));
const allTexts = (model: ReportModel): string => model.sheets.flatMap(textsOf).join("\n");

it("opens with the cover and keeps the order of the sheets", () => {
  const names = report().sheets.map(({ name }) => name);
  expect(names.slice(0, 4)).toEqual(["封面与摘要", "情景与变更", "参数", "假设与口径"]);
  expect(names.slice(names.indexOf("基金台账"))).toEqual([
    "基金台账",
    "图表",
    "企业汇总",
    "数据质量",
    "核对",
    "条款原文",
    "运行记录",
  ]);
});

it("takes the key figures of the cover from the sums of the workbook, which have the same values", () => {
  const model = report();
  const cover = sheetOf(model, "封面与摘要");
  const committed = cover.rows.find((row) => row[0]?.value === "已承诺")?.[1];
  expect(committed).toMatchObject({ value: 1_600_000 });
  const [, name = "", column = "", row = ""] = /^'(.*)'!\$([A-Z]+)\$(\d+)$/.exec(committed?.formula ?? "") ?? [];
  expect(name).toBe("措施×年度");
  const letters = [...column].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0);
  expect(sheetOf(model, name).rows[Number(row) - 1]?.[letters - 1]?.value).toBe(1_600_000);
});

it("links only to sheets that it has", () => {
  const { sheets } = report();
  const names = new Set(sheets.map(({ name }) => name));
  const linked = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ link }) => link ?? [])));
  expect(linked.length).toBeGreaterThan(names.size);
  expect(linked.filter((link) => !names.has(/^'(.*)'!/.exec(link)?.[1] ?? ""))).toEqual([]);
});

it("sums enterprises to the total of the evaluation", () => {
  const scenario = { ...publishedScenario, asOf: "2026-06-30" };
  const { total } = totalsOf(xicheng202371, evaluateRoster(prepared, roster, scenario), scenario);
  const { rows } = sheetOf(report(), "企业汇总");
  expect(rows[3]?.[4]).toMatchObject({ value: yuanOf(sumOf(total.committed)), formula: "SUM(E5:E6)" });
  expect(rows.slice(4).map((row) => row[4]?.value)).toEqual([1_400_000, 200_000]);
});

it("tells a change in words with both values, and that there is none where there is none", () => {
  expect(textsOf(sheetOf(report(), "情景与变更")).join()).toContain("与现行政策相同");
  const changed = report({}, { values: { "m06.补助比例": 0.25 }, readings: { 单户上限口径: "年度" } });
  const texts = textsOf(sheetOf(changed, "情景与变更")).join();
  expect(texts).toContain("2 处不同");
  expect(texts).toContain("由 30% 改为 25%");
  expect(texts).toContain("单户上限口径");
});

it("prints why an edit was made and the document that it follows, for parameters and readings", () => {
  const grounds = {
    "m06.补助比例": { reason: "控制支出", document: "西财发〔2026〕8号" },
    单户上限口径: { document: "局务会纪要第3期" },
  };
  const changed = report({}, { values: { "m06.补助比例": 0.25 }, readings: { 单户上限口径: "年度" }, grounds });
  const { rows } = sheetOf(changed, "情景与变更");
  const grounded = rows.flatMap((row) => (row[8]?.value ? [[row[0]?.value, row[8].value]] : []));
  expect(grounded).toEqual([
    ["键", "依据"],
    ["m06.补助比例", "控制支出 · 西财发〔2026〕8号"],
    ["口径", "依据"],
    ["单户上限口径", "局务会纪要第3期"],
  ]);
});

it("masks names and codes in every sheet, the texts of issues among them", () => {
  const shown = allTexts(report());
  for (const text of [NAME, A, B]) expect(shown).toContain(text);
  const masked = allTexts(report({ masked: true }));
  for (const text of [NAME, A, B, "乙公司", "示例项目"]) expect(masked).not.toContain(text);
  expect(masked).toContain("企业0001");
});

it("holds of one department its measures alone", () => {
  const model = report({ department: "区科技和信息化局" });
  const { rows } = sheetOf(model, "企业汇总");
  expect(rows[3]?.[4]?.value).toBe(0);
  expect(textsOf(sheetOf(model, "基金台账")).join()).toContain("没有基金");
});

it("prints all 31 articles, each in the row that links expect", () => {
  const { rows } = sheetOf(report(), "条款原文");
  for (const { number, text } of xicheng202371.articles) expect(rows[articleRow(number) - 1]?.[2]?.value).toBe(text);
});

it("plans the undrawn rest of the fund by formula over the named parameters", () => {
  const { rows } = sheetOf(report(), "基金台账");
  expect(rows[2]?.[1]).toMatchObject({ formula: "m13_基金规模", value: 500_000_000 });
  expect(rows[3]?.[1]?.value).toBe(400_000_000);
  const sums = rows.find(([head]) => head?.value === "合计");
  expect(sums?.slice(1).map(({ value }) => value)).toEqual([
    100_000_000, 0, 100_000_000, 400_000_000, 160_000_000, 240_000_000,
  ]);
});

it("lists the contributions to the fund one by one with where they stand, and sums each year over them", () => {
  const { rows } = sheetOf(report(), "基金台账");
  const listed = rows.find(([investee]) => investee?.value === "示例基金") ?? [];
  expect(listed.map(({ value }) => value)).toEqual(["示例基金", "子基金", 45292, 100_000_000, 0, "基金投资", 2]);
  const year = rows.find(([head]) => head?.value === 2024) ?? [];
  expect(year[1]).toMatchObject({ value: 100_000_000, formula: expect.stringContaining("SUMPRODUCT((YEAR(") });
  const masked = sheetOf(report({ masked: true }), "基金台账");
  expect(textsOf(masked)).not.toContain("示例基金");
});

it("speaks English throughout where English is chosen", () => {
  const names = report({ language: "en" }).sheets.map(({ name }) => name);
  expect(names).toContain("Run record");
  expect(names.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
});

it("counts in 数据质量 the cells that were tidied before they were read, by kind", () => {
  const rows = sheetOf(report(), "数据质量").rows.map((row) => row.map(({ value }) => value));
  const start = rows.findIndex(([first]) => first === "读取前整理的单元格");
  expect(rows.slice(start + 1, start + 4)).toEqual([
    ["写法", "已整理", "按原样（未采用）"],
    ["首尾空格", 1, 0],
    ["文本格式的日期", 4, 0],
  ]);
});

import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { policyUnderAll } from "../../../../src/core/policy/added-measure.ts";
import { parseScenario } from "../../../../src/core/policy/scenario-file.ts";
import { publishedScenario, type Scenario } from "../../../../src/core/policy/scenario.ts";
import type { ComparisonInput } from "../../../../src/core/report/comparison/comparison-input.ts";
import { comparisonWorkbook } from "../../../../src/core/report/comparison/comparison-workbook.ts";
import type { ReportModel, ReportSheet } from "../../../../src/core/report/report-model.ts";
import { createEngine } from "../../../../src/engine/in-process.ts";
import { differences, recalculated, sheetOf } from "../../../support/recalculated-report.ts";

const engine = createEngine(xicheng202371);
const measure = {
  id: "x01",
  article: 32,
  label: "=示例",
  departments: ["示例部门"],
  table: "enterprises",
  triggers: [{ id: "on", label: "挂牌", date: "新三板挂牌日期" }],
  gross: "1000+0*已获同类补助",
};
const scenarios: readonly (readonly [string, Scenario])[] = [
  ["现行政策", publishedScenario],
  ["不变", { ...publishedScenario, values: { "m06.补助比例": 0.3 } }],
  [
    "减半",
    {
      ...publishedScenario,
      values: { "m06.补助比例": 0.15, "m10.档次金额.市级专精特新": 100_000, "m15.年度额度": 1_000_000 },
      readings: { 部门分摊: "平均分摊" },
      grounds: { "m06.补助比例": { reason: "控制支出", document: "西财发〔2026〕8号" } },
    },
  ],
  ["=新增", parseScenario(xicheng202371, JSON.stringify({ format: "exposure-scenario/1", added: [{ measure }] }))],
];
const inputs = new Map<string, ComparisonInput>();

async function inputOf(language: "zh" | "en"): Promise<ComparisonInput> {
  const all = scenarios.map(([, scenario]) => scenario);
  const [outcomes, trials] = [
    await engine.compare(all),
    await engine.compareTrials({ scenarios: all, trials: 500, seed: 1 }),
  ];
  return {
    language,
    policy: policyUnderAll(xicheng202371, all),
    scenarios: outcomes.map((outcome, at) => {
      const found = trials[at];
      return { name: scenarios[at]?.[0] ?? "", outcome, ...(found && { trials: found }) };
    }),
    industryCodes: [],
    run: { fileName: "名册.xlsx", rosterHash: "", rulePackHash: "", softwareVersion: "", writtenAt: "" },
  };
}

const modelIn = (language: "zh" | "en"): ReportModel => {
  const input = inputs.get(language);
  if (!input) throw new Error("the scenarios are compared before the tests");
  return comparisonWorkbook(input);
};

beforeAll(async () => {
  const bytes = new Uint8Array(await readFile("samples/hand-check-30.xlsx"));
  expect(await engine.load(bytes, "hand-check-30.xlsx")).not.toHaveProperty("refused");
  for (const language of ["zh", "en"] as const) inputs.set(language, await inputOf(language));
}, 120_000);

/** Cells below the head of a sheet in the columns of one scenario's differences. */
function cellsIn(sheet: ReportSheet, heading: string) {
  let columns: number[] = [];
  return sheet.rows.flatMap((row) => {
    const heads = row.flatMap((cell, column) => (cell.style === "heading" && cell.value === heading ? [column] : []));
    if (row.some(({ style }) => style === "heading")) {
      columns = heads;
      return [];
    }
    return columns.flatMap((column) => (row[column] && row[column].value !== null ? [row[column]] : []));
  });
}

describe("a workbook of compared scenarios", () => {
  it("has a sheet a view, and differences that are formulas, exactly 0 for a scenario that changes nothing", () => {
    const model = modelIn("zh");
    const names = model.sheets.map(({ name }) => name);
    expect(names).toEqual([
      "比较摘要",
      "参数对比",
      "年度",
      "部门",
      "措施",
      "变更说明",
      "企业得失",
      "模拟对比",
      "核对",
      "运行记录",
    ]);
    for (const name of ["年度", "部门", "措施", "模拟对比"]) {
      const cells = cellsIn(sheetOf(model, name), "不变，与基准之差");
      expect(cells.length).toBeGreaterThan(2);
      for (const { formula, value } of cells) {
        expect(formula).toMatch(/^ROUND\([C-F]\d+-\$B\d+,2\)$/u);
        expect(value).toBe(0);
      }
      expect(cellsIn(sheetOf(model, name), "减半，与基准之差").some(({ value }) => value !== 0)).toBe(true);
    }
    for (const { value } of cellsIn(sheetOf(model, "模拟对比"), "不变，95% 区间半宽")) expect(value).toBe(0);
    expect(cellsIn(sheetOf(model, "模拟对比"), "减半，95% 区间半宽").some(({ value }) => Number(value) > 0)).toBe(true);
  });

  it("is recomputed by LibreOffice to the last digit, and its reconciliation is 0.00 in every line", async () => {
    const model = modelIn("zh");
    const read = await recalculated(model);
    expect(differences(model, read)).toEqual([]);
    const check = sheetOf(model, "核对");
    const lines = check.rows.length - 5;
    expect(lines).toBeGreaterThan(100);
    for (let row = 5; row < check.rows.length; row++) expect(read("核对", row, 3)).toBe(0);
    expect(read("核对", 2, 1)).toBe("全部一致，差额 0.00");
  }, 120_000);

  it("follows an amount that is edited, in every difference above it, and its reconciliation says so", async () => {
    const model = modelIn("zh");
    const years = sheetOf(model, "年度");
    const row = years.rows.findIndex(([label]) => label?.value === "2024");
    const [, base = 0] = years.rows[row]?.map(({ value }) => Number(value)) ?? [];
    const edited: ReportModel = {
      ...model,
      sheets: model.sheets.map((sheet) =>
        sheet === years
          ? {
              ...sheet,
              rows: sheet.rows.map((cells, at) =>
                at === row
                  ? cells.map((cell, column) => (column === 2 ? { ...cell, value: base + 12.34 } : cell))
                  : cells,
              ),
            }
          : sheet,
      ),
    };
    const read = await recalculated(edited);
    // labels, four scenarios, then the differences of 不变, 减半 and =新增
    expect(read("年度", row, 5)).toBe(12.34);
    const sums = years.rows.findIndex(([label], at) => at > row && label?.value === "合计");
    expect(read("年度", sums, 5)).toBe(12.34);
    const summary = sheetOf(model, "比较摘要").rows.findIndex(([label]) => label?.value === "已承诺（预算口径）");
    expect(read("比较摘要", summary, 5)).toBe(12.34);
    expect(read("核对", 2, 1)).toBe("有不一致的项");
  }, 120_000);

  it("lists what differs among parameters and readings, and says each change in words with its grounds", () => {
    const model = modelIn("zh");
    const [count, heads, ...lines] = sheetOf(model, "参数对比").rows.slice(2);
    expect(heads?.slice(3).map(({ value }) => value)).toEqual([
      "现行政策",
      "不变",
      "减半",
      "=新增",
      "不变，与基准之差",
      "减半，与基准之差",
      "=新增，与基准之差",
    ]);
    const line = (key: string) => lines.find(([first]) => first?.value === key)?.slice(3);
    expect(line("m06.补助比例")?.map(({ value }) => value)).toEqual([0.3, 0.3, 0.15, 0.3, 0, -0.15, 0]);
    expect(line("部门分摊")?.at(-2)).toMatchObject({ value: "不同" });
    expect(
      line("m15.年度额度")
        ?.slice(-3)
        .map(({ value }) => value),
    ).toEqual(["相同", "不同", "相同"]);
    expect(count?.slice(-3).map(({ value }) => value)).toEqual([0, 4, 0]);
    const words = sheetOf(model, "变更说明").rows.flatMap((row) => row.map(({ value }) => value));
    expect(words).toContain("控制支出 · 西财发〔2026〕8号");
    expect(words).toContain("「不变」与基准没有差别");
    expect(words).toContain("「减半」的 4 处差别");
    expect(words.filter((word) => String(word).startsWith("新增措施「=示例"))).not.toEqual([]);
  });

  it("moves as much in firms, and what is nobody's, as in all, whoever is grouped how", () => {
    const sheet = sheetOf(modelIn("zh"), "企业得失");
    const sums = sheet.rows.filter(([label]) => label?.value === "合计");
    expect(sums).toHaveLength(9);
    const total = cellsIn(sheetOf(modelIn("zh"), "年度"), "减半，与基准之差");
    const difference = total.find(({ style }) => style === "total")?.value;
    expect(sums.slice(3, 6).map((row) => row[3]?.value)).toEqual([difference, difference, difference]);
  });

  it("is in English without a Chinese word but for names", () => {
    const model = modelIn("en");
    expect(model.sheets.map(({ name }) => name).join()).not.toMatch(/\p{Script=Han}/u);
    for (const { name, rows } of model.sheets.filter((sheet) => sheet.name !== "Run record")) {
      for (const cell of rows
        .flat()
        .filter(({ style }) => style === "heading" || style === "note" || style === "title")) {
        const text = String(cell.value).replaceAll(/现行政策|不变|减半|=新增/gu, "");
        expect([name, text.match(/\p{Script=Han}+/u)?.[0]]).toEqual([name, undefined]);
      }
    }
  });

  it("takes two to five scenarios, and no trials where none were run", () => {
    const input = inputs.get("zh");
    const [one, two] = input?.scenarios ?? [];
    if (!input || !one || !two) throw new Error("the scenarios are compared before the tests");
    expect(() => comparisonWorkbook({ ...input, scenarios: [one] })).toThrow(RangeError);
    expect(() => comparisonWorkbook({ ...input, scenarios: [one, one, one, one, one, one] })).toThrow(RangeError);
    const bare = [one, two].map(({ name, outcome }) => ({ name, outcome }));
    const names = comparisonWorkbook({ ...input, scenarios: bare }).sheets.map(({ name }) => name);
    expect(names).not.toContain("模拟对比");
  });
});

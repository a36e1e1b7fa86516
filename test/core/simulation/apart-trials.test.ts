import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { preparedUnder } from "../../../src/core/policy/added-measure.ts";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { parseScenario } from "../../../src/core/policy/scenario-file.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { forecastOf } from "../../../src/core/simulation/forecast.ts";
import { simulateBlock, type BlockResult } from "../../../src/core/simulation/simulate-block.ts";
import { readWorkbook } from "../../../src/spreadsheet/read-workbook.ts";

const published = preparePolicy(xicheng202371);
const added = xicheng202371.measures.length;
let roster: Roster;

beforeAll(async () => {
  const workbook = await readWorkbook(readFileSync("samples/hand-check-30.xlsx"), "hand-check-30.xlsx");
  if ("refused" in workbook) throw new Error("the sample was refused");
  const imported = importRoster(workbook);
  if (!imported.roster) throw new Error("the sample has no roster");
  roster = imported.roster;
});

const ofEnterprises = {
  table: "enterprises",
  triggers: [
    { id: "a", label: "认定", date: "市级专精特新认定日期" },
    { id: "b", label: "挂牌", date: "新三板挂牌日期" },
  ],
  gross: "奖励",
};
const ofProjects = {
  table: "projects",
  triggers: [{ id: "a", label: "验收", date: "验收日期" }],
  gross: "总投资*比例",
};
const parameters = [
  { name: "奖励", type: "yuan", label: "奖励", value: 100_000 },
  { name: "比例", type: "share", label: "比例", value: 0.1 },
  { name: "资金", type: "yuan", label: "资金", value: null },
  { name: "名额", type: "count", label: "名额", value: null },
  { name: "年限", type: "count", label: "年限", value: 5 },
  { name: "追回比例", type: "share", label: "追回比例", value: 1 },
  { name: "不追回", type: "share", label: "不追回", value: 0 },
  { name: "偏移", type: "count", label: "偏移", value: 1 },
  { name: "分期", type: "shares", label: "分期", value: [0.5, 0.5] },
];

/** More happens than by default, so that few trials are enough. */
const busy = {
  "sim.迁出.年概率": 0.1,
  "sim.市级专精特新认定.年概率": 0.3,
  "sim.新三板挂牌.年概率": 0.1,
  "sim.迁入.年比例": 0.1,
};
const stillness = Object.fromEntries(
  xicheng202371.parameters
    .filter(({ key }) => /^sim\..*(年概率|年比例|年件数|年户数|年违约率|通过率)$/.test(key))
    .map(({ key }) => [key, 0]),
);

function run(measure: object, assumptions: object = busy, values: object = {}) {
  const whole = { id: "x01", article: 32, label: "示例", departments: ["示例部门"], ...measure };
  const text = JSON.stringify({
    format: "exposure-scenario/1",
    name: "新增",
    added: [{ measure: whole, parameters }],
    assumptions,
    parameters: values,
  });
  const scenario = parseScenario(xicheng202371, text);
  const prepared = preparedUnder(published, scenario);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  const forecast = forecastOf(prepared, roster, scenario, evaluation, 7);
  return { evaluation, result: simulateBlock(forecast, { first: 0, count: 50 }) };
}

type Basis = "planning" | "statutory" | "unverified";
const bases: readonly Basis[] = ["planning", "statutory", "unverified"];

/** Money of the added measure by budget year and trial; the recorded part may stand beside the cells. */
function moneyOf({ evaluation: { ledger }, result: { cells } }: ReturnType<typeof run>, basis: Basis, beside = false) {
  const { trials, years } = cells;
  return Array.from({ length: years.count }, (_, slot) => {
    let recorded = 0;
    for (let entry = 0; beside && entry < ledger.count; entry++) {
      const counts = ledger.eligibility[entry] === (basis === "unverified" ? 2 : 1);
      if (ledger.measure[entry] !== added || ledger.year[entry] !== years.first + slot || !counts) continue;
      recorded += (basis === "statutory" ? ledger.statutory : ledger.net)[entry] ?? 0;
    }
    const from = (added * years.count + slot) * trials;
    return Array.from(cells[basis].subarray(from, from + trials), (amount) => recorded + amount);
  });
}

const tailOf = ({ cells }: BlockResult) =>
  cells.tail.flatMap((amounts, key) => (amounts?.some((amount) => amount !== 0) ? [[key, [...amounts]] as const] : []));
const boundsOf = ({ cells }: BlockResult) => {
  const each = cells.bounds.length / cells.measures;
  return [...cells.bounds.subarray(added * each, (added + 1) * each)];
};

const unlimited = { per: "year", order: "date", envelope: "资金" };
const clawback = { date: "迁出日期", years: "年限", share: "追回比例" };
const instalments = { kind: "instalments", shares: "分期", offset: "偏移" };

describe("measures that are settled apart in every trial", () => {
  test.each([
    ["enterprises", ofEnterprises],
    ["enterprises in instalments", { ...ofEnterprises, schedule: instalments }],
    ["enterprises, taken back", { ...ofEnterprises, clawback }],
    ["enterprises in instalments, taken back", { ...ofEnterprises, schedule: instalments, clawback }],
    ["projects", ofProjects],
  ])("come to the same as others where nothing limits them: %s", (_name, measure) => {
    const [alone, apart] = [run(measure), run({ ...measure, allocation: unlimited })];
    for (const basis of bases) expect(moneyOf(apart, basis)).toEqual(moneyOf(alone, basis, true));
    expect(boundsOf(apart.result)).toEqual(boundsOf(alone.result));
    const paid = moneyOf(apart, "planning").flat();
    expect(new Set(paid).size).toBeGreaterThan(4);
  });

  test("take no share of projects back where the share is 0", () => {
    const none = { date: "迁出日期", years: "年限", share: "不追回" };
    const [alone, apart] = [run(ofProjects), run({ ...ofProjects, clawback: none })];
    for (const basis of bases) expect(moneyOf(apart, basis)).toEqual(moneyOf(alone, basis, true));
  });

  test("take payments for projects back of firms that move in a trial, at most what they were paid", () => {
    const [alone, apart] = [run(ofProjects), run({ ...ofProjects, clawback })];
    const [before, after] = [alone, apart].map((each, i) => moneyOf(each, "planning", i === 0));
    const sums = (of: readonly (readonly number[])[] = []): number[] =>
      Array.from({ length: 50 }, (_, trial) => of.reduce((sum, year) => sum + (year[trial] ?? 0), 0));
    const lost = sums(before).map((sum, trial) => sum - (sums(after)[trial] ?? 0));
    expect(Math.min(...lost)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lost)).toBeGreaterThan(0);
    expect(Math.min(...sums(after))).toBeGreaterThanOrEqual(0);
    expect(after?.flat().some((amount) => amount < 0)).toBe(true);
  });

  test.each([
    ["places", { per: "year", order: "score", score: "从业人员", places: "名额" }, { "x01.名额": 2 }, 200_000],
    ["money in order of date", { ...unlimited }, { "x01.资金": 250_000 }, 250_000],
    ["money in proportion", { ...unlimited, order: "share" }, { "x01.资金": 250_000 }, 250_000],
  ])("pay no more in a year than there is: %s", (_name, allocation, values, most) => {
    const limited = run({ ...ofEnterprises, allocation }, busy, values);
    const free = run({ ...ofEnterprises, allocation: unlimited });
    const [paid, wanted] = [moneyOf(limited, "planning"), moneyOf(free, "planning")];
    paid.forEach((year, slot) => {
      year.forEach((amount, trial) => {
        // in proportion every share is cut to whole 分
        const claims = (wanted[slot]?.[trial] ?? 0) / 100_000_00;
        const rest = Math.min(wanted[slot]?.[trial] ?? 0, most * 100) - amount;
        expect(rest).toBeGreaterThanOrEqual(0);
        expect(rest).toBeLessThanOrEqual("order" in allocation && allocation.order === "share" ? claims : 0);
      });
    });
    expect(paid.flat().some((amount, i) => amount < (wanted.flat()[i] ?? 0))).toBe(true);
  });

  test("pay no more over the term than there is", () => {
    const term = run({ ...ofEnterprises, allocation: { ...unlimited, per: "term" } }, busy, { "x01.资金": 450_000 });
    const paid = moneyOf(term, "planning");
    for (let trial = 0; trial < 50; trial++) {
      expect(paid.reduce((sum, year) => sum + (year[trial] ?? 0), 0)).toBeLessThanOrEqual(450_000_00);
    }
  });

  test("are the recorded part to the 分 where nothing can happen", () => {
    const allocation = { per: "year", order: "score", score: "从业人员", places: "名额" };
    const still = run({ ...ofEnterprises, allocation, clawback }, stillness, { "x01.名额": 1 });
    const { ledger } = still.evaluation;
    for (const basis of bases) {
      moneyOf(still, basis).forEach((year, slot) => {
        let recorded = 0;
        for (let entry = 0; entry < ledger.count; entry++) {
          const counts = ledger.eligibility[entry] === (basis === "unverified" ? 2 : 1);
          const inYear = ledger.year[entry] === still.result.cells.years.first + slot;
          if (ledger.measure[entry] !== added || !counts || !inYear) continue;
          recorded += (basis === "statutory" ? ledger.statutory : ledger.net)[entry] ?? 0;
        }
        expect(new Set(year)).toEqual(new Set([recorded]));
      });
    }
    expect(tailOf(still.result)).toEqual([]);
  });
});

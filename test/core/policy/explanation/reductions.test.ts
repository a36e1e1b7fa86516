import { expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import { fieldBehind, rowOf, withCell } from "../../../../src/core/policy/explanation/changed-cell.ts";
import { explainEnterprise } from "../../../../src/core/policy/explanation/explain-enterprise.ts";
import { reductionsOf } from "../../../../src/core/policy/explanation/reductions.ts";
import { shortfallsOf } from "../../../../src/core/policy/explanation/shortfalls.ts";
import { Eligibility } from "../../../../src/core/policy/ledger.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import type { Roster } from "../../../../src/core/roster/roster.ts";
import { sampleRoster } from "../../../support/sample-roster.ts";
import { rosterOf, scenarioOf, type Sheets } from "../evaluate-rows.ts";

const prepared = preparePolicy(xicheng202371);
const scenario = scenarioOf();
const code = "91110102MA01WORK1A";
const firm = {
  统一社会信用代码: code,
  企业名称: "甲公司",
  申报划型: "小型",
  区内注册: "是",
  区内纳税: "是",
  独立核算: "是",
};
const idOf = (measure: number): string => xicheng202371.measures[measure]?.id ?? "";

function explained(roster: Roster, of: string) {
  const evaluation = evaluateRoster(prepared, roster, scenario);
  const explanation = explainEnterprise(prepared, roster, scenario, evaluation, of);
  if (!explanation) throw new Error(`${of} must be in the roster`);
  return explanation;
}

const reductions = (roster: Roster, of = code) => reductionsOf(prepared, roster, scenario, explained(roster, of));

/** Measure, binding limits, 万元 before and after, and by change the cell, how far in 元, and what it pays in 万元. */
const told = (sheets: Sheets) =>
  reductions(rosterOf(sheets)).map(({ measure, limits, gross, net, changes }) => [
    idOf(measure),
    limits.map((limit) => xicheng202371.measures[measure]?.limits[limit]?.kind),
    gross / 1e6,
    net / 1e6,
    changes.map((change) => [change.from.column, change.to.value, change.short, change.net / 1e6]),
  ]);

it("says which contribution would pay the whole of a title's tier", () => {
  // Art. 10: 20万元, but not more than the contribution of 2023, 12万元
  const sheets = { 企业: [{ ...firm, 市级专精特新认定日期: "2024-06-11", 区级综合贡献2023: 12 }] };
  expect(told(sheets)).toEqual([["m10", ["contribution"], 20, 12, [["区级综合贡献2023", 200_000, 80_000, 20]]]]);
});

it("says of co-funding how much less from the city, or how large a project, would leave room", () => {
  const project = { 统一社会信用代码: code, 项目类型: "节能技改", 总投资: 500, 市级补助: 400, 验收日期: "2025-03-01" };
  // Art. 5: 500 × 30% × 0.8 = 120, and 500 − 400 = 100
  const changes = [
    ["总投资", 5_200_000, 200_000, 120],
    ["市级补助", 3_800_000, 200_000, 120],
  ];
  expect(told({ 企业: [firm], 项目: [project] })).toEqual([["m05a", ["cofund"], 120, 100, changes]]);
});

it("offers no cell where a number of the clause holds the amount down", () => {
  const project = { 统一社会信用代码: code, 项目类型: "能源审计", 审计费用: 15, 验收日期: "2025-03-01" };
  expect(told({ 企业: [firm], 项目: [project] })).toEqual([["m05c", ["cap"], 15, 12, []]]);
});

/** TRUE payments of a firm's measure in the whole roster, 分. */
function paid(roster: Roster, measure: number, enterprise: number): number {
  const { ledger } = evaluateRoster(prepared, roster, scenario);
  let sum = 0;
  for (let i = 0; i < ledger.count; i++) {
    const isMeant = ledger.measure[i] === measure && ledger.enterprise[i] === enterprise;
    if (isMeant && ledger.eligibility[i] === Eligibility.true) sum += ledger.net[i] ?? 0;
  }
  return sum;
}

it("pays in the whole roster what each change promises, and less a 分 before it", async () => {
  const roster = await sampleRoster("hand-check-30.xlsx");
  let tried = 0;
  for (const [enterprise, text] of (roster.tables.enterprises.columns.get("uscc")?.values ?? []).entries()) {
    for (const { measure, changes } of reductions(roster, roster.texts[text] ?? "")) {
      for (const { from, to, net } of changes) {
        const [field, row] = [fieldBehind(from), rowOf(roster, from)];
        if (!field) throw new Error(`no field ${from.column}`);
        const value = Math.round(to.value * 100);
        expect(paid(withCell(roster, field, row, value), measure, enterprise)).toBe(net);
        const toward = Math.sign((from.state === "filled" ? Math.round(from.value * 100) : 0) - value);
        expect(paid(withCell(roster, field, row, value + toward), measure, enterprise)).toBeLessThan(net);
        tried++;
      }
    }
  }
  expect(tried).toBeGreaterThanOrEqual(5);
}, 120_000);

/** The set of changes that a measure needs together: column and value. */
function together(sheets: Sheets, id: string) {
  const roster = rosterOf(sheets);
  const found = shortfallsOf(prepared, roster, scenario, explained(roster, code)).find(
    ({ measure }) => idOf(measure) === id,
  );
  return { roster, measure: found?.measure ?? -1, alone: found?.changes, set: found?.together ?? [] };
}

it("finds two changes where one is not enough, each of which is needed", () => {
  const { roster, measure, alone, set } = together(
    { 企业: [{ ...firm, 区内纳税: "否", 独立核算: "否", 新三板挂牌日期: "2024-03-01" }] },
    "m12a",
  );
  expect(alone).toEqual([]);
  expect(set.map(({ from, to }) => [from.column, to.value])).toEqual([
    ["区内纳税", 1],
    ["独立核算", 1],
  ]);
  const withSome = (chosen: typeof set): Roster =>
    chosen.reduce((changed, { from, to }) => {
      const field = fieldBehind(from);
      if (!field) throw new Error(`no field ${from.column}`);
      return withCell(changed, field, rowOf(roster, from), to.value);
    }, roster);
  // Art. 12: 150 × 0.6
  expect(paid(withSome(set), measure, 0)).toBe(90_000_000);
  for (const one of set) expect(paid(withSome(set.filter((other) => other !== one)), measure, 0)).toBe(0);
});

it("follows a cell that fails only once another is filled", () => {
  // a listing date alone leaves open which market it is
  const { set } = together({ 企业: [firm] }, "m12b");
  expect(set.map(({ from }) => from.column)).toEqual(["上市受理日期", "上市市场"]);
});

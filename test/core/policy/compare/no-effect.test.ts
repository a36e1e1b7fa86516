import { expect, it } from "vitest";
import { codes, firm, type CaseRow } from "../../../../rules/xicheng-2023-71/worked-case.ts";
import { xicheng202371 as policy } from "../../../../rules/xicheng-2023-71/policy.ts";
import { wan } from "../../../../src/core/money/money.ts";
import { noEffectOf } from "../../../../src/core/policy/compare/no-effect.ts";
import { evaluateRoster, evaluationPlan } from "../../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { rosterOf, scenarioOf, type Differences, type Sheets } from "../evaluate-rows.ts";

const prepared = preparePolicy(policy);
const titled = { 市级专精特新认定日期: "2023-06-01", 市级专精特新到期日期: "2026-06-01" };
/** One accepted project of a firm; 500万 × 30% × 0.8 = 120万, 150万 on the statutory basis. */
const project = (investment: number, facts: CaseRow = titled): Sheets => ({
  企业: [firm(facts)],
  项目: [
    {
      统一社会信用代码: codes.first,
      项目名称: "A项目",
      项目类型: "数字化转型",
      总投资: investment,
      验收日期: "2024-03-01",
    },
  ],
});

function reasonOf(sheets: Sheets, key: string, differences: Differences) {
  const [roster, scenario] = [rosterOf(sheets), scenarioOf(differences)];
  const plan = evaluationPlan(prepared, roster);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  return noEffectOf({ prepared, roster, scenario, evaluation, sums: (under) => plan.sums(under) }, key);
}

it("finds no reason where the edit moves a figure, also of one basis only", () => {
  expect(reasonOf(project(500), "m06.补助比例", { values: { "m06.补助比例": 0.2 } })).toBeUndefined();
  // 240万 on the planning basis stays under 280万, 300万 on the statutory does not
  expect(reasonOf(project(1000), "m06.单户上限", { values: { "m06.单户上限": wan(280) } })).toBeUndefined();
});

it("names the limit that sets every amount", () => {
  // 3000万 × 30% × 0.8 = 720万, at 35% 840万: 300万 both times
  expect(reasonOf(project(3000), "m06.补助比例", { values: { "m06.补助比例": 0.35 } })).toEqual({
    kind: "other-limit",
    cases: 1,
    limits: [{ name: "cap", cases: 1 }],
  });
});

it("says that a limit is reached by nobody", () => {
  expect(reasonOf(project(500), "m06.单户上限", { values: { "m06.单户上限": wan(400) } })).toEqual({
    kind: "slack",
    cases: 1,
  });
});

it("tells that there is no case, only one after the as-of date, or none that is eligible", () => {
  const values = { "m06.补助比例": 0.2 };
  expect(reasonOf({ 企业: [firm(titled)] }, "m06.补助比例", { values })).toEqual({ kind: "no-case" });
  expect(reasonOf(project(500), "m06.补助比例", { values, asOf: "2024-01-31" })).toEqual({
    kind: "future-case",
    cases: 1,
  });
  expect(reasonOf(project(500, {}), "m06.补助比例", { values })).toEqual({ kind: "no-eligible", cases: 1 });
});

it("names another edit that takes its effect: the end of the measure, a cap", () => {
  const rate = { "m06.补助比例": 0.2 };
  expect(reasonOf(project(500), "m06.补助比例", { values: { ...rate, "m06.停止日期": "2023-12-31" } })).toEqual({
    kind: "expired",
    other: "m06.停止日期",
  });
  expect(reasonOf(project(500), "m06.补助比例", { values: { ...rate, "m06.单户上限": 0 } })).toEqual({
    kind: "other-edit",
    other: "m06.单户上限",
  });
});

it("names a reading under which the number would count", () => {
  // a joint cap of 580万 less 550万 paid leaves 30万, of 600万 50万; with separate caps it limits no admission
  const admitted = { 企业: [firm({ 新三板挂牌日期: "2023-09-01", 第12条上市已兑付: 550 })] };
  const values = { "m12b.单户上限": wan(580) };
  expect(reasonOf(admitted, "m12b.单户上限", { values })).toEqual({
    kind: "reading",
    reading: "挂牌上市合并",
    option: "是",
  });
});

it("tells that the year's quota is not set", () => {
  expect(reasonOf(project(500), "m04.奖励比例", { values: { "m04.奖励比例": 0.2 } })).toEqual({
    kind: "quota-unset",
    key: "m04.年度额度",
  });
});

it("tells what only the simulation reads", () => {
  const simulated = policy.parameters.find(({ space, type }) => space === "simulation" && type === "share");
  expect(simulated).toBeDefined();
  const key = simulated?.key ?? "";
  expect(reasonOf(project(500), key, { values: { [key]: 0.123 } })).toEqual({ kind: "future-only" });
});

import { beforeAll, expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { parseIsoDay } from "../../../../src/core/date/day.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import type { Evaluation } from "../../../../src/core/policy/evaluation.ts";
import { rowOf, withCell } from "../../../../src/core/policy/explanation/changed-cell.ts";
import { explainEnterprise } from "../../../../src/core/policy/explanation/explain-enterprise.ts";
import { shortfallsOf, type SufficientChange } from "../../../../src/core/policy/explanation/shortfalls.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { fieldsOf, type Field } from "../../../../src/core/roster/fields.ts";
import type { Roster } from "../../../../src/core/roster/roster.ts";
import { sampleRoster } from "../../../support/sample-roster.ts";
import { rosterOf, scenarioOf } from "../evaluate-rows.ts";

const prepared = preparePolicy(xicheng202371);
const scenario = scenarioOf();
const measureIndex = (id: string): number => xicheng202371.measures.findIndex((measure) => measure.id === id);

function shortfalls(roster: Roster, code: string, evaluation = evaluateRoster(prepared, roster, scenario)) {
  const explanation = explainEnterprise(prepared, roster, scenario, evaluation, code);
  if (!explanation) throw new Error(`${code} is in the roster and must be explained`);
  return shortfallsOf(prepared, roster, scenario, explanation);
}

const changesOf = (roster: Roster, code: string, id: string) =>
  shortfalls(roster, code).find(({ measure }) => measure === measureIndex(id))?.changes ?? [];

const code = "91110102MA01WORK1A";
const firm = {
  统一社会信用代码: code,
  企业名称: "甲公司",
  申报划型: "小型",
  区内注册: "是",
  区内纳税: "是",
  独立核算: "是",
};

it("finds the day on which a title would have come in time for a project", () => {
  const roster = rosterOf({
    企业: [{ ...firm, 市级专精特新认定日期: "2024-06-11", 市级专精特新到期日期: "2027-06-10" }],
    项目: [{ 统一社会信用代码: code, 项目名称: "上云", 项目类型: "数字化转型", 总投资: 100, 验收日期: "2024-06-01" }],
  });
  // by hand: the title must be dated 1 June at the latest, ten days earlier; or the acceptance ten days later
  const changes = changesOf(roster, code, "m06").map(({ from: { column }, to, short }) => [column, to.value, short]);
  expect(changes).toContainEqual(["市级专精特新认定日期", parseIsoDay("2024-06-01"), 10]);
});

it("names a truth that must be another, without a distance", () => {
  const roster = rosterOf({ 企业: [{ ...firm, 区内纳税: "否", 新三板挂牌日期: "2024-03-01" }] });
  const changes = changesOf(roster, code, "m12a").map(({ from, to, short }) => [
    from.column,
    from.value,
    to.value,
    short,
  ]);
  expect(changes).toEqual([["区内纳税", 0, 1, undefined]]);
});

it("offers no single cell where two conditions fail", () => {
  const roster = rosterOf({ 企业: [{ ...firm, 区内纳税: "否", 独立核算: "否", 新三板挂牌日期: "2024-03-01" }] });
  expect(changesOf(roster, code, "m12a")).toEqual([]);
});

let roster: Roster;
let evaluation: Evaluation;

beforeAll(async () => {
  roster = await sampleRoster("demo-district.xlsx");
  evaluation = evaluateRoster(prepared, roster, scenario);
}, 120_000);

function fieldOfChange({ from }: SufficientChange): Field {
  const field = fieldsOf(from.table).find(({ label }) => label === from.column);
  if (!field) throw new Error(`no field ${from.column}`);
  return field;
}

/** Whether the whole roster with one cell changed has more TRUE triggers of a measure. */
function isDueInAll(change: SufficientChange, measure: number, toward = 0): boolean {
  const field = fieldOfChange(change);
  const scale = field.type === "money" ? 100 : 1;
  const changed = withCell(roster, field, rowOf(roster, change.from), change.to.value * scale + toward);
  const { recordedTriggers } = evaluateRoster(prepared, changed, scenario);
  // triggers without money, e.g. of a start-up whose rent is blank, count as well
  return (recordedTriggers[measure] ?? 0) > (evaluation.recordedTriggers[measure] ?? 0);
}

it("is right in the whole roster: the named change flips the measure, one step less does not", () => {
  const codes = roster.tables.enterprises.columns.get("uscc")?.values ?? new Float64Array();
  let flips = 0;
  let edges = 0;
  for (let row = 3; row < codes.length && flips < 60; row += 41) {
    const uscc = roster.texts[codes[row] ?? -1] ?? "";
    for (const { measure, changes } of shortfalls(roster, uscc, evaluation)) {
      for (const change of changes.slice(0, 2)) {
        if (xicheng202371.measures[measure]?.owner !== "uscc") continue;
        expect(isDueInAll(change, measure), `${uscc} ${measure} ${change.from.column}`).toBe(true);
        flips += 1;
        if (change.short === undefined) continue;
        const back = change.to.value > change.from.value ? -1 : 1;
        expect(isDueInAll(change, measure, back), `${uscc} ${measure} ${change.from.column}`).toBe(false);
        edges += 1;
      }
    }
  }
  expect(flips).toBeGreaterThan(30);
  expect(edges).toBeGreaterThan(3);
}, 120_000);

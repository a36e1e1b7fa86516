import { describe, expect, it } from "vitest";
import { codes, firm } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { sumsRows } from "../../../src/app/scenarios/sums-table.ts";
import { policyUnder, policyUnderAll } from "../../../src/core/policy/added-measure.ts";
import { changesBetween, scenariosInOrder, withChange } from "../../../src/core/policy/compare/changes.ts";
import { outcomeOf, type ScenarioOutcome } from "../../../src/core/policy/compare/outcome.ts";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { parseScenario } from "../../../src/core/policy/scenario-file.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import { changeText } from "../../../src/core/report/change-words.ts";
import { rosterOf } from "../../core/policy/evaluate-rows.ts";

const grant = (id: string, date: string, reward: number) => ({
  measure: {
    id,
    article: 32,
    label: `奖励${id}`,
    departments: ["示例部门"],
    table: "enterprises",
    triggers: [{ id: "on", label: date, date }],
    gross: "奖励",
  },
  parameters: [{ name: "奖励", type: "yuan", label: "奖励", value: reward }],
});
const scenarioOf = (added: readonly object[], rest: object = {}): Scenario =>
  parseScenario(
    xicheng202371,
    JSON.stringify({ format: "exposure-scenario/1", name: "", asOf: "2026-06-30", added, ...rest }),
  );
// one firm, registered 2023-09-01 and rewarded 2024-06-01
const roster = rosterOf({
  企业: [firm({ 统一社会信用代码: codes.first, 新三板挂牌日期: "2023-09-01", 升规奖励日期: "2024-06-01" })],
});
function outcomeUnder(scenario: Scenario): ScenarioOutcome {
  const policy = policyUnder(xicheng202371, scenario);
  return outcomeOf(policy, scenario, evaluateRoster(preparePolicy(policy), roster, scenario));
}
const [listing, upgrade] = [grant("x01", "新三板挂牌日期", 100_000), grant("x02", "升规奖励日期", 200_000)];
const [first, second] = [scenarioOf([listing]), scenarioOf([upgrade])];

describe("two scenarios that add different measures", () => {
  it("are compared by the measure, not by its place", () => {
    const outcomes = [first, second].map(outcomeUnder);
    const labels = { measure: (id: string) => id, department: (name: string) => name, tail: "" };
    const rows = sumsRows(xicheng202371, { members: [], outcomes }, "committed", "measure", labels);
    // 奖励x01 10万元 only in the first, 奖励x02 20万元 only in the second
    expect(rows.filter(({ key }) => key.startsWith("x"))).toEqual([
      { key: "x01", label: "x01", cells: [10_000_000, 0, -10_000_000] },
      { key: "x02", label: "x02", cells: [0, 20_000_000, 20_000_000] },
    ]);
  });

  it("differ by one measure taken away and one added, each change leading to the next", () => {
    const changes = changesBetween(xicheng202371, first, second);
    expect(changes.map((change) => (change.kind === "added" ? [change.id, Boolean(change.to)] : change.kind))).toEqual([
      ["x02", true],
      ["x01", false],
    ]);
    expect(scenariosInOrder(first, changes).at(-1)).toEqual({ ...second, name: first.name });
    const whole = policyUnderAll(xicheng202371, [first, second]);
    expect(changes.map((change) => changeText(change, whole, "zh").sentence)).toEqual([
      "新增措施「奖励x02」",
      "删去新增措施「奖励x01」",
    ]);
  });
});

describe("edits of an added measure's parameters", () => {
  const edited = scenarioOf([listing], { parameters: { "x01.奖励": 150_000 } });

  it("come with the measure where the other scenario has none", () => {
    const [change, ...more] = changesBetween(xicheng202371, { ...publishedScenario, asOf: "2026-06-30" }, edited);
    if (!change) throw new Error("there must be a change");
    expect(more).toEqual([]);
    expect(withChange({ ...publishedScenario, asOf: "2026-06-30", name: "" }, change)).toEqual(edited);
    const [back] = changesBetween(xicheng202371, edited, first).slice(0, 1);
    expect(back).toMatchObject({ kind: "value", from: 150_000, to: 100_000 });
  });

  it("go with the measure", () => {
    const [change, ...more] = changesBetween(xicheng202371, edited, { ...publishedScenario, asOf: "2026-06-30" });
    if (!change) throw new Error("there must be a change");
    expect(more).toEqual([]);
    const without = withChange(edited, change);
    expect([without.added, without.values]).toEqual([undefined, {}]);
  });
});

import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { firm, secondFirm, type CaseRow } from "../../../../rules/xicheng-2023-71/worked-case.ts";
import { policyUnder, preparedUnder } from "../../../../src/core/policy/added-measure.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { parseScenario, ScenarioError } from "../../../../src/core/policy/scenario-file.ts";
import { scenarioText } from "../../../../src/core/policy/scenario-text.ts";
import { publishedScenario } from "../../../../src/core/policy/scenario.ts";
import { paymentsOf, rosterOf } from "../evaluate-rows.ts";
import { shapes } from "./shapes.ts";
import { sharingShapes } from "./sharing-shapes.ts";

const prepared = preparePolicy(xicheng202371);
const asOf = "2023-12-31";
const read = (added: readonly object[], rest: object = {}) =>
  parseScenario(xicheng202371, JSON.stringify({ format: "exposure-scenario/1", name: "新增", added, ...rest }));

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error("there is none");
  return first;
}

const every = [...shapes, ...sharingShapes];

describe("clause shapes as data of a scenario", () => {
  it("has a case for each of the thirteen", () => {
    const numbers = new Set(every.map(({ shape }) => Number.parseInt(shape, 10)));
    expect([...numbers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  for (const { shape, added, roster, paid, arithmetic } of every) {
    it(`${shape}: ${arithmetic}`, () => {
      const scenario = read(added, { asOf: shape === "11 超年度额度按比例核减" ? asOf : "2026-06-30" });
      const whole = preparedUnder(prepared, scenario);
      const evaluation = evaluateRoster(whole, rosterOf(roster), scenario);
      const payments = (scenario.added ?? []).flatMap(({ measure }) =>
        paymentsOf(evaluation, measure.id, whole.policy),
      );
      const counted = payments.filter(({ eligibility }) => eligibility === "true");
      expect(counted.map(({ year, net }) => [year, net])).toEqual(paid);
    });
  }
});

it.each(sharingShapes.map((each) => [each.shape, each] as const))(
  "pays each firm the same in whatever order the roster lists them: %s",
  (_name, { added, roster }) => {
    const scenario = read(added, { asOf: "2026-06-30" });
    const whole = preparedUnder(prepared, scenario);
    const paidByCode = (rows: readonly CaseRow[]) => {
      const { ledger } = evaluateRoster(whole, rosterOf({ 企业: rows }), scenario);
      return Array.from({ length: ledger.count }, (_, i) => {
        const code = rows[ledger.enterprise[i] ?? -1]?.["统一社会信用代码"];
        return `${ledger.measure[i]} ${code} ${ledger.year[i]} ${ledger.net[i]} ${ledger.statutory[i]}`;
      }).sort();
    };
    const firms = roster["企业"] ?? [];
    expect(paidByCode(firms.toReversed())).toEqual(paidByCode(firms));
  },
);

describe("a scenario that adds measures", () => {
  const [, match] = shapes.map(({ added }) => added);
  const scenario = read(match ?? []);

  it("is written to a file and reads back the same", () => {
    expect(parseScenario(xicheng202371, scenarioText(xicheng202371, scenario))).toEqual(scenario);
  });

  it("gives the very policy as published where it adds none", () => {
    expect(policyUnder(xicheng202371, publishedScenario)).toBe(xicheng202371);
    expect(policyUnder(xicheng202371, read([]))).toBe(xicheng202371);
    expect(preparedUnder(prepared, publishedScenario)).toBe(prepared);
  });

  it("leaves what every other measure pays as it is", () => {
    const roster = rosterOf({ 企业: firstOf(shapes.slice(1)).roster["企业"] ?? [] });
    const before = evaluateRoster(prepared, roster, { ...publishedScenario, asOf: "2026-06-30" });
    const after = evaluateRoster(preparedUnder(prepared, scenario), roster, { ...scenario, asOf: "2026-06-30" });
    expect(paymentsOf(after, "m09")).toEqual(paymentsOf(before, "m09"));
    expect(after.ledger.count).toBe(before.ledger.count + 1);
  });

  it("may pay rent without a yearly cap", () => {
    const rent = read(
      [
        {
          measure: {
            id: "x01",
            article: 32,
            label: "房租",
            departments: ["示例部门"],
            table: "enterprises",
            triggers: [{ id: "on", label: "成立", date: "成立日期" }],
            gross: "年房租*比例",
          },
          parameters: [{ name: "比例", type: "share", label: "比例", value: 0.5 }],
        },
      ],
      { asOf: "2026-06-30" },
    );
    const roster = rosterOf({
      企业: [firm({ 成立日期: "2023-09-01", 年房租: 10 }), secondFirm({ 成立日期: "2023-09-01" })],
    });
    const evaluation = evaluateRoster(preparedUnder(prepared, rent), roster, rent);
    // 10万 × 50% = 5万元；乙未填年房租，待核实
    expect(paymentsOf(evaluation, "x01", policyUnder(xicheng202371, rent)).map(({ net }) => net)).toEqual([50_000, 0]);
  });

  it("takes edits of its own parameters by key", () => {
    const edited = read(match ?? [], { asOf: "2026-06-30", parameters: { "x01.比例": 0.2 } });
    const roster = rosterOf(firstOf(shapes.slice(1)).roster);
    const evaluation = evaluateRoster(preparedUnder(prepared, edited), roster, edited);
    // 30万 × 20% = 6万元
    expect(paymentsOf(evaluation, "x01", policyUnder(xicheng202371, edited)).map(({ net }) => net)).toEqual([60_000]);
    expect(() => read(match ?? [], { parameters: { "x01.比例": 1.5 } })).toThrow("x01.比例: found 1.5");
  });
});

describe("an added measure that cannot be used is refused with its place", () => {
  const measure = (change: object) => ({
    measure: {
      id: "x01",
      article: 32,
      label: "示例",
      departments: ["示例部门"],
      table: "enterprises",
      triggers: [{ id: "on", label: "挂牌", date: "新三板挂牌日期" }],
      gross: "奖励",
      ...change,
    },
    parameters: [{ name: "奖励", type: "yuan", label: "奖励", value: 1 }],
  });
  const refusal = (...added: object[]): string => {
    try {
      read(added);
    } catch (error) {
      if (error instanceof ScenarioError) return error.message;
      throw error;
    }
    throw new Error("it was taken");
  };

  it.each([
    ["an unknown name", { gross: "奖励+奖金" }, "x01.gross 3–5"],
    ["units that do not fit", { gross: "奖励+从业人员" }, "x01.gross"],
    [
      "a trigger that is no date",
      { triggers: [{ id: "on", label: "挂牌", date: "奖励" }] },
      "x01.triggers.on.date 0–2",
    ],
    ["an unknown column", { order: ["nothing"] }, "x01.nothing: the table has no column nothing"],
    ["a schedule without its parameter", { schedule: { kind: "anniversaries", years: "年数" } }, "x01.年数"],
    ["a taken id", { id: "m06" }, "m06: the id m06 is taken"],
    ["a circle", { after: { name: "早先", measure: "x01" } }, "x01.after: x01 must be a measure that stands before"],
    ["an unknown member", { color: "red" }, "scenario.added[0].measure.color: unknown"],
    ["a kind of the pack", { kind: "pool" }, "scenario.added[0].measure.kind"],
    [
      "a score that is a date",
      { allocation: { order: "score", score: "成立日期", places: "奖励" } },
      "x01.奖励: a parameter 奖励 of type count is needed",
    ],
    ["a ranking without a limit", { allocation: { order: "date" } }, "x01.allocation: name the places or the envelope"],
    [
      "places that are shared in proportion",
      { allocation: { order: "share", places: "奖励" } },
      "x01.allocation: cutting in proportion needs an envelope and no places",
    ],
    [
      "a ranking of what was received before",
      { allocation: { order: "date", envelope: "奖励" }, chain: { group: "x01", opening: "0*奖励" } },
      "x01.allocation: a measure that competes for places cannot read what was received before",
    ],
    [
      "a clawback without its share",
      { clawback: { date: "迁出日期", years: "年限", share: "比例" } },
      "x01.年限: a parameter 年限 of type count is needed",
    ],
    [
      "a clawback on no date",
      { clawback: { date: "从业人员", years: "年限", share: "比例" } },
      "x01.clawback.date 0–4",
    ],
    [
      "payment later than forecasts reach",
      { schedule: { kind: "once", offset: "迟" } },
      "x01.迟: must not be above 5",
      [{ name: "迟", type: "count", label: "迟", value: 6 }],
    ],
    ["no department", { departments: [] }, "x01.departments: name a department"],
  ])("%s", (_name, change, message, more: readonly object[] = []) => {
    const { parameters, ...rest } = measure(change);
    expect(refusal({ ...rest, parameters: [...parameters, ...more] })).toContain(message);
  });

  it("the same id twice", () => {
    expect(refusal(measure({}), measure({}))).toContain("the id x01 is taken");
  });
});

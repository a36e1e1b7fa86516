import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { firm, secondFirm } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { preparedUnder } from "../../../src/core/policy/added-measure.ts";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { parseScenario } from "../../../src/core/policy/scenario-file.ts";
import type { Scenario } from "../../../src/core/policy/scenario.ts";
import {
  differences,
  edited,
  liveModel,
  prepared,
  recalculated,
  recomputed,
  reportInput,
  whole,
} from "../../support/recalculated-report.ts";
import { rosterOf } from "../policy/evaluate-rows.ts";
import { shapes } from "../policy/added/shapes.ts";
import { fourthFirm, sharingShapes, thirdFirm } from "../policy/added/sharing-shapes.ts";

const used = ["1", "3"].map((number) => shapes.find(({ shape }) => shape.startsWith(`${number} `)));
const asX = (index: number): object[] =>
  JSON.parse(JSON.stringify(used[index]?.added ?? []).replaceAll("x01", `x0${index + 1}`)) as object[];
const roster = rosterOf({ 企业: [{ ...used[0]?.roster["企业"]?.[0], ...used[1]?.roster["企业"]?.[0] }] });
const read = (parameters: object): Scenario =>
  parseScenario(
    xicheng202371,
    JSON.stringify({
      format: "exposure-scenario/1",
      asOf: "2026-06-30",
      added: [...asX(0), ...asX(1)],
      parameters,
    }),
  );
const modelOf = (scenario: Scenario) => {
  const widened = preparedUnder(prepared, scenario);
  const evaluation = evaluateRoster(widened, roster, scenario);
  return whole(liveModel(reportInput(roster, { ...scenario }, { prepared: widened, evaluation })));
};

it("a workbook with added measures recomputes an edit of their parameters as the app does", async () => {
  const exported = modelOf(read({}));
  const cells = await recalculated(edited(exported, { x01_二档: 650_000, x02_比例: 0.2 }));
  const wanted = modelOf(read({ "x01.二档": 650_000, "x02.比例": 0.2 }));
  expect(differences(recomputed(wanted), cells)).toEqual([]);
  expect(differences(recomputed(exported), cells)).not.toEqual([]);
}, 120_000);

describe("measures whose claims compete or are taken back", () => {
  /** Each shape as a measure of its own article: x11 ranks, x12 to x14 ration, x15 and x16 take back. */
  const all = sharingShapes.flatMap(({ added }, index) =>
    added.map(
      (each) =>
        JSON.parse(
          JSON.stringify(each)
            .replaceAll("x01", `x1${index + 1}`)
            .replace('"article":32', `"article":${41 + index}`),
        ) as { readonly measure: { readonly id: string }; readonly parameters: readonly { readonly name: string }[] },
    ),
  );
  const many = rosterOf({
    企业: [
      firm({
        升规奖励日期: "2024-01-10",
        从业人员: 50,
        市级升规奖励: 30,
        营业收入: 3000,
        新三板挂牌日期: "2023-09-01",
      }),
      secondFirm({ 升规奖励日期: "2024-06-01", 从业人员: 80, 市级升规奖励: 20, 营业收入: 1000 }),
      thirdFirm({ 升规奖励日期: "2024-05-01", 从业人员: 80, 市级升规奖励: 10, 营业收入: 2000, 迁出日期: "2025-06-01" }),
      fourthFirm({ 升规奖励日期: "2024-02-01", 从业人员: 90, 市级升规奖励: 7, 营业收入: "", 区内纳税: "" }),
      firm({
        统一社会信用代码: "911101029999006360",
        升规奖励日期: "2024-03-01",
        从业人员: "",
        市级升规奖励: 3,
        新三板挂牌日期: "2023-09-01",
        迁出日期: "2024-06-01",
      }),
    ],
  });
  /** The measures with other values of their own; null: no limit. */
  const under = (values: Readonly<Record<string, unknown>>): Scenario => {
    const added = all.map(({ measure, parameters }) => ({
      measure,
      parameters: parameters.map((each) => {
        const key = `${measure.id}.${each.name}`;
        return key in values ? { ...each, value: values[key] } : each;
      }),
    }));
    return parseScenario(xicheng202371, JSON.stringify({ format: "exposure-scenario/1", asOf: "2026-06-30", added }));
  };
  const modelUnder = (scenario: Scenario) => {
    const widened = preparedUnder(prepared, scenario);
    const evaluation = evaluateRoster(widened, many, scenario);
    return whole(liveModel(reportInput(many, scenario, { prepared: widened, evaluation })));
  };
  const exported = modelUnder(under({}));

  it.each([
    ["as exported", {}],
    ["more places and other amounts", { "x11.名额": 3, "x12.年度资金": 123_456.79, "x13.奖励": 190_000.01 }],
    ["no limit at all", { "x11.名额": null, "x12.年度资金": null, "x13.年度资金": null, "x14.总额": null }],
    [
      "less money, more taken back",
      {
        "x11.名额": 0,
        "x12.年度资金": 0.05,
        "x13.年度资金": 250_000,
        "x14.总额": 1,
        "x15.追回比例": 1,
        "x16.追回比例": 0.333,
      },
    ],
    ["other instalments", { "x16.分期": [0.2, 0.2, 0.6], "x16.奖励": 1_000_000.01, "x12.比例": 0.333 }],
  ])(
    "recompute as the app does: %s",
    async (_name, parameters) => {
      const named = Object.entries(parameters).flatMap(([key, value]): [string, number | null][] =>
        Array.isArray(value)
          ? value.map((each: number, index) => [`${key.replace(".", "_")}_${index + 1}`, each])
          : [[key.replace(".", "_"), typeof value === "number" ? value : null]],
      );
      const cells = await recalculated(edited(exported, Object.fromEntries(named)));
      expect(differences(recomputed(modelUnder(under(parameters))), cells)).toEqual([]);
    },
    120_000,
  );

  it("agrees with the ledger in its own checks", () => {
    const check = exported.sheets.find(({ name }) => name === "核对");
    const wrong = check?.rows.flatMap((row) => row.filter(({ value }) => value === "与导出值不一致"));
    expect(check).toBeDefined();
    expect(wrong).toEqual([]);
  });
});

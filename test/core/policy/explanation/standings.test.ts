import { expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { codes } from "../../../../rules/xicheng-2023-71/worked-case.ts";
import { preparedUnder } from "../../../../src/core/policy/added-measure.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import { instalmentText, sharesText } from "../../../../src/core/policy/explanation/describe-explanation.ts";
import { explainEnterprise } from "../../../../src/core/policy/explanation/explain-enterprise.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { parseScenario } from "../../../../src/core/policy/scenario-file.ts";
import { sharingShapes } from "../added/sharing-shapes.ts";
import { rosterOf } from "../evaluate-rows.ts";

const published = preparePolicy(xicheng202371);

/** What is said of a firm's standing in a shape, and of its payments. */
function said(shape: string, code: string, language: "zh" | "en" = "zh"): readonly string[] {
  const found = sharingShapes.find((each) => each.shape === shape);
  if (!found) throw new Error(`no shape ${shape}`);
  const file = { format: "exposure-scenario/1", asOf: "2026-06-30", added: found.added };
  const scenario = parseScenario(xicheng202371, JSON.stringify(file));
  const prepared = preparedUnder(published, scenario);
  const roster = rosterOf(found.roster);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  const index = xicheng202371.measures.length;
  const explained = explainEnterprise(prepared, roster, scenario, evaluation, code)?.measures[index];
  const measure = prepared.policy.measures[index];
  if (!explained || !measure) throw new Error("nothing is explained");
  return explained.triggers.flatMap(({ dues, payments }) => [
    ...dues.flatMap(({ planning }) => sharesText(planning, language)),
    ...payments.map((payment) => instalmentText(payment, measure, explained.parameters, language)).filter(Boolean),
  ]);
}

it("says at which rank a claim stood and that it is not among the places", () => {
  const shape = "10 评审择优，每年取前两名";
  expect(said(shape, codes.first)).toEqual(["2024 年符合条件的申请 3 项，评分 50，排第 3 名", "名额 2 个，未列入"]);
  expect(said(shape, codes.second, "en")).toEqual([
    "3 eligible claims in 2024: rank 2 with a score of 80",
    "2 places: within",
  ]);
});

it("says what was left of the money when a claim's turn came, by date and over the term", () => {
  expect(said("11 超额度先到先得", codes.first)).toEqual([
    "2024 年符合条件的申请 3 项，按日期排第 3 名",
    "额度 50万元，排在前面的已付 40万元，本项付 10万元",
  ]);
  expect(said("11 超额度按优先顺序", codes.second)).toEqual([
    "全期符合条件的申请 3 项，评分 1000万元，排第 3 名",
    "额度 50万元，排在前面的已付 40万元，本项付 10万元",
  ]);
});

it("says what all ask for where the money is shared in proportion", () => {
  expect(said("11 超额度按比例核减（按触发）", codes.second)).toEqual([
    "2024 年符合条件的合计 30万元，额度 20万元，按比例付 6.666666万元",
  ]);
});

it("says of a payment that it takes one back, with the share", () => {
  expect(said("12 三年内迁出追回一半", codes.first)).toEqual(["追回 50%"]);
});

import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
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

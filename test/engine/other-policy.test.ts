import { expect, it } from "vitest";
import { exampleDistrict } from "../../rules/example-district/policy.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { describeIssue } from "../../src/core/issue/issue-text.ts";
import { evaluateRoster } from "../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../src/core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import { parameterName } from "../../src/core/report/parameter-name.ts";
import type { ReportModel } from "../../src/core/report/report-model.ts";
import { RawKind } from "../../src/core/roster/raw-sheet.ts";
import { runBlocksHere } from "../../src/engine/block-runner.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { simulate } from "../../src/engine/simulate.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { recalculate } from "../support/recalculate.ts";
import {
  differences,
  edited as changed,
  liveModel,
  recalculated,
  recomputed,
  reportInput,
  sheetOf,
} from "../support/recalculated-report.ts";
import { sampleRoster } from "../support/sample-roster.ts";

const engine = createEngine(exampleDistrict);
const prepared = preparePolicy(exampleDistrict);
const roster = await sampleRoster("demo-district.xlsx");
const file = await writeSheets("名册", demoDistrict());
const card = await engine.load(file, "名册.xlsx");
const codes = "codes" in card ? card.codes : [];
const edited = {
  ...publishedScenario,
  values: { "s02.补助比例": 0.25, "s05.补偿资金规模": 400_000 },
  readings: { 项目上限口径: "含市级" },
};

it("a policy that the core has never heard of pays every one of its measures on the sample district", async () => {
  const { totals, ledger } = await engine.evaluate(publishedScenario);
  const paid = exampleDistrict.measures.filter((_, index) => (totals.measures[index]?.committed.size ?? 0) > 0);
  expect(paid.map(({ id }) => id)).toEqual(["s02", "s03", "s04", "s05"]);
  const ofDepartments = [...totals.departments.keys()];
  expect(ofDepartments.every((name) => name.startsWith("示例区"))).toBe(true);
  expect(ledger.count).toBeGreaterThan(0);
});

it("it is explained to every firm, with what is missing", async () => {
  for (const code of codes.slice(0, 20)) {
    const explained = await engine.explain(edited, code);
    expect(explained?.measures.map(({ measure }) => exampleDistrict.measures[measure]?.id)).toEqual(
      exampleDistrict.measures.map(({ id }) => id),
    );
    await engine.shortfalls(edited, code);
  }
});

it("it is simulated on its own processes, whatever another policy simulated of the same roster before", async () => {
  const request = { scenario: publishedScenario, trials: 250, seed: 7 };
  const figures = await engine.simulate(request);
  const means = { roster, runBlocks: runBlocksHere, workers: 1 };
  const [first, second] = [exampleDistrict, xicheng202371].map((published) => ({
    ...means,
    published,
    policy: published,
    evaluation: evaluateRoster(preparePolicy(published), roster, publishedScenario),
  }));
  if (!first || !second) throw new Error("two policies were meant");
  const other = await simulate(second, request);
  expect(await simulate(first, request)).toEqual(figures);
  expect(await simulate(second, request)).toEqual(other);
  expect(figures.measures).toHaveLength(exampleDistrict.measures.length);
  expect(figures.total.byYear.size).toBeGreaterThan(3);
  expect(figures.pools).toHaveLength(1);
});

/** The report's model, with every number that a spreadsheet computes anew. */
const modelOf = (scenario: Scenario): ReportModel => {
  const evaluation = evaluateRoster(prepared, roster, scenario);
  return liveModel(reportInput(roster, scenario, { prepared, evaluation }));
};

it.each([
  ["as published", publishedScenario],
  ["edited", edited],
])(
  "its report, %s, recomputes in LibreOffice to what the page shows, and checks itself with 0.00",
  async (_, scenario) => {
    const model = modelOf(scenario);
    const read = await recalculated(model);
    expect(differences(model, read)).toEqual([]);
    expect(read("核对", 2, 1)).toBe("全部一致");
    const checked = sheetOf(model, "核对").rows.flatMap((cells, row) =>
      cells.flatMap(({ formula = "" }, column) =>
        /^(MAX\(0,)?ROUND\([^()]+-[A-Z]+\d+,2\)\)?$/.test(formula) ? [read("核对", row, column)] : [],
      ),
    );
    expect(checked.length).toBeGreaterThan(100);
    expect(checked.filter((difference) => difference !== 0)).toEqual([]);
  },
);

it("numbers edited in its workbook move the amounts as they do on the page", async () => {
  const { s02, s05, reading } = { s02: 0.25, s05: 400_000, reading: "含市级" };
  const cells = { [parameterName("s02.补助比例")]: s02, [parameterName("s05.补偿资金规模")]: s05 };
  const read = await recalculated(
    changed(modelOf(publishedScenario), { ...cells, [parameterName("项目上限口径")]: reading }),
  );
  expect(differences(recomputed(modelOf(edited)), read)).toEqual([]);
});

it("its report with a simulation, in both languages, opens in LibreOffice without an error", async () => {
  const simulated = await engine.simulate({ scenario: edited, trials: 250, seed: 7 });
  for (const language of ["zh", "en"] as const) {
    const request = {
      scenario: edited,
      language,
      masked: false,
      charts: [],
      writtenAt: "2026-07-01T00:00:00Z",
      simulated,
    };
    const workbook = await readWorkbook(await recalculate(await engine.report(request)), "report.xlsx");
    if ("refused" in workbook) throw new Error(workbook.refused.code);
    const wrong = workbook.sheets.flatMap(({ name, columns }) =>
      columns.flatMap((cells, column) => (cells?.kind.includes(RawKind.error) ? [`${name}, column ${column}`] : [])),
    );
    expect(wrong).toEqual([]);
  }
});

it("a report of another policy is not opened, but told with the names of both and what to do", async () => {
  const request = {
    scenario: edited,
    language: "zh",
    masked: false,
    charts: [],
    writtenAt: "2026-07-01T00:00:00Z",
  } as const;
  const report = await engine.report(request);
  const reopened = await createEngine(xicheng202371).reopen(report.slice(), "报告.xlsx");
  const [issue] = reopened.issues;
  expect("refused" in reopened).toBe(true);
  expect(issue?.code).toBe("other-policy");
  if (!issue) throw new Error("an issue was meant");
  const { message, remedy } = describeIssue(issue, "zh");
  expect(message).toContain(exampleDistrict.title);
  expect(message).toContain(xicheng202371.title);
  expect(remedy).toContain("--policy");
  const own = await engine.reopen(report, "报告.xlsx");
  if ("refused" in own) throw new Error(JSON.stringify(own.issues));
  expect(own.ofOtherPolicy).toBe(false);
  expect(own.scenario.values).toEqual(edited.values);
  expect(own.issues).toEqual([]);
});

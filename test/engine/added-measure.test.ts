import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { parseScenario } from "../../src/core/policy/scenario-file.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { shapes } from "../core/policy/added/shapes.ts";

const file = await writeSheets(
  "名册",
  demoDistrict().map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 60) })),
);
const engine = createEngine(xicheng202371);
const card = await engine.load(file.slice(), "名册.xlsx");
const project = shapes.find(({ shape }) => shape.startsWith("6"))?.added ?? [];
const text = JSON.stringify({ format: "exposure-scenario/1", name: "新增", added: project });
const scenario = parseScenario(xicheng202371, text);
const added = xicheng202371.measures.length;

it("an added measure is evaluated, compared and explained like one of the law", async () => {
  const before = await engine.evaluate(publishedScenario);
  const after = await engine.evaluate(scenario);
  expect(after.ledger.measure.includes(added)).toBe(true);
  expect(Array.from(after.recordedTriggers.slice(0, added))).toEqual(Array.from(before.recordedTriggers));
  const [base, changed] = await engine.totals([publishedScenario, scenario]);
  const sum = (line: typeof base) => [...(line?.committed.values() ?? [])].reduce((total, each) => total + each, 0);
  const own = after.ledger.measure.reduce(
    (total, measure, i) =>
      measure >= added && after.ledger.eligibility[i] === 1 ? total + (after.ledger.net[i] ?? 0) : total,
    0,
  );
  expect(own).toBeGreaterThan(0);
  expect(sum(changed) - sum(base)).toBe(own);
  const code = "codes" in card ? (card.codes[0] ?? "") : "";
  const explained = await engine.explain(scenario, code);
  expect(explained?.measures.find(({ measure }) => measure === added)?.parameters).toContainEqual({
    key: "x01.比例",
    value: 0.5,
  });
});

it("an added measure is simulated on the events of the policy's own processes, and moves no other measure", async () => {
  const request = { trials: 250, seed: 3 };
  const before = await engine.simulate({ ...request, scenario: publishedScenario });
  const after = await engine.simulate({ ...request, scenario });
  expect(after.measures.slice(0, added)).toEqual(before.measures);
  expect(after.measures).toHaveLength(added + project.length);
  expect(await engine.simulate({ ...request, scenario: publishedScenario })).toEqual(before);
});

it("an added measure stands in the report with its parameters and its payments as live formulas", async () => {
  const request = { scenario, language: "zh", masked: false, charts: [], writtenAt: "2026-07-01T00:00:00Z" } as const;
  const bytes = await engine.report(request);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  const workbook = parts.find(([name]) => name.endsWith("workbook.xml"))?.[1] ?? "";
  expect(workbook).toContain("x01_比例");
  const sheets = parts.filter(([name]) => name.includes("worksheets/")).map(([, part]) => part);
  expect(sheets.some((sheet) => /<f>[^<]*x01_比例[^<]*<\/f>/.test(sheet))).toBe(true);
});

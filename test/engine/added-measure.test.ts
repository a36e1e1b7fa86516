import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { parseScenario } from "../../src/core/policy/scenario-file.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { RawKind } from "../../src/core/roster/raw-sheet.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
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

it("the workbook with the errors weighs what an added measure pays, too", async () => {
  const header = ["统一社会信用代码", "企业名称", "区内注册", "市级升规奖励", "升规奖励日期"];
  const firm = ["91110000600037341L", "甲", undefined, 30, "2024-06-01"];
  const bytes = await writeSheets("名册", [{ name: "企业", rows: [header, firm], width: 16 }]);
  const award = shapes.find(({ shape }) => shape.startsWith("2"))?.added ?? [];
  const of = JSON.stringify({ format: "exposure-scenario/1", name: "新增", asOf: "2026-06-30", added: award });
  const amounts = async (under: typeof publishedScenario): Promise<number[]> => {
    const made = await engine.errorWorkbook({ bytes, fileName: "名册.xlsx", scenario: under, language: "zh" });
    if (!(made instanceof Uint8Array)) throw new Error("refused");
    const book = await readWorkbook(made, "标错.xlsx");
    if ("refused" in book) throw new Error(book.refused.code);
    const column = book.sheets.at(-1)?.columns[8];
    return [...(column?.values ?? [])].filter((value, row) => column?.kind[row] === RawKind.number && value > 0);
  };
  // 区内注册 is blank: 第九条 pays 10% of 30万, the added measure 60% of it, at most 15万元
  expect(await amounts({ ...publishedScenario, asOf: "2026-06-30" })).toEqual([30_000]);
  expect(await amounts(parseScenario(xicheng202371, of))).toEqual([150_000, 30_000]);
});

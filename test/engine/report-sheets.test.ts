import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { isReport } from "../../src/engine/report-sheets.ts";

it("knows a report in either language from a roster, a template and what is no workbook", async () => {
  const engine = createEngine(xicheng202371);
  const roster = new Uint8Array(await readFile("samples/hand-check-30.xlsx"));
  await engine.load(roster, "hand-check-30.xlsx");
  for (const language of ["zh", "en"] as const) {
    const request = { scenario: publishedScenario, language, masked: true, charts: [], writtenAt: "" };
    expect(isReport(await engine.report(request))).toBe(true);
  }
  expect(isReport(roster)).toBe(false);
  expect(isReport(await engine.template())).toBe(false);
  expect(isReport(new TextEncoder().encode("统一社会信用代码,企业名称"))).toBe(false);
});

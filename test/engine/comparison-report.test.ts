import { readFile, writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const scenarios = [
  { name: "现行政策", scenario: publishedScenario },
  { name: "减半", scenario: { ...publishedScenario, name: "减半", values: { "m06.补助比例": 0.15 } } },
];
const request = {
  language: "zh",
  scenarios,
  run: { trials: 500, seed: 1 },
  writtenAt: "2026-11-24T00:00:00Z",
} as const;

it("writes scenarios side by side, tells how far it is, and stops when asked", async () => {
  const engine = createEngine(xicheng202371);
  await expect(engine.comparisonReport(request)).rejects.toThrow("no roster was loaded");
  await engine.load(new Uint8Array(await readFile("samples/hand-check-30.xlsx")), "hand-check-30.xlsx");
  const done: number[] = [];
  const bytes = await engine.comparisonReport(request, { onProgress: (progress) => done.push(progress.done) });
  if (process.env["KEEP"]) await writeFile(process.env["KEEP"], bytes);
  expect(done.toSorted((a, b) => a - b)).toEqual(done);
  expect(done.at(-1)).toBe(1);
  const workbook = await readWorkbook(bytes, "比较.xlsx");
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  expect(workbook.sheets.map(({ name }) => name)).toContain("模拟对比");
  const stopping = new AbortController();
  stopping.abort();
  await expect(engine.comparisonReport(request, { signal: stopping.signal })).rejects.toThrow("abort");
  await expect(engine.comparisonReport({ ...request, scenarios: scenarios.slice(1) })).rejects.toThrow(RangeError);
});

import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { unpackParts } from "../../src/spreadsheet/part-package.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const departments = ["区发展改革委", "区中小企业服务中心"].map((department) => ({
  department,
  fileName: `报告-${department}.xlsx`,
  charts: [],
}));
const request = { scenario: publishedScenario, language: "zh", masked: false, departments, writtenAt: "" } as const;

it("packs one readable workbook a department, its own articles alone, tells which is under way, and stops", async () => {
  const engine = createEngine(xicheng202371);
  await engine.load(new Uint8Array(await readFile("samples/hand-check-30.xlsx")), "hand-check-30.xlsx");
  const told: (string | undefined)[] = [];
  const done: number[] = [];
  const bytes = await engine.departmentReports(request, {
    onProgress: (progress) => {
      if (progress.step !== "report") return;
      told.push(progress.what);
      done.push(progress.done);
    },
  });
  expect(done.toSorted((a, b) => a - b)).toEqual(done);
  expect(told).toContain("区中小企业服务中心 · 核对");
  const open = unpackParts(bytes);
  if (typeof open !== "function") throw open;
  for (const { department, fileName } of departments) {
    const part = open(fileName);
    expect(part, fileName).toBeDefined();
    // the same as the report of the department alone
    expect(part).toEqual(await engine.report({ ...request, department, charts: [] }));
  }
  const workbook = await readWorkbook(open(departments[1]?.fileName ?? "") ?? new Uint8Array(), "a.xlsx");
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const names = workbook.sheets.map(({ name }) => name);
  expect(names).toContain("第六条明细");
  expect(names).not.toContain("第五条明细");
  const stopping = new AbortController();
  const stopped = engine.departmentReports(request, { signal: stopping.signal, onProgress: () => stopping.abort() });
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
});

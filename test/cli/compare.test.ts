import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runCli as run } from "../support/run-cli.ts";

// each test starts processes
vi.setConfig({ testTimeout: 180_000 });

const roster = "samples/hand-check-30.xlsx";

test("scenarios are priced against the published policy or another, as data and as a workbook", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cesuan-"));
  const [half, same, json, report] = ["减半.json", "不变.json", "c.json", "c.xlsx"].map((name) => join(folder, name));
  try {
    if (!half || !same || !json || !report) throw new Error("no paths");
    const scenario = (share: number): string =>
      JSON.stringify({ format: "exposure-scenario/1", parameters: { "m06.补助比例": share } });
    writeFileSync(half, scenario(0.15));
    writeFileSync(same, scenario(0.3));
    const found = await run("compare", roster, half, same, "--trials", "250", "--json", json, "--report", report);
    expect(found.code).toBe(0);
    const result = JSON.parse(readFileSync(json, "utf8"));
    expect(result).toMatchObject({
      format: "scenario-comparison/1",
      scenarios: ["现行政策", "减半", "不变"],
      committed: { total: { differences: [-1_200_000, 0] } },
      trials: 250,
      seed: 1,
    });
    expect(result.committed.department.length).toBeGreaterThan(3);
    expect(result.paired[0].measures.m06.term.mean.value).toBeLessThan(-1_000_000);
    expect(result.paired[0].departments["区中小企业服务中心"].byYear["2026"].mean.low).toBeLessThan(0);
    const zero = { value: 0, low: 0, high: 0 };
    expect(result.paired[1].total.term).toEqual({ mean: { ...zero, se: 0 }, p50: zero, p95: zero });
    expect(readFileSync(report).subarray(0, 2).toString()).toBe("PK");
    // measured against another, in its own sign
    const turned = await run("compare", roster, same, "--scenario", half, "--trials", "0");
    expect(JSON.parse(turned.out)).toMatchObject({
      scenarios: ["减半", "不变"],
      committed: { total: { differences: [1_200_000] } },
    });
    expect(JSON.parse(turned.out)).not.toHaveProperty("paired");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a roster alone, or more than four scenarios, is refused with what is allowed", async () => {
  expect((await run("compare", roster)).err).toContain("compare takes a roster and 1 to 4 scenarios, found 1 files");
  expect((await run("compare", roster, "a", "b", "c", "d", "e")).code).toBe(2);
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { scenarioText } from "../../src/core/policy/scenario-text.ts";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import { runCli as run } from "../support/run-cli.ts";

// each test starts processes
vi.setConfig({ testTimeout: 120_000 });

const roster = "samples/hand-check-30.xlsx";
const once = ["--trials", "100", "--seed", "3", "--workers", "1"];

test("each end of a bar is the simulation with that assumption there, widest first; no trials are refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cesuan-sensitivity-"));
  const termOf = async (scenario: Scenario) => {
    const file = join(folder, "s.json");
    writeFileSync(file, scenarioText(xicheng202371, scenario));
    const { mean, p95 } = JSON.parse((await run("simulate", roster, ...once, "--scenario", file)).out).total.simulated
      .term;
    return { mean: { value: mean }, p95: { value: p95 } };
  };
  try {
    const { code, out } = await run("sensitivity", roster, ...once);
    expect(code).toBe(0);
    const { base, bars } = JSON.parse(out);
    expect(bars).toHaveLength(xicheng202371.assumptionRanges.length);
    expect(base).toMatchObject(await termOf(publishedScenario));
    const [{ key, low, high }] = bars;
    expect(low).toMatchObject(await termOf({ ...publishedScenario, values: { [key]: low.value } }));
    expect(high).toMatchObject(await termOf({ ...publishedScenario, values: { [key]: high.value } }));
    expect(high.difference.mean).toBeCloseTo(high.mean.value - base.mean.value, 1);
    const widths = bars.map((bar: typeof low) => Math.abs(bar.high.mean.value - bar.low.mean.value));
    expect(widths).toEqual(widths.toSorted((a: number, b: number) => b - a));
    const none = await run("sensitivity", roster, "--trials", "0");
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(none.err).toContain("--trials: found 0, a tornado takes 1 trial or more");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

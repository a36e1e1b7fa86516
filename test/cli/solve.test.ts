import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { scenarioText } from "../../src/core/policy/scenario-text.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { runCli as run } from "../support/run-cli.ts";

// each test starts processes
vi.setConfig({ testTimeout: 120_000 });

const roster = "samples/hand-check-30.xlsx";
const rate = ["--parameter", "m06.补助比例"];
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cesuan-solve-"));
  await run("--help"); // builds the bundle once
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test("the rate that a committed sum affords is the one worked by hand, to the step", async () => {
  // docs/hand-check.md: 2024 comes to 1591.015万, of it firm 07's project 600 × rate × 0.8 = 144万 at 30 %.
  // At 20 % it is 96万: 1543.015万. A step of 0.01 % more adds 600万 × 0.0001 × 0.8 = 480 元.
  const words = ["--figure", "committed", "--year", "2024", "--limit", "15430150", "--workers", "1"];
  const { code, out, err } = await run("solve", roster, ...rate, ...words);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    format: "goal-seek/1",
    parameter: "m06.补助比例",
    figure: "committed",
    year: 2024,
    limit: 15_430_150,
    outcome: "found",
    found: { value: 0.2, figure: 15_430_150 },
    beyond: { value: 0.2001, figure: 15_430_630 },
    check: { figure: 15_430_150, isWithinLimit: true },
    isMonotone: true,
  });
  expect(err).toContain("m06.补助比例 = 0.2001");
});

test("a rate for P95 gives the figure of a simulation at it, in two threads as in one, and is checked from a fresh seed", async () => {
  const trials = ["--trials", "500", "--seed", "5"];
  const words = ["solve", roster, ...rate, "--figure", "p95", "--limit", "35500000", ...trials];
  const [once, twice] = [await run(...words, "--workers", "1"), await run(...words, "--workers", "2")];
  expect(once.code).toBe(0);
  expect(twice.out).toBe(once.out);
  const { outcome, found, beyond, check, tried } = JSON.parse(once.out);
  expect(outcome).toBe("found");
  expect(found.figure).toBeLessThanOrEqual(35_500_000);
  expect(beyond.figure).toBeGreaterThan(35_500_000);
  expect(beyond.value - found.value).toBeCloseTo(0.0001, 12);
  expect(tried).toContainEqual(found);
  const p95At = async (seed: string) => {
    const scenario = { ...publishedScenario, values: { "m06.补助比例": found.value } };
    const file = join(folder, "s.json");
    await writeFile(file, scenarioText(xicheng202371, scenario));
    const { out } = await run("simulate", roster, "--scenario", file, "--trials", "500", "--seed", seed);
    const { p95, p95low, p95high } = JSON.parse(out).total.simulated.term;
    return { figure: p95, low: p95low, high: p95high };
  };
  expect((await p95At("5")).figure).toBe(found.figure);
  expect(check).toMatchObject({ seed: 6, ...(await p95At("6")) });
});

test("the chance of passing a budget is sought as a share; without a budget it is refused with the remedy", async () => {
  const file = join(folder, "budget.json");
  // 2024 is all recorded: 1543.015万 at 20 %, so the chance is 0 up to there and 1 beyond
  const budgets = { 2024: { total: 15_430_150 } };
  await writeFile(file, scenarioText(xicheng202371, { ...publishedScenario, budgets }));
  const words = [...rate, "--figure", "over-budget", "--year", "2024", "--limit", "0.05", "--trials", "250"];
  const { out } = await run("solve", roster, ...words, "--scenario", file);
  expect(JSON.parse(out)).toMatchObject({
    figure: "over-budget",
    limit: 0.05,
    found: { value: 0.2, figure: 0 },
    beyond: { value: 0.2001, figure: 1 },
    check: { figure: 0, low: 0 },
  });
  const without = await run("solve", roster, ...words);
  expect([without.code, without.out]).toEqual([2, ""]);
  expect(without.err).toContain("--figure over-budget: the scenario sets no budget for this year");
});

test("a limit that neither end keeps, or both, is said so", async () => {
  const words = ["--figure", "committed", "--year", "2024"];
  // without firm 07's project 2024 is 1591.015 − 144 = 1447.015万
  const none = await run("solve", roster, ...rate, ...words, "--limit", "100");
  expect(JSON.parse(none.out)).toMatchObject({ outcome: "none", nearest: { value: 0, figure: 14_470_150 } });
  const every = await run("solve", roster, ...rate, ...words, "--limit", "100000000");
  expect(JSON.parse(every.out)).toMatchObject({ outcome: "every" });
});

test.each([
  [["--figure", "mean", "--limit", "1"], "solve needs --parameter KEY"],
  [
    ["--parameter", "m06.比例", "--figure", "mean", "--limit", "1"],
    "--parameter: found m06.比例; known are m06.补助比例",
  ],
  [
    ["--parameter", "m11a.分期", "--figure", "mean", "--limit", "1"],
    "--parameter: m11a.分期 is a shares, only a number can be sought",
  ],
  [[...rate, "--figure", "p50", "--limit", "1"], "--figure: found p50, allowed are mean, p95, over-budget, committed"],
  [[...rate, "--figure", "mean", "--limit", "1,000"], "--limit: found 1,000, allowed is a number from 0"],
  [[...rate, "--figure", "mean"], "--limit: found none"],
  [
    [...rate, "--figure", "mean", "--limit", "1", "--year", "2050"],
    "--year: found 2050, allowed is a year from 2023 to",
  ],
  [[...rate, "--figure", "mean", "--limit", "1", "--department", "无此局"], "--department: found 无此局, known are"],
  [
    [...rate, "--figure", "mean", "--limit", "1", "--trials", "0"],
    "--trials: found 0, this figure takes 1 trial or more",
  ],
])("%j is refused with place and remedy", async (words, message) => {
  const { code, out, err } = await run("solve", roster, ...words);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
});

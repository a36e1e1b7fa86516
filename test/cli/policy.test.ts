import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { scenarioText } from "../../src/core/policy/scenario-text.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { exampleDistrict } from "../../rules/example-district/policy.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { runCli as run } from "../support/run-cli.ts";

// each test starts a process or two
vi.setConfig({ testTimeout: 120_000 });

const sample = "samples/demo-district.xlsx";
const other = ["--policy", "example-district"];
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cesuan-policy-"));
  await run("--help"); // builds the bundle once
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test("--policy prices by another pack, in threads of its own as in one, and its report opens again", async () => {
  const report = join(folder, "报告.xlsx");
  const once = await run("simulate", sample, ...other, "--trials", "500", "--workers", "1");
  const twice = await run("simulate", sample, ...other, "--trials", "500", "--workers", "2", "--report", report);
  expect([once.code, twice.code]).toEqual([0, 0]);
  expect(twice.out).toBe(once.out);
  const result: unknown = JSON.parse(once.out);
  expect(result).toMatchObject({ policy: { id: "example-district" } });
  expect(once.out).toContain('"s05"');
  const reopened = await run("reopen", report, ...other);
  expect(reopened.code).toBe(0);
  expect(JSON.parse(reopened.out)).toMatchObject({ policy: { id: "example-district" } });
  const wrong = await run("reopen", report);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain(exampleDistrict.title);
  expect(wrong.err).toContain("--policy");
});

test("a scenario of another policy is told by the names of both, and nothing is written", async () => {
  const file = join(folder, "西城.json");
  await writeFile(file, scenarioText(xicheng202371, publishedScenario));
  const { code, out, err } = await run("simulate", sample, ...other, "--scenario", file, "--trials", "0");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(xicheng202371.title);
  expect(err).toContain(`--policy ${xicheng202371.id}`);
});

test("parts join only under the policy that they were run by", async () => {
  const part = join(folder, "part.json");
  const shard = await run("simulate", sample, ...other, "--trials", "500", "--shard", "0/1", "--json", part);
  expect(shard.code).toBe(0);
  const wrong = await run("merge", part);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("--policy example-district");
  const joined = await run("merge", part, ...other);
  const whole = await run("simulate", sample, ...other, "--trials", "500");
  expect(joined.out).toBe(whole.out);
  expect((await readFile(part, "utf8")).length).toBeGreaterThan(0);
});

test("--policy takes a pack as a file, and sends it to its threads; one with a slip is told by its place", async () => {
  const own = { ...exampleDistrict, id: "own-district", title: "自拟政策（虚构）" };
  const file = join(folder, "own.json");
  await writeFile(file, JSON.stringify(own));
  const words = ["--trials", "250", "--workers", "2"];
  const [ours, example] = [
    await run("simulate", sample, "--policy", file, ...words),
    await run("simulate", sample, ...other, ...words),
  ];
  expect(ours.code).toBe(0);
  const result: unknown = JSON.parse(ours.out);
  expect(result).toMatchObject({ policy: { id: "own-district" } });
  const totalIn = (out: string): string | undefined => /^ "total": [\s\S]*?^ \}/mu.exec(out)?.[0];
  expect(totalIn(ours.out)?.length).toBeGreaterThan(100);
  expect(totalIn(ours.out)).toBe(totalIn(example.out));
  await writeFile(file, JSON.stringify({ ...own, termEnd: "never" }));
  const wrong = await run("simulate", sample, "--policy", file, "--trials", "0");
  expect([wrong.code, wrong.out]).toEqual([2, ""]);
  expect(wrong.err).toContain('termEnd: found "never"');
});

test("a policy that there is not is told with those that there are", async () => {
  const { code, err } = await run("check", sample, "--policy", "no-district");
  expect(code).toBe(2);
  expect(err).toContain("no-district");
  expect(err).toContain("xicheng-2023-71, example-district");
});

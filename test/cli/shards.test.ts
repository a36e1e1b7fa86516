import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

// each test starts a process or more
vi.setConfig({ testTimeout: 120_000 });

const roster = "samples/hand-check-30.xlsx";
const whole = ["simulate", roster, "--trials", "600", "--seed", "9"];
let folder = "";

/** Runs the command line as a user does and gives what it printed and its exit code. */
function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 2 ** 26 };
    execFile(process.execPath, ["src/cli/launch.mjs", ...words], options, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

const part = (index: number): string => join(folder, `part-${index}.json`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cesuan-shards-"));
  for (const index of [0, 1, 2, 3]) {
    const { code } = await run(...whole, "--workers", "1", "--shard", `${index}/4`, "--json", part(index));
    if (code !== 0) throw new Error(`shard ${index} ended with ${code}`);
  }
}, 240_000);

afterAll(() => rm(folder, { recursive: true }));

test.each([
  ["SLURM_ARRAY_TASK_ID", "SLURM_CPUS_PER_TASK"],
  ["JOB_COMPLETION_INDEX", "CPUS"],
])("the recipe that reads %s writes the part that it names", async (index, cpus) => {
  const page = await readFile("docs/shards.md", "utf8");
  const command = [...page.matchAll(/npm run -s cli -- simulate(?:(?!```)[^])*?--json "[^"]*"/g)]
    .map(([text]) => text)
    .find((text) => text.includes(index));
  const script = (command ?? "")
    .replaceAll("/data/roster.xlsx", roster)
    .replaceAll("/data", join(folder, "recipe"))
    .replace("--trials 100000 --seed 1", "--trials 600 --seed 9")
    .replace("/20", "/4")
    .replaceAll(/\\?\n\s+/g, " ");
  await mkdir(join(folder, "recipe"), { recursive: true });
  await promisify(execFile)("sh", ["-c", script], { env: { ...process.env, [index]: "1", [cpus]: "1" } });
  expect(await readFile(join(folder, "recipe", "part-1.json"), "utf8")).toBe(await readFile(part(1), "utf8"));
});

describe("a simulation from the command line", () => {
  test("gives the same text for any number of workers and from merged shards in any order, empty ones too", async () => {
    const texts = [
      (await run(...whole, "--workers", "1")).out,
      (await run(...whole, "--workers", "3")).out,
      (await run("merge", part(2), part(0), part(3), part(1))).out,
    ];
    expect(new Set(texts).size).toBe(1);
    const { total, run: made, pools, measures, tailByTriggerYear } = JSON.parse(texts[0] ?? "");
    expect(made).toMatchObject({ trials: 600, seed: 9 });
    expect(Object.keys(total.simulated)).toEqual(["byYear", "term", "tail", "ceilingMean", "unverifiedMean"]);
    const names = ["mean", "sd", "se", "p5", "p25", "p50", "p75", "p90", "p95", "p99", "tvar95", "p95low", "p95high"];
    expect(Object.keys(total.simulated.byYear["2027"]).sort()).toEqual(names.sort());
    expect(total.simulated.byYear["2024"]).toMatchObject({ mean: total.committed["2024"], sd: 0 });
    expect(measures.every((line: object) => "simulated" in line)).toBe(true);
    const { triggers, gross, forgone, limits } = measures.find(({ id }: { id: string }) => id === "m10").simulated
      .binds;
    const sum = (name: string): number =>
      Object.values<Record<string, number>>(limits).reduce((all, limit) => all + (limit[name] ?? 0), 0);
    expect([sum("triggers"), sum("share"), sum("forgone")].map((value) => value.toFixed(1))).toEqual(
      [triggers, 1, forgone].map((value) => value.toFixed(1)),
    );
    expect(gross).toBeGreaterThanOrEqual(forgone);
    const tails = Object.values<{ total: { mean: number } }>(tailByTriggerYear).map(({ total: { mean } }) => mean);
    expect(tails.reduce((all, mean) => all + mean, 0)).toBeCloseTo(total.simulated.tail.mean, 1);
    expect(pools[0].simulated.exhaustionProbability).toBeGreaterThanOrEqual(0);
  });

  test("gives the same text from merged shards where a scenario adds a measure that ranks and takes back", async () => {
    const scenario = join(folder, "added.json");
    const measure = {
      id: "x01",
      article: 32,
      label: "示例措施",
      departments: ["示例部门"],
      table: "enterprises",
      triggers: [{ id: "on", label: "认定", date: "市级专精特新认定日期" }],
      gross: "奖励",
      allocation: { per: "year", order: "score", score: "从业人员", places: "名额" },
      clawback: { date: "迁出日期", years: "年限", share: "比例" },
    };
    const parameters = [
      { name: "奖励", type: "yuan", label: "奖励", value: 100_000 },
      { name: "名额", type: "count", label: "名额", value: 1 },
      { name: "年限", type: "count", label: "年限", value: 3 },
      { name: "比例", type: "share", label: "比例", value: 0.5 },
    ];
    await writeFile(scenario, JSON.stringify({ format: "exposure-scenario/1", added: [{ measure, parameters }] }));
    const words = [...whole, "--scenario", scenario, "--workers", "1"];
    const parts = [0, 1].map((index) => join(folder, `added-${index}.json`));
    for (const [index, file] of parts.entries()) await run(...words, "--shard", `${index}/2`, "--json", file);
    const inOnePiece = (await run(...words, "--workers", "2")).out;
    expect((await run("merge", ...parts)).out).toBe(inOnePiece);
    const { measures } = JSON.parse(inOnePiece);
    const { simulated } = measures.find(({ id }: { id: string }) => id === "x01");
    expect(simulated.byYear["2027"].p95).toBeLessThanOrEqual(100_000);
    expect(simulated.byYear["2027"].mean).toBeGreaterThan(0);
  });

  test("takes seed, trials and budgets of the scenario file; the command line wins", async () => {
    const scenario = join(folder, "scenario.json");
    const budgets = { 2027: { total: 1, departments: { 区科技和信息化局: 0 } } };
    await writeFile(scenario, JSON.stringify({ format: "exposure-scenario/1", seed: 3, trials: 100, budgets }));
    const own = JSON.parse((await run("simulate", roster, "--scenario", scenario)).out);
    expect(own.run).toMatchObject({ seed: 3, trials: 100 });
    expect(own.total.simulated.byYear["2027"].probabilityOverBudget).toBe(1);
    // Wilson's lower end for 100 of 100 is n ÷ (n + z²) = 100 ÷ 103.84; the term has the budget of 2027 alone
    for (const figures of [own.total.simulated.byYear["2027"], own.total.simulated.term]) {
      expect(figures.probabilityOverBudgetLow).toBeCloseTo(100 / (100 + 1.959964 ** 2), 6);
      expect([figures.probabilityOverBudget, figures.probabilityOverBudgetHigh]).toEqual([1, 1]);
    }
    expect(own.total.simulated.byYear["2026"].probabilityOverBudget).toBeUndefined();
    const won = JSON.parse(
      (await run("simulate", roster, "--scenario", scenario, "--seed", "4", "--trials", "50")).out,
    );
    expect(won.run).toMatchObject({ seed: 4, trials: 50 });
    expect(won.run.fingerprint).not.toBe(own.run.fingerprint);
  });
});

describe("parts that do not make up one run", () => {
  test("are refused by what is missing", async () => {
    const { code, err } = await run("merge", part(0), part(2));
    expect([code, err]).toEqual([2, expect.stringContaining("of 4 parts these are missing: 1, 3")]);
  });

  test("are refused where one is given twice", async () => {
    const { code, err } = await run("merge", part(0), part(0));
    expect([code, err]).toEqual([2, expect.stringContaining("part 0 was already given as part-0.json")]);
  });

  test("are refused where they belong to different runs, or are no parts", async () => {
    const other = join(folder, "other.json");
    const seed = (await readFile(part(1), "utf8")).replace(/"fingerprint":"\w{8}/, '"fingerprint":"00000000');
    await writeFile(other, seed);
    expect((await run("merge", part(0), other)).err).toContain("other.json: a part of another run than part-0.json");
    await writeFile(other, "{}");
    expect((await run("merge", other)).err).toContain('other.json: not a part: "format" must be "exposure-part/1"');
  });
});

test.each([
  [["--trials", "10000001"], "--trials: found 10000001, allowed is a whole number from 0 to 10000000"],
  [["--seed", "1.5"], "--seed: found 1.5, allowed is a whole number from 0 to 9007199254740991"],
  [["--workers", "0"], "--workers: found 0, allowed is a whole number from 1 to 64"],
  [["--shard", "4/4"], "--shard: found 4/4, allowed is I/N"],
  [["--shard", "0/2", "--report", "x.xlsx"], "--report: a shard has no report"],
  [["--shard", "0/2", "--trials", "0"], "--shard: there is nothing to share with 0 trials"],
])("bad arguments %j exit with 2 and the range that is allowed", async (words, message) => {
  const { code, err } = await run("simulate", roster, ...words);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

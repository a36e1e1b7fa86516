import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { departmentsOf } from "../../src/core/policy/cells.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

// each test starts a process or two
vi.setConfig({ testTimeout: 60_000 });

let folder = "";

/** Runs the command line as a user does and gives what it printed and its exit code. */
function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/launch.mjs", ...words], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

async function workbook(name: string, sheets: Record<string, (string | number | null)[][]>): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const [sheet, rows] of Object.entries(sheets)) book.addWorksheet(sheet).addRows(rows);
  const file = join(folder, name);
  await writeFile(file, new Uint8Array(await book.xlsx.writeBuffer()));
  return file;
}

const enterprises = [
  ["统一社会信用代码", "企业名称", "申报划型", "区内注册", "区内纳税", "独立核算", "市级专精特新认定日期"],
  ["91110102999900003H", "示例企业甲", "小型", "是", "是", "是", "2024-03-01"],
];
const projects = [
  ["统一社会信用代码", "项目名称", "项目类型", "总投资", "验收日期"],
  ["91110102999900003H", "示例项目", "数字化转型", 500, "2025-06-01"],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cesuan-cli-"));
  await run("--help"); // builds the bundle once
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test("simulate writes what the recorded triggers come to, in 元 by year", async () => {
  const roster = await workbook("roster.xlsx", { 企业: enterprises, 项目: projects });
  const out = join(folder, "result.json");
  const { code } = await run("simulate", roster, "--trials", "0", "--entities", "--as-of", "2026-06-30", "--json", out);
  const result = JSON.parse(await readFile(out, "utf8"));
  expect(code).toBe(0);
  expect(result.format).toBe("exposure-result/1");
  expect(result.run).toMatchObject({ asOf: "2026-06-30", seed: 1, trials: 0 });
  // 20万 for the title in 2024; 500万 × 30 % × 0.8 = 120万 for the project in 2025, statutory 150万
  expect(result.total).toEqual({
    committed: { 2024: 200_000, 2025: 1_200_000 },
    statutoryCommitted: { 2024: 200_000, 2025: 1_500_000 },
    unverified: {},
  });
  expect(result.entities).toContainEqual({
    measure: "m06",
    uscc: "91110102999900003H",
    table: "项目",
    row: 2,
    date: "2025-06-01",
    year: 2025,
    gross: 1_200_000,
    net: 1_200_000,
    statutory: 1_500_000,
    eligibility: "true",
    binds: "rate",
  });
  expect(result.linesWithoutFigure).toEqual(["m04", "m15", "m18", "m19", "m21b"]);
});

test("standard output holds the result alone, messages go to standard error", async () => {
  const roster = await workbook("stdout.xlsx", { 企业: enterprises });
  const { out, err } = await run("simulate", roster, "--trials", "100");
  const { measures, run: made } = JSON.parse(out);
  expect(measures).toHaveLength(xicheng202371.measures.filter(({ kind }) => kind !== "fund").length);
  expect(made.trials).toBe(100);
  expect(err).toContain("提示");
});

test("--report writes a workbook that holds what standard output says, and keeps a name like a formula as text", async () => {
  const [heads, firm] = enterprises;
  const named = [heads ?? [], (firm ?? []).map((cell) => (cell === "示例企业甲" ? "=示例企业甲" : cell))];
  const roster = await workbook("report-roster.xlsx", { 企业: named, 项目: projects });
  const file = join(folder, "report.xlsx");
  const { code, out } = await run("simulate", roster, "--trials", "0", "--report", file);
  expect(code).toBe(0);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet("企业汇总");
  expect(sheet?.getCell("E4").result).toBe(1_400_000);
  expect(sheet?.getCell("B5").value).toBe("=示例企业甲");
  const fingerprint: string = JSON.parse(out).run.fingerprint;
  expect(book.getWorksheet("运行记录")?.getColumn(2).values).toContain(fingerprint);
});

test("--by-department writes one more report a department, masked where asked for, and an unknown department is told", async () => {
  const roster = await workbook("department-roster.xlsx", { 企业: enterprises, 项目: projects });
  const [file, other] = [join(folder, "departments.xlsx"), join(folder, "one.xlsx")];
  const words = ["simulate", roster, "--trials", "0", "--report"];
  expect((await run(...words, file, "--by-department", "--masked")).code).toBe(0);
  const written = (await readdir(folder)).filter((name) => name.startsWith("departments-"));
  expect(written.sort()).toEqual(
    departmentsOf(xicheng202371)
      .map((name) => `departments-${name}.xlsx`)
      .sort(),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, "departments-区中小企业服务中心.xlsx"));
  const texts = JSON.stringify(book.getWorksheet("企业汇总")?.getSheetValues());
  expect(texts).toContain("企业0001");
  expect(texts).not.toContain("示例企业甲");
  const { code, err } = await run(...words, other, "--department", "区教委");
  expect(code).toBe(2);
  expect(err).toContain("--department: found 区教委, known are");
});

test("--stress adds the policy's stress cases on the same trials to the result and the report", async () => {
  const file = join(folder, "stress.xlsx");
  const words = ["samples/hand-check-30.xlsx", "--trials", "100", "--stress", "--report", file];
  const { code, out } = await run("simulate", ...words);
  expect(code).toBe(0);
  const { stress, total, pools } = JSON.parse(out);
  expect(stress.map(({ id }: { id: string }) => id)).toEqual(xicheng202371.stressCases.map(({ id }) => id));
  for (const { term, difference } of stress) {
    expect(difference.mean).toBeCloseTo(term.mean - total.simulated.term.mean, 1);
    expect(difference.low).toBeLessThanOrEqual(difference.mean);
  }
  expect(stress[0].exhaustionProbability).toBeGreaterThanOrEqual(pools[0].simulated.exhaustionProbability);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const rows = book.getWorksheet("模拟结果")?.getSheetValues() ?? [];
  const found = rows.find((row) => Array.isArray(row) && row[1] === "上市窗口打开");
  const listing = stress.find(({ id }: { id: string }) => id === "listing-window");
  expect(Array.isArray(found) && found[5]).toBe(listing.difference.mean);
});

test.each([[["--trials", "0"]], [["--shard", "0/2"]]])(
  "--stress with %j has nothing to run, exit code 2",
  async (words) => {
    const { code, err } = await run("simulate", "samples/hand-check-30.xlsx", "--stress", ...words);
    expect(code).toBe(2);
    expect(err).toContain("--stress");
  },
);

test("a report that cannot be written is told by file, with exit code 2", async () => {
  const roster = await workbook("unwritable.xlsx", { 企业: enterprises });
  const { code, err } = await run("simulate", roster, "--report", join(folder, "absent", "report.xlsx"));
  expect(code).toBe(2);
  expect(err).toContain("cannot write");
});

test("a scenario moves the figures, and one out of its bounds is refused by key and range", async () => {
  const roster = await workbook("scenario.xlsx", { 企业: enterprises, 项目: projects });
  const scenario = join(folder, "scenario.json");
  await writeFile(scenario, JSON.stringify({ format: "exposure-scenario/1", parameters: { "m06.补助比例": 0.1 } }));
  const moved = await run("simulate", roster, "--trials", "0", "--scenario", scenario);
  expect(JSON.parse(moved.out).total.committed).toEqual({ 2024: 200_000, 2025: 400_000 });
  await writeFile(scenario, JSON.stringify({ format: "exposure-scenario/1", parameters: { "m06.补助比例": 1.5 } }));
  const refused = await run("simulate", roster, "--trials", "0", "--scenario", scenario);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("m06.补助比例: found 1.5, allowed is a number from 0 to 1");
});

test("check exits with 1 and names sheet and cell where a row was refused", async () => {
  const roster = await workbook("refused.xlsx", {
    企业: enterprises,
    项目: [...projects, ["91110102999900003H", "x", "新能源", null, null]],
  });
  const { code, err } = await run("check", roster);
  expect(code).toBe(1);
  expect(err).toMatch(/项目.*D3/);
});

test("a file that is no workbook gives one message and exit code 1", async () => {
  const file = join(folder, "text.xlsx");
  await writeFile(file, "not a workbook at all");
  const { code, out, err } = await run("simulate", file);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("text.xlsx");
});

test.each([[["simulate"]], [["fly", "x"]], [["simulate", "none.xlsx"]], [["simulate", "x", "--trials", "-1"]]])(
  "bad arguments %j exit with 2",
  async (words) => {
    expect((await run(...words)).code).toBe(2);
  },
);

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { exampleDistrict } from "../../rules/example-district/policy.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { scenarioText } from "../../src/core/policy/scenario-text.ts";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import { mappingText } from "../../src/core/roster/mapping/mapping-file.ts";
import type { Mapping } from "../../src/core/roster/mapping/mapping.ts";
import { projectFile, type Project } from "../../src/engine/project-file.ts";
import { runCli as run } from "../support/run-cli.ts";

// each test starts a process or two
vi.setConfig({ testTimeout: 120_000 });

let folder = "";

const code = "91110102999900003H";
const roster = await writeSheets("名册", [
  {
    name: "企业",
    width: 7,
    rows: [
      ["统一社会信用代码", "企业名称", "申报划型", "区内注册", "区内纳税", "独立核算", "市级专精特新认定日期"],
      [code, "示例企业甲", "小型", "是", "是", "是", "2024-03-01"],
    ],
  },
  {
    name: "项目",
    width: 5,
    rows: [
      ["统一社会信用代码", "项目名称", "项目类型", "总投资", "验收日期"],
      [code, "示例项目", "数字化转型", 500, "2025-06-01"],
    ],
  },
]);
const mapping: Mapping = {
  format: "roster-mapping/1",
  sheets: [],
  repairs: [{ sheet: "项目", cell: "D2", before: "500", after: "400" }],
  untidied: [],
};
const desk: Scenario = {
  ...publishedScenario,
  name: "下调",
  asOf: "2026-06-30",
  values: { "m06.补助比例": 0.2 },
  budgets: { 2027: { total: 1_000_000 } },
  seed: 7,
  trials: 250,
};
const stricter: Scenario = { ...desk, name: "再下调", values: { "m06.补助比例": 0.1 } };
const project: Project = {
  desk,
  saved: [{ id: "1", scenario: stricter }],
  roster: { fileName: "名册.xlsx", bytes: roster, mapping },
};

async function saved(name: string, given: Project, policy: Policy = xicheng202371): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, projectFile(policy, given));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cesuan-project-"));
  await run("--help"); // builds the bundle once
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test("a project file is simulated as its roster with its mapping, scenario, trials, seed and budgets would be", async () => {
  const file = await saved("项目.cesuan", project);
  const [names, maps, scenarios] = [join(folder, "名册.xlsx"), join(folder, "m.json"), join(folder, "s.json")];
  await writeFile(names, roster);
  await writeFile(maps, mappingText(mapping));
  await writeFile(scenarios, scenarioText(xicheng202371, desk));
  const [ours, apart] = [
    await run("simulate", file),
    await run("simulate", names, "--mapping", maps, "--scenario", scenarios),
  ];
  expect(ours.code).toBe(0);
  expect(ours.out).toBe(apart.out);
  const result = JSON.parse(ours.out);
  // the repaired 400万 × 20 % × 0.8 = 64万
  expect(result.total.committed).toMatchObject({ 2025: 640_000 });
  expect(result.run).toMatchObject({ asOf: "2026-06-30", seed: 7, trials: 250 });
  expect(ours.out).toContain("probabilityOverBudget");
});

test("--scenario takes a saved scenario by its name; another name is told with those that there are", async () => {
  const file = await saved("项目.cesuan", project);
  const found = await run("simulate", file, "--scenario", "再下调", "--trials", "0");
  // 400万 × 10 % × 0.8 = 32万
  expect(JSON.parse(found.out).total.committed).toMatchObject({ 2025: 320_000 });
  const explained = await run("explain", file, "--scenario", "再下调", "--uscc", code);
  expect([explained.code, explained.out.includes("32万元")]).toEqual([0, true]);
  const wrong = await run("explain", file, "--scenario", "没有", "--uscc", code);
  expect([wrong.code, wrong.out]).toEqual([2, ""]);
  expect(wrong.err).toContain("--scenario: found 没有, saved in 项目.cesuan are 再下调");
});

test("check reads the roster of a project with its repairs, and marks its cells", async () => {
  const file = await saved("项目.cesuan", project);
  const errors = join(folder, "问题.xlsx");
  const { code: exit } = await run("check", file, "--errors", errors);
  expect(exit).toBe(0);
  expect((await readFile(errors)).length).toBeGreaterThan(1000);
});

test("a project is priced by its own policy; --policy of another refuses it with the remedy", async () => {
  const plain = { ...project, desk: publishedScenario, saved: [] };
  const file = await saved("示例.cesuan", plain, exampleDistrict);
  const found = await run("simulate", file, "--trials", "0");
  expect(JSON.parse(found.out)).toMatchObject({ policy: { id: "example-district" } });
  const wrong = await run("simulate", file, "--trials", "0", "--policy", xicheng202371.id);
  expect([wrong.code, wrong.out]).toEqual([1, ""]);
  expect(wrong.err).toContain("--policy");
});

test("a project without a roster, a damaged one and commands that take none are told with the remedy", async () => {
  const file = await saved("无名册.cesuan", { ...project, roster: { fileName: "名册.xlsx" } });
  for (const words of [["simulate"], ["check"], ["explain", "--uscc", code]]) {
    const { code: exit, out, err } = await run(...words, file);
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toContain("无名册.cesuan: 项目文件里没有名册（当时的名册是「名册.xlsx」）");
    expect(err).toContain("--scenario");
  }
  const damaged = join(folder, "坏.cesuan");
  await writeFile(damaged, "no zip");
  const broken = await run("simulate", damaged);
  expect([broken.code, broken.out]).toEqual([1, ""]);
  expect(broken.err).toContain("「坏.cesuan」不是策算的项目文件");
  const mapped = await run("mapping", file);
  expect(mapped.code).toBe(2);
  expect(mapped.err).toContain("which simulate, explain, solve, sensitivity, check take");
});

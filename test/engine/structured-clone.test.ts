import { beforeAll, expect, test } from "vitest";
import { parseIsoDay } from "../../src/core/date/day.ts";
import { rosterTemplate } from "../../src/core/report/roster-template.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import type { Mapping } from "../../src/core/roster/mapping/mapping.ts";
import { projectFile } from "../../src/engine/project-file.ts";
import type { Engine, RosterCard } from "../../src/engine/port.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const file = await writeSheets(
  "名册",
  demoDistrict().map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 60) })),
);
const scenario = {
  ...publishedScenario,
  asOf: "2026-06-30",
  values: { "m06.补助比例": 0.25, "m11a.分期": [0.5, 0.5], "m04.年度额度": 1_000_000 },
  readings: { 单户上限口径: "年度" },
  budgets: { 2027: { total: 1_000_000 } },
};
const request = { scenario, trials: 300, seed: 7 };
const chart = { png: Uint8Array.of(137, 80, 78, 71), description: "示例", width: 4, height: 3 };
const parametersFile = new TextEncoder().encode("键,值\nm06.补助比例,25%\n");
const writtenAt = "2026-07-01T00:00:00Z";

const plain: Engine = createEngine(xicheng202371);
const crossed: Engine = createEngine(xicheng202371);
let card: RosterCard;
let mapping: Mapping;

beforeAll(async () => {
  const [loaded] = await Promise.all([plain.load(file.slice(), "名册.xlsx"), crossed.load(file.slice(), "名册.xlsx")]);
  if ("refused" in loaded) throw new Error(JSON.stringify(loaded.issues));
  card = loaded;
  const inspected = await plain.inspect(file.slice(), "名册.xlsx");
  if ("refused" in inspected) throw new Error(JSON.stringify(inspected.issues));
  mapping = inspected.mapping;
});

/** Every method that takes and gives data, with arguments of every kind it has; tasks hold functions and cross apart. */
const calls = {
  load: [() => [file.slice(), "名册.xlsx"], () => [new Uint8Array(3), "空.xlsx"]],
  reread: [() => [mapping], () => [undefined]],
  cell: [() => [{ sheet: "企业", cell: "A3" }], () => [{ sheet: "无", cell: "A3" }]],
  inspect: [() => [file.slice(), "名册.xlsx"], () => [new Uint8Array(3), "空.xlsx"]],
  proposeSheet: [() => [{ sheet: "企业", table: "enterprises", headerRow: 1 }], () => [{ sheet: "无", table: null }]],
  tryMapping: [() => [mapping]],
  repairs: [() => [mapping]],
  stakes: [() => [scenario]],
  changes: [() => [{ of: "trial" }, 0, 5], () => [{ of: "roster", kind: "spaces" }, 0, 5]],
  evaluate: [() => [scenario]],
  sums: [() => [scenario]],
  compare: [() => [[scenario, publishedScenario]]],
  compareTrials: [() => [{ scenarios: [publishedScenario, scenario], trials: 250, seed: 1 }]],
  comparisonReport: [
    () => [
      {
        language: "zh",
        scenarios: [publishedScenario, scenario].map((each, at) => ({ name: `情景${at}`, scenario: each })),
        run: { trials: 250, seed: 1 },
        writtenAt,
      },
    ],
  ],
  totals: [() => [[publishedScenario, scenario]]],
  difference: [
    () => [{ bytes: file.slice(), fileName: "名册.xlsx", mapping, scenario }],
    () => [{ bytes: new Uint8Array(3), fileName: "空.xlsx", scenario }],
  ],
  differenceRows: [() => [{ table: "enterprises", kind: "added" }, 0, 5]],
  differenceWorkbook: [() => ["zh"]],
  simulate: [() => [request], () => [{ ...request, workers: 1 }]],
  explain: [() => [scenario, card.codes[0] ?? ""], () => [scenario, "无此代码"]],
  shortfalls: [() => [scenario, card.codes[0] ?? ""], () => [scenario, "无此代码"]],
  noEffect: [() => [{ ...scenario, values: { "m04.奖励比例": 0.2 } }, "m04.奖励比例"]],
  hypothesis: [
    () => [
      {
        scenario,
        code: card.codes[0] ?? "",
        sheet: "假设",
        edits: [
          { kind: "cell", table: "enterprises", sheet: "企业", row: card.sheetRows[0] ?? 0, field: "taxed", value: 0 },
          { kind: "cell", table: "enterprises", sheet: "企业", row: 1, field: "taxed", value: 0 },
        ],
      },
    ],
    () => [{ scenario, code: "无此代码", edits: [], sheet: "假设" }],
  ],
  reductions: [() => [scenario, card.codes[0] ?? ""], () => [scenario, "无此代码"]],
  firmRange: [() => [{ ...request, code: card.codes[0] ?? "" }], () => [{ ...request, code: "无此代码" }]],
  window: [() => [{ table: "projects", search: "节能", order: { by: "title", descending: true } }, 0, 5]],
  find: [() => [Object.keys(card.counts)[0] ?? "", card.sheetRows[0] ?? 0], () => ["没有的表", 1]],
  profile: [() => [parseIsoDay("2026-06-30")]],
  numbers: [() => ["enterprises"]],
  report: [
    () => [{ scenario, language: "zh", masked: true, department: "区科技和信息化局", charts: [chart], writtenAt }],
  ],
  departmentReports: [
    () => [
      {
        scenario,
        language: "zh",
        masked: false,
        departments: [{ department: "区科技和信息化局", fileName: "甲.xlsx", charts: [chart] }],
        writtenAt,
      },
    ],
  ],
  reopen: [() => [parametersFile.slice(), "参数.csv"], () => [new Uint8Array(3), "空.xlsx"]],
  saveProject: [
    () => [
      {
        desk: scenario,
        saved: [{ id: "1", scenario }],
        roster: { fileName: "名册.xlsx", bytes: file.slice(), mapping },
      },
    ],
  ],
  openProject: [
    () => [projectFile(xicheng202371, { desk: scenario, saved: [] }), "甲.cesuan"],
    () => [new Uint8Array(3), "空.cesuan"],
  ],
  write: [() => [rosterTemplate("zh")]],
  errorWorkbook: [
    () => [{ bytes: file.slice(), fileName: "名册.xlsx", mapping, scenario, language: "zh" }],
    () => [{ bytes: new Uint8Array(3), fileName: "空.xlsx", scenario, language: "en" }],
  ],
  template: [() => []],
} satisfies {
  readonly [Method in Exclude<keyof Engine, "close">]: readonly (() => Parameters<Engine[Method]>)[];
};

type Answer = (...given: readonly unknown[]) => Promise<unknown>;

test.each(Object.entries(calls).flatMap(([method, given]) => given.map((make) => [method, make] as const)))(
  "%s takes copies of its arguments, and a copy of its result is the same result",
  async (method, make) => {
    const call = (engine: Engine): Answer => engine[method as keyof typeof calls] as Answer;
    const answer = await call(plain)(...make());
    const copied = await call(crossed)(...structuredClone(make()));
    expect(structuredClone(copied)).toEqual(answer);
  },
  60_000,
);

test("a report over simulated figures takes a copy of them", async () => {
  const simulated = await plain.simulate(request);
  const asked = { scenario, language: "zh", masked: false, simulated, charts: [], writtenAt } as const;
  expect(await crossed.report(structuredClone(asked))).toEqual(await plain.report(asked));
}, 60_000);

test("progress and figures so far can be copied", async () => {
  const heard: unknown[] = [];
  const hear = (news: unknown): void => void heard.push(structuredClone(news));
  await plain.simulate(request, { onProgress: hear, onPartial: hear });
  await plain.report({ scenario, language: "zh", masked: false, charts: [], writtenAt }, { onProgress: hear });
  expect(heard.length).toBeGreaterThan(10);
});

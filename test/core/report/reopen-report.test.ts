import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import type { Parameter } from "../../../src/core/policy/policy.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import { parameterSheet } from "../../../src/core/report/parameter-sheet.ts";
import { isLocked, reopenReport, type ReopenedReport } from "../../../src/core/report/reopen-report.ts";
import type { ReportCell, ReportModel } from "../../../src/core/report/report-model.ts";
import { scenarioSheet } from "../../../src/core/report/scenario-sheet.ts";
import { runSheet } from "../../../src/core/report/run-sheet.ts";
import { readWorkbook } from "../../../src/spreadsheet/read-workbook.ts";
import { writeWorkbook } from "../../../src/spreadsheet/write-report.ts";
import { read, withEnterprises } from "../../support/imported-roster.ts";
import { recalculate } from "../../support/recalculate.ts";
import { edited, reportInput } from "../../support/recalculated-report.ts";
import { rawWorkbook, type TestRow } from "../../support/raw-workbook.ts";

vi.setConfig({ testTimeout: 120_000 });

const inputOf = reportInput(read(withEnterprises({})).roster, publishedScenario);

/** The two sheets of a report that say its scenario. */
function modelOf(scenario: Scenario, language: "zh" | "en" = "zh"): ReportModel {
  const input = { ...inputOf, language, scenario };
  const { sheet, names } = parameterSheet(input);
  return { title: "", sheets: [sheet, runSheet(input)], names };
}

async function reopened(bytes: Uint8Array): Promise<ReopenedReport> {
  const workbook = await readWorkbook(bytes, "报告.xlsx");
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const found = reopenReport(xicheng202371, workbook, "报告");
  if (!found) throw new Error("the file must be known as a report");
  return found;
}

const written = async (model: ReportModel): Promise<ReopenedReport> => reopened(await writeWorkbook(model));

const valueOf = (parameter: Parameter): fc.Arbitrary<Scenario["values"][string]> => {
  const { type, minimum = 0, maximum = 1e12 } = parameter;
  if (type === "date") return fc.integer({ min: 2023, max: 2027 }).map((year) => `${year}-06-30`);
  if (type === "shares") return fc.constantFrom([1], [0.5, 0.5], [0.25, 0.25, 0.5], [0.1, 0.2, 0.3, 0.4]);
  if (type === "count") return fc.integer({ min: minimum, max: Math.min(maximum, 1e6) });
  return fc.double({ min: minimum, max: maximum, noNaN: true }).map((value) => value + 0);
};
const someText = fc.string({ unit: "binary", maxLength: 60 });
const ground = fc.record({ reason: someText, document: someText }, { requiredKeys: [] });

const entriesOf = <T>(keys: readonly string[], value: (key: string) => fc.Arbitrary<T>) =>
  fc
    .subarray([...keys], { maxLength: Math.min(keys.length, 12) })
    .chain((chosen) => fc.tuple(...chosen.map((key) => value(key).map((made) => [key, made] as const))))
    .map((entries): Record<string, T> => Object.fromEntries(entries));

const byKey = new Map(xicheng202371.parameters.map((parameter) => [parameter.key, parameter]));
const scenarios: fc.Arbitrary<Scenario> = fc.record(
  {
    name: someText,
    asOf: fc.constantFrom("2024-12-31", "2026-06-30"),
    values: entriesOf([...byKey.keys()], (key) => {
      const parameter = byKey.get(key);
      return parameter ? valueOf(parameter) : fc.constant(null);
    }),
    readings: entriesOf(
      xicheng202371.readings.map(({ name }) => name),
      (name) => {
        const { options = [] } = xicheng202371.readings.find((each) => each.name === name) ?? {};
        return fc.constantFrom(...options.map(({ value }) => value));
      },
    ),
    budgets: entriesOf(["2025", "2026", "2027"], () =>
      fc.record(
        {
          total: fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value + 0),
          departments: fc.constant({ 区发展改革委: 1.5e6 }),
        },
        { requiredKeys: ["departments"] },
      ),
    ),
    seed: fc.nat(),
    trials: fc.nat({ max: 10_000 }),
    grounds: entriesOf([...byKey.keys()], () => ground).filter((grounds) => Object.keys(grounds).length > 0),
  },
  { requiredKeys: ["name", "values", "readings", "budgets"] },
);

it("opens a report again as the scenario it was written of, with nothing changed", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, fc.constantFrom("zh" as const, "en" as const), async (scenario, language) => {
      const found = await written(modelOf(scenario, language));
      expect(found.issues).toEqual([]);
      expect(found.scenario).toEqual(scenario);
      expect(found.changes).toEqual([]);
    }),
    { seed: 71, numRuns: 25 },
  );
});

const told = ({ changes }: ReopenedReport): unknown[] =>
  changes.map((change) => [
    change.kind === "value" ? change.parameter.key : change.kind === "reading" ? change.reading.name : "asOf",
    change.from,
    change.to,
    isLocked(change),
  ]);

/** Long enough for several cells, with what programs like to change: spaces at both ends, controls, look-alikes. */
const hard: Scenario = {
  name: " =cmd|'/c calc'!A1 _x000D_ 𠮷\u0007 ",
  values: { "m06.补助比例": 1 / 3, "m11a.分期": [0.5, 0.25, 0.25] },
  readings: { 资金池口径: "年度补足" },
  budgets: { 2027: { total: 0.1 + 0.2, departments: { 区发展改革委: 1e6 } } },
  trials: 500,
  grounds: {
    "m06.补助比例": { reason: `${" ".repeat(4000)}试点\n${"依".repeat(3000)}`, document: "西财发〔2026〕8号" },
  },
};

it("stays the same scenario after LibreOffice has opened and saved the report, with what was edited in between", async () => {
  const change = {
    m06_补助比例: 0.25,
    m10_单户上限: 2_000_000,
    m11a_分期_3: null,
    m11a_分期_2: 0.5,
    基准日: 46_203,
    政策期归属: "受理",
  };
  const names = new Set(modelOf(hard).names.map(({ name }) => name));
  const edits = Object.fromEntries(Object.entries(change).filter(([name]) => names.has(name)));
  const found = await reopened(await recalculate(await writeWorkbook(edited(modelOf(hard), edits))));
  expect(found.exported).toEqual(hard);
  expect(found.issues).toEqual([]);
  expect(told(found)).toContainEqual(["m06.补助比例", 1 / 3, 0.25, false]);
  expect(told(found)).toContainEqual(["m11a.分期", [0.5, 0.25, 0.25], [0.5, 0.5], false]);
  expect(told(found)).toContainEqual(["asOf", undefined, "2026-06-30", true]);
});

it("keeps what was exported where a cell cannot be read, and says which and what is allowed", async () => {
  const bad: Record<string, ReportCell["value"]> = { m06_补助比例: "三成", 资金池口径: "都行", m14_补偿比例: 3 };
  const found = await written(edited(modelOf(publishedScenario), bad));
  expect(found.scenario).toEqual(publishedScenario);
  const places = new Map(parameterSheet(inputOf).places.map(({ name, row }) => [name, `C${row}`]));
  const cells = found.issues.map(({ code, cell, found: shown }) => [code, cell, shown]);
  expect(cells).toHaveLength(3);
  for (const [name, value] of Object.entries(bad))
    expect(cells).toContainEqual(["parameter-unreadable", places.get(name), String(value)]);
  expect(found.issues.map(({ expected }) => expected)).toContain("0 … 1");
});

it("tells keys that it does not know, lacks or has twice, and fixed cells that were edited", async () => {
  const model = edited(modelOf(publishedScenario), { 政策截止日: 50_000 });
  const rows = model.sheets[0]?.rows ?? [];
  const [first = [], second = []] = rows.slice(4);
  const others = [
    ...rows.slice(0, 4),
    [{ ...first[0], value: "m99.没有" }, ...first.slice(1)],
    second,
    second,
    ...rows.slice(6),
  ];
  const sheets = model.sheets.map((sheet, index) => (index === 0 ? { ...sheet, rows: others } : sheet));
  const { issues } = await written({ ...model, sheets: sheets as ReportModel["sheets"] });
  expect(issues.map(({ code }) => code).toSorted()).toEqual([
    "fixed-cell-edited",
    "parameter-absent",
    "repeated-parameter",
    "unknown-parameter",
  ]);
});

it("reads a sheet of keys and values that someone typed, from the policy as published", () => {
  const rows: TestRow[] = [
    ["试算用"],
    ["名称", "键", "值"],
    ["补助比例", "m06.补助比例", "25%"],
    ["资金池", "资金池口径", "年度补足"],
    ["分期", "m11a.分期", "0.6、0.4"],
  ];
  const found = reopenReport(xicheng202371, rawWorkbook({ 我的参数: rows }), "我的参数");
  // of a list only its first cell can be named so; it stands alone and is not the whole
  expect(found?.scenario).toEqual({
    ...publishedScenario,
    name: "我的参数",
    values: { "m06.补助比例": 0.25 },
    readings: { 资金池口径: "年度补足" },
  });
  expect(found?.issues.map(({ code, cell }) => [code, cell])).toEqual([["parameter-unreadable", "C5"]]);
  expect(found?.origin).toBeUndefined();
});

it("falls back to the exported values where the kept scenario was damaged", async () => {
  const model = modelOf(hard);
  const sheets = model.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => (String(row[0]?.value).startsWith("情景全文") ? row.slice(0, 1) : row)),
  }));
  const found = await written({ ...model, sheets });
  expect(found.scenario).toEqual({ name: "报告", values: hard.values, readings: hard.readings, budgets: {} });
  const broken = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      String(row[0]?.value).startsWith("情景全文") ? [...row.slice(0, 1), { value: "{" }] : row,
    ),
  }));
  expect((await written({ ...model, sheets: broken })).issues.map(({ code }) => code)).toEqual([
    "kept-scenario-unreadable",
  ]);
});

it("knows no report in a roster", () => {
  expect(
    reopenReport(xicheng202371, rawWorkbook({ 企业: [["统一社会信用代码", "企业名称"]] }), "名册"),
  ).toBeUndefined();
});

it.each(["zh", "en"] as const)(
  "takes budgets that were edited in the sheet of the scenario, in %s",
  async (language) => {
    const budgets = { 2027: { total: 3e8, departments: { 区发展改革委: 1e6 } }, 2028: { total: 1e8, departments: {} } };
    const scenario = { ...publishedScenario, budgets };
    const model = modelOf(scenario, language);
    const sheet = scenarioSheet({ ...inputOf, language, scenario });
    const whole = (rows: ReportModel["sheets"][number]["rows"]) => ({
      ...model,
      sheets: [...model.sheets, { ...sheet, rows }],
    });
    const unchanged = await written(whole(sheet.rows));
    expect([unchanged.scenario.budgets, unchanged.budgetChanges, unchanged.issues]).toEqual([budgets, [], []]);
    const retyped = (amount: ReportCell["value"]) => (cells: readonly ReportCell[]) =>
      cells[4]?.value === 1e6 ? [...cells.slice(0, 4), { ...cells[4], value: amount }] : cells;
    const edited = await written(whole(sheet.rows.map(retyped(2e6)).filter((cells) => cells[4]?.value !== 1e8)));
    expect(edited.scenario.budgets).toEqual({ 2027: { total: 3e8, departments: { 区发展改革委: 2e6 } } });
    expect(edited.budgetChanges).toEqual([
      { year: "2027", department: "区发展改革委", from: 1e6, to: 2e6 },
      { year: "2028", from: 1e8, to: undefined },
    ]);
    const bad = await written(whole(sheet.rows.map(retyped("很多"))));
    expect(bad.scenario.budgets).toEqual(budgets);
    expect(bad.issues).toMatchObject([{ code: "parameter-unreadable", sheet: sheet.name, found: "很多" }]);
  },
);

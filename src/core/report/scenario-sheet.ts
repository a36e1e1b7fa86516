import { isoDay } from "../date/day.ts";
import { articleOf } from "../policy/article-name.ts";
import { departmentName } from "../policy/department-name.ts";
import type { Parameter, Policy } from "../policy/policy.ts";
import type { Scenario } from "../policy/scenario.ts";
import { emptyCell, textCell } from "./report-cells.ts";
import type { ReportCell, ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import { articleCell } from "./clauses-sheet.ts";
import { optionText, valueCell, valueText } from "./parameter-words.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

const words = {
  zh: {
    none: "本情景与现行政策相同：没有改动参数、假设或口径。",
    some: (count: number) => `本情景与现行政策有 ${count} 处不同，逐条列出如下。`,
    asOf: (day: string) => `基准日 ${day}`,
    asOfSet: "由情景指定",
    asOfFound: (sheet: string, row: number) => `取名册中政策期内最晚的日期（「${sheet}」第 ${row} 行）`,
    asOfStart: "名册中没有政策期内的日期，取政策起始日",
    values: "参数与假设的改动",
    valueHeads: ["键", "条", "名称", "条款原句", "现行值", "本情景", "改动", "责任部门", "依据"],
    changed: (label: string, from: string, to: string) => `${label}由 ${from} 改为 ${to}`,
    notInText: "文件未载明",
    readings: "口径的改动",
    readingHeads: ["口径", "条", "问题", "", "默认", "本情景", "", "", "依据"],
    budgets: "年度预算（元）",
    budgetHeads: ["年度", "", "部门", "", "金额"],
    total: "合计",
    join: "、",
  },
  en: {
    none: "This scenario equals the published policy: no parameter, assumption or reading is changed.",
    some: (count: number) => `This scenario departs from the published policy in ${count} places, listed below.`,
    asOf: (day: string) => `As of ${day}`,
    asOfSet: "set by the scenario",
    asOfFound: (sheet: string, row: number) =>
      `newest date of the roster inside the term (row ${row} of its sheet “${sheet}”)`,
    asOfStart: "no date of the roster lies in the term: first day of the policy",
    values: "Changed parameters and assumptions",
    valueHeads: ["Key", "Article", "Name", "Clause", "Published", "This scenario", "Change", "Departments", "Grounds"],
    changed: (label: string, from: string, to: string) => `${label}: ${to} instead of ${from}`,
    notInText: "not in the text",
    readings: "Changed readings",
    readingHeads: ["Reading", "Article", "Question", "", "Default", "This scenario", "", "", "Grounds"],
    budgets: "Yearly budgets (yuan)",
    budgetHeads: ["Year", "", "Department", "", "Amount"],
    total: "total",
    join: ", ",
  },
} as const;

type Words = (typeof words)["zh" | "en"];

/** What the table of budgets is headed, and what it calls a whole year, in either language: a report is read back by them. */
export const budgetTitles = [words.zh.budgets, words.en.budgets] as const;
export const budgetTotals = [words.zh.total, words.en.total] as const;

/** Columns of the table of budgets, from 0; see `budgetRows`. */
export const budgetColumns = { year: 0, department: 2, amount: 4 } as const;

const widths = [24, 10, 28, 34, 16, 16, 44, 26, 40];

/** 情景与变更: how the scenario departs from the policy as published, in words. */
export function scenarioSheet(input: ReportInput): ReportSheet {
  const { language, scenario } = input;
  const said = words[language];
  const values = changedParameters(input.prepared.policy, scenario).map((parameter) => valueRow(input, parameter));
  const readings = readingRows(input);
  const count = values.length + readings.length;
  return {
    name: sheetName("scenario", language),
    widths,
    rows: [
      [textCell(scenario.name, "title")],
      [textCell(count === 0 ? said.none : said.some(count))],
      [textCell(`${said.asOf(isoDay(input.evaluation.asOf))}（${asOfReason(input, said)}）`)],
      ...reportSection(said.values, said.valueHeads, values),
      ...reportSection(said.readings, said.readingHeads, readings),
      ...reportSection(said.budgets, said.budgetHeads, budgetRows(input, said)),
    ],
    landscape: true,
  };
}

function asOfReason({ scenario, evaluation }: ReportInput, said: Words): string {
  if (scenario.asOf !== undefined) return said.asOfSet;
  const source = evaluation.asOfSource;
  return source ? said.asOfFound(source.sheet, source.row) : said.asOfStart;
}

/** Parameters and assumptions to which the scenario gives another value than the policy. */
export const changedParameters = ({ parameters }: Policy, { values }: Scenario): readonly Parameter[] =>
  parameters.filter(({ key, value }) => {
    const set = values[key] ?? value;
    return JSON.stringify(set) !== JSON.stringify(value);
  });

function valueRow(input: ReportInput, parameter: Parameter): ReportRow {
  const { language, scenario } = input;
  const { policy } = input.prepared;
  const said = words[language];
  const article = articleOf(parameter, policy);
  const now = scenario.values[parameter.key] ?? null;
  const shown = [parameter.value, now].map((value) => valueText(parameter, value, language));
  const departments = policy.articles.find(({ number }) => number === article)?.departments ?? [];
  return [
    textCell(parameter.key),
    articleCell(article, language),
    textCell(parameter.label[language], "paragraph"),
    textCell(parameter.clause?.quote ?? said.notInText, "paragraph"),
    valueCell(parameter, parameter.value, language),
    valueCell(parameter, now, language, "edited"),
    textCell(said.changed(parameter.label[language], shown[0] ?? "", shown[1] ?? ""), "paragraph"),
    textCell(departments.map((name) => departmentName(policy, name, language)).join(said.join), "paragraph"),
    groundCell(scenario, parameter.key),
  ];
}

/** Why an edit was made and the document it follows, where the scenario says so. */
function groundCell({ grounds }: Scenario, key: string): ReportCell {
  const { reason, document } = grounds?.[key] ?? {};
  return textCell([reason, document].filter((text) => text !== undefined).join(" · "), "paragraph");
}

function readingRows(input: ReportInput): readonly ReportRow[] {
  const { language, scenario } = input;
  return input.prepared.policy.readings
    .filter(({ name, options }) => (scenario.readings[name] ?? options[0]?.value) !== options[0]?.value)
    .map((reading) => [
      textCell(reading.name),
      articleCell(reading.articles[0] ?? 0, language),
      textCell(reading.question[language], "paragraph"),
      emptyCell,
      textCell(optionText(reading, undefined, language), "paragraph"),
      textCell(optionText(reading, scenario.readings[reading.name], language), "edited"),
      emptyCell,
      emptyCell,
      groundCell(scenario, reading.name),
    ]);
}

const budgetRows = ({ language, prepared, scenario: { budgets } }: ReportInput, said: Words): readonly ReportRow[] =>
  Object.entries(budgets).flatMap(([year, { total, departments = {} }]) => {
    const lines = [
      ...(total === undefined ? [] : [[said.total, total] as const]),
      ...Object.entries(departments).map(
        ([name, amount]) => [departmentName(prepared.policy, name, language), amount] as const,
      ),
    ];
    return lines.map(([name, amount]): ReportRow => [
      textCell(year),
      emptyCell,
      textCell(name),
      emptyCell,
      { value: amount, format: "yuan" },
    ]);
  });

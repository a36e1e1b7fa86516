import { isoDay } from "../date/day.ts";
import { departmentName } from "../policy/department-name.ts";
import { scenarioText } from "../policy/scenario-text.ts";
import { publishedScenario, type Scenario } from "../policy/scenario.ts";
import { emptyCell, textCell } from "./report-cells.ts";
import type { ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import { optionText } from "./parameter-words.ts";
import type { ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

const words = {
  zh: {
    title: "运行记录",
    again: "重新得到本报告：在软件目录运行下一行；得到的指纹应与上面相同。情景有改动的，用 --scenario 指明本工作簿。",
    withScenario: " --scenario 本报告.xlsx",
    withMapping: " --mapping 读法.json",
    edited: "改过的单元格",
    someEdited: (count: number) =>
      `${count} 格，逐格列在数据质量；重新得到本报告还须用 --mapping 指明从名册页导出的读法`,
    noneEdited: "没有",
    kept: "情景全文（软件由此重新打开，请勿改动）",
    charts: "图表",
    noCharts: "本报告没有图表：由命令行写出，没有图片。图表请在页面上写报告。",
    someCharts: (count: number) => `${count} 幅，为写报告时的图片，改动参数后不随之变化`,
    policy: "政策",
    software: "软件版本",
    pack: "规则包哈希",
    roster: "名册文件",
    rosterHash: "名册内容哈希（SHA-256）",
    scenario: "情景",
    asOf: "基准日",
    fingerprint: "指纹（名册、情景、种子、试验次数、规则包）",
    seed: "随机种子",
    trials: "试验次数（0 为只算已承诺部分）",
    written: "写出时间",
    language: "语言",
    languageName: "中文",
    masked: "企业名称与代码",
    maskedNames: "以编号代替",
    shownNames: "照列",
    scope: "范围",
    all: "全部部门",
    reading: (name: string) => `口径：${name}`,
  },
  en: {
    title: "Run record",
    again:
      "To make this report again run the line below in the folder of the software; the fingerprint must be the one above. Where the scenario was changed, name this workbook with --scenario.",
    withScenario: " --scenario REPORT.xlsx",
    withMapping: " --mapping MAPPING.json",
    edited: "Cells read otherwise than the file has them",
    someEdited: (count: number) =>
      `${count}, listed under data quality; to make this report again name the reading saved on the roster page with --mapping`,
    noneEdited: "none",
    kept: "Scenario in full (opened again from here; leave as it is)",
    charts: "Charts",
    noCharts:
      "This report has no charts: the command line wrote it and has no pictures. Write it from the page for charts.",
    someCharts: (count: number) => `${count}, pictures of the moment of writing that do not follow edited parameters`,
    policy: "Policy",
    software: "Software version",
    pack: "Hash of the rule pack",
    roster: "Roster file",
    rosterHash: "Hash of the roster's content (SHA-256)",
    scenario: "Scenario",
    asOf: "As-of date",
    fingerprint: "Fingerprint (roster, scenario, seed, trials, rule pack)",
    seed: "Seed",
    trials: "Trials (0: the committed part alone)",
    written: "Written at",
    language: "Language",
    languageName: "English",
    masked: "Names and codes of enterprises",
    maskedNames: "replaced by numbers",
    shownNames: "shown",
    scope: "Scope",
    all: "all departments",
    reading: (name: string) => `Reading: ${name}`,
  },
} as const;

/** 运行记录: what an auditor needs to make the same report again. */
export function runSheet(input: ReportInput): ReportSheet {
  const { language, run, charts } = input;
  const said = words[language];
  const line = (label: string, value: string): ReportRow => [textCell(label), textCell(value, "paragraph")];
  return {
    name: sheetName("run", language),
    widths: [50, 80],
    rows: [
      [textCell(said.title, "title")],
      ...identityLines(input).map(([label, value]) => line(label, value)),
      line(said.seed, String(run.seed)),
      line(said.trials, String(run.trials)),
      line(said.written, run.writtenAt),
      ...choiceLines(input).map(([label, value]) => line(label, value)),
      line(said.charts, charts.length === 0 ? said.noCharts : said.someCharts(charts.length)),
      ...readingLines(input).map(([label, value]) => line(label, value)),
      ...scenarioPieces(input).map((piece) => line(said.kept, piece)),
      [emptyCell],
      [emptyCell, textCell(said.again, "paragraph")],
      [emptyCell, textCell(commandLine(input), "paragraph")],
    ],
    landscape: true,
  };
}

function identityLines({ language, prepared, roster, scenario, evaluation, run }: ReportInput): [string, string][] {
  const said = words[language];
  return [
    [said.policy, `${prepared.policy.title} ${prepared.policy.number}`],
    [said.software, run.softwareVersion],
    [said.pack, run.rulePackHash],
    [said.roster, run.fileName],
    [said.rosterHash, roster.hash],
    [said.scenario, scenario.name],
    [said.asOf, isoDay(evaluation.asOf)],
    [said.fingerprint, run.fingerprint],
  ];
}

function choiceLines({ language, prepared, masked, department, repairs }: ReportInput): [string, string][] {
  const said = words[language];
  return [
    [said.edited, repairs.length === 0 ? said.noneEdited : said.someEdited(repairs.length)],
    [said.language, said.languageName],
    [said.masked, masked ? said.maskedNames : said.shownNames],
    [said.scope, department === undefined ? said.all : departmentName(prepared.policy, department, language)],
  ];
}

const readingLines = ({ language, prepared, scenario }: ReportInput): [string, string][] =>
  prepared.policy.readings.map((reading) => [
    words[language].reading(reading.label[language]),
    optionText(reading, scenario.readings[reading.name], language),
  ]);

/** Most characters of the scenario in one cell, so that its row still fits a page. */
const LONGEST_PIECE = 1500;

/** The scenario as the text of its file, without loss, in as many cells as it needs. */
export function scenarioPieces({
  prepared,
  scenario,
}: {
  readonly prepared: Pick<ReportInput["prepared"], "policy">;
  readonly scenario: Scenario;
}): readonly string[] {
  // spaces and rare characters by number: no cell may end inside one, and no program may trim or change it
  const text = JSON.stringify(JSON.parse(scenarioText(prepared.policy, scenario))).replace(
    /[^!-~\u4E00-\u9FFF\uFF01-\uFF5E]|_/gu,
    (letter) => Array.from({ length: letter.length }, (_, at) => codeOf(letter.charCodeAt(at))).join(""),
  );
  return text.match(new RegExp(`.{1,${LONGEST_PIECE}}`, "gu")) ?? [];
}

const codeOf = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;

/** The command that writes the same figures under the same fingerprint. */
function commandLine({ run, scenario, language, repairs }: ReportInput): string {
  const { asOf } = scenario;
  const isPublished = JSON.stringify({ ...scenario, asOf: undefined }) === JSON.stringify(publishedScenario);
  const asOfOption = isPublished && asOf !== undefined ? ` --as-of ${asOf}` : "";
  return (
    `npm run -s cli -- simulate "${run.fileName}"${isPublished ? "" : words[language].withScenario}` +
    (repairs.length === 0 ? "" : words[language].withMapping) +
    `${asOfOption} --trials ${run.trials} --seed ${run.seed} --report OUT.xlsx`
  );
}

/** Labels of the lines that a file is known again by, in every language of a report. */
export const runLabels = {
  packHash: [words.zh.pack, words.en.pack],
  rosterHash: [words.zh.rosterHash, words.en.rosterHash],
  rosterFile: [words.zh.roster, words.en.roster],
  writtenAt: [words.zh.written, words.en.written],
  scenario: [words.zh.kept, words.en.kept],
} as const;

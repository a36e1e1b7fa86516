import { articleName } from "../policy/article-name.ts";
import type { Parameter, Reading } from "../policy/policy.ts";
import { textCell } from "./report-cells.ts";
import type { ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import { articleCell } from "./clauses-sheet.ts";
import { optionText, ratingText, valueCell } from "./parameter-words.ts";
import { processRows } from "./process-rows.ts";
import { processWords } from "./process-words.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

const words = {
  zh: {
    title: "假设与口径",
    note: "文件没有写明的数字是假设，写得不明确的地方是口径。下列各项都影响预算口径的金额；法定口径另有固定的，在说明中注明。",
    assumptions: "假设",
    assumptionHeads: ["键", "名称", "采用值", "默认值", "来源", "评级", "评级含义"],
    readings: "口径",
    readingHeads: ["口径", "问题", "采用", "其他可选", "来源", "条", "说明"],
    statutory: (option: string) => `法定口径固定为“${option}”`,
    absent: "名册没有的列",
    absentHeads: ["列", "按此计算"],
    wording: "其他写得不明确之处（未设开关）",
    wordingHeads: ["编号", "问题", "采用", "其他读法", "", "条"],
    simulation: (used: boolean) => (used ? "模拟假设" : "模拟假设（本报告只含已承诺部分，未用于上列金额）"),
    join: "；",
  },
  en: {
    title: "Assumptions and readings",
    note: "Numbers that the text does not give are assumptions, unclear wording has readings. All of them move amounts of the planning basis; what the statutory basis fixes is noted.",
    assumptions: "Assumptions",
    assumptionHeads: ["Key", "Name", "Value", "Default", "Source", "Rating", "Meaning"],
    readings: "Readings",
    readingHeads: ["Reading", "Question", "Chosen", "Alternatives", "Source", "Articles", "Note"],
    statutory: (option: string) => `fixed as “${option}” on the statutory basis`,
    absent: "Columns that the roster does not have",
    absentHeads: ["Column", "Read as"],
    wording: "Other unclear wording (without a switch; in Chinese)",
    wordingHeads: ["Number", "Question", "Modelled", "Other readings", "", "Article"],
    simulation: (used: boolean) =>
      `Assumptions of the simulation${used ? "" : " (this report holds the committed part alone and does not use them)"}`,
    join: "; ",
  },
} as const;

/** 假设与口径: every number that the text does not give, and every choice between two ways to read it. */
export function assumptionsSheet(input: ReportInput): ReportSheet {
  const { language, evaluation } = input;
  const { policy } = input.prepared;
  const said = words[language];
  const processes = processWords[language];
  const parameters = (wanted: (parameter: Parameter) => boolean): readonly ReportRow[] =>
    policy.parameters.filter(wanted).map((parameter) => parameterRow(input, parameter));
  const absent = evaluation.assumptionsMade.map(({ column, readAs }) => [textCell(column), textCell(readAs)]);
  return {
    name: sheetName("assumptions", language),
    widths: [26, 46, 26, 36, 40, 14, 30],
    rows: [
      [textCell(said.title, "title")],
      [textCell(said.note)],
      ...reportSection(said.assumptions, said.assumptionHeads, parameters(isAssumption(input))),
      ...reportSection(
        said.readings,
        said.readingHeads,
        policy.readings.map((reading) => readingRow(input, reading)),
      ),
      ...reportSection(said.absent, said.absentHeads, absent),
      ...reportSection(said.wording, said.wordingHeads, wordingRows(input)),
      ...reportSection(
        said.simulation(input.simulated !== undefined),
        said.assumptionHeads,
        parameters(({ space }) => space === "simulation"),
      ),
      ...reportSection(processes.title, processes.heads, processRows(input)),
    ],
    landscape: true,
  };
}

/** Assumptions, and parameters without a clause as far as they are set. */
const isAssumption =
  ({ scenario }: ReportInput) =>
  ({ space, clause, key, value }: Parameter): boolean =>
    space === "assumption" || (space === "parameter" && !clause && (scenario.values[key] ?? value) !== null);

function parameterRow({ scenario, language }: ReportInput, parameter: Parameter): ReportRow {
  const value = scenario.values[parameter.key] ?? parameter.value;
  const isDefault = JSON.stringify(value) === JSON.stringify(parameter.value);
  return [
    textCell(parameter.key),
    textCell(parameter.label[language], "paragraph"),
    valueCell(parameter, value, language, isDefault ? "body" : "edited"),
    valueCell(parameter, parameter.value, language),
    textCell(parameter.source, "paragraph"),
    textCell(parameter.rating),
    textCell(ratingText(parameter.rating, language), "paragraph"),
  ];
}

function readingRow({ scenario, language, prepared }: ReportInput, reading: Reading): ReportRow {
  const said = words[language];
  const [first] = reading.options;
  const chosen = scenario.readings[reading.name] ?? first?.value;
  const fixed = prepared.policy.statutoryReadings[reading.name];
  const others = reading.options.filter(({ value }) => value !== chosen).map((option) => option[language]);
  return [
    textCell(reading.name),
    textCell(reading.question[language], "paragraph"),
    textCell(optionText(reading, chosen, language), chosen === first?.value ? "paragraph" : "edited"),
    textCell(others.join(said.join), "paragraph"),
    textCell(reading.source, "paragraph"),
    textCell(reading.articles.map((article) => articleName(article, language)).join(said.join), "paragraph"),
    textCell(fixed === undefined ? "" : said.statutory(optionText(reading, fixed, language)), "paragraph"),
  ];
}

function wordingRows({ prepared, language }: ReportInput): readonly ReportRow[] {
  return prepared.policy.articles.flatMap(({ number, ambiguities }) =>
    ambiguities
      .filter(({ reading }) => reading === undefined)
      .map(({ id, question, readings, recommended }): ReportRow => [
        textCell(id),
        textCell(question, "paragraph"),
        textCell(recommended, "paragraph"),
        textCell(readings.join(words[language].join), "paragraph"),
        textCell(""),
        articleCell(number, language),
      ]),
  );
}

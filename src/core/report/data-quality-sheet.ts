import type { Issue } from "../issue/issue.ts";
import { describeIssue } from "../issue/issue-text.ts";
import { cleaningWords } from "../roster/cleaning-words.ts";
import { cleaningKinds } from "../roster/import-cleaning.ts";
import { fieldsOf, tables, type TableId } from "../roster/fields.ts";
import type { CellRepair } from "../roster/mapping/mapping.ts";
import { countCell, dayCell, emptyCell, textCell, yuanCell } from "./report-cells.ts";
import type { ReportSheet } from "./report-model.ts";
import { identitiesOf, type Identities } from "./identity.ts";
import type { ReportInput } from "./report-input.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

/** Longest lists that a person reads; what is left out is counted in the title. */
const LONGEST_LIST = 5000;

const words = {
  zh: {
    title: "数据质量",
    none: "导入和测算没有发现问题。",
    some: (errors: number, warnings: number) =>
      `错误 ${errors} 处（对应的行或单元格没有采用），提示 ${warnings} 处（已采用，请核对）。`,
    counts: "各表行数",
    countHeads: ["工作表", "读作", "读取", "采用", "未采用"],
    tidied: "读取前整理的单元格",
    tidiedHeads: ["写法", "已整理", "按原样（未采用）"],
    edited: "改过的单元格（原文件不变）",
    editedHeads: ["工作表", "单元格", "原为", "改为"],
    blank: "（空）",
    stake: "影响金额的数据（从大到小）",
    cut: (title: string, shown: number, all: number) => `${title}（共 ${all} 处，列出前 ${shown} 处）`,
    stakeHeads: ["工作表", "行", "企业", "事项", "涉及金额（元）"],
    after: "晚于基准日的触发（未计入）",
    afterHeads: ["工作表", "行", "企业", "措施", "触发日"],
    byCode: "问题分类",
    codeHeads: ["处数", "程度", "代码", "问题"],
    list: "问题清单",
    listHeads: ["工作表", "单元格或行", "程度", "列", "所填", "应为或已按", "问题", "处理办法"],
    severities: { error: "错误", warning: "提示" },
    refused: "，整行未采用",
  },
  en: {
    title: "Data quality",
    none: "Import and calculation found no problem.",
    some: (errors: number, warnings: number) =>
      `${errors} errors (the row or cell was not used), ${warnings} warnings (it was used: look at it).`,
    counts: "Rows by sheet",
    countHeads: ["Sheet", "Read as", "Read", "Accepted", "Refused"],
    tidied: "Cells tidied before they were read",
    tidiedHeads: ["Kind", "Tidied", "Left as typed (not used)"],
    edited: "Cells read otherwise than the file has them (the file is not touched)",
    editedHeads: ["Sheet", "Cell", "In the file", "Read as"],
    blank: "(blank)",
    stake: "Data that decide money (largest first)",
    cut: (title: string, shown: number, all: number) => `${title} (${all}, the first ${shown} listed)`,
    stakeHeads: ["Sheet", "Row", "Enterprise", "Matter", "Amount (yuan)"],
    after: "Triggers after the as-of date (not counted)",
    afterHeads: ["Sheet", "Row", "Enterprise", "Measure", "Date"],
    byCode: "Problems by kind",
    codeHeads: ["Number", "Severity", "Code", "Problem"],
    list: "Problems",
    listHeads: ["Sheet", "Cell or row", "Severity", "Column", "Found", "Expected or done", "Problem", "Remedy"],
    severities: { error: "error", warning: "warning" },
    refused: ", row refused",
  },
} as const;

type Words = (typeof words)["zh" | "en"];

/** 数据质量: rows read and accepted, what is wrong where and what to do, and the money that doubtful cells decide. */
export function dataQualitySheet(input: ReportInput): ReportSheet {
  const { language } = input;
  const said = words[language];
  const who = identitiesOf(input);
  const issues = [...input.issues, ...input.evaluation.issues];
  const errors = issues.filter(({ severity }) => severity === "error");
  const warnings = issues.filter(({ severity }) => severity === "warning");
  return {
    name: sheetName("dataQuality", language),
    widths: [16, 18, 32, 56, 22, 24, 56, 56],
    rows: [
      [textCell(said.title, "title")],
      [textCell(issues.length === 0 ? said.none : said.some(errors.length, warnings.length))],
      ...reportSection(said.counts, said.countHeads, countRows(input)),
      ...reportSection(said.tidied, said.tidiedHeads, tidiedRows(input)),
      ...cutSection(said, said.edited, said.editedHeads, input.repairs, (one) => editedRow(who, said, one)),
      ...cutSection(said, said.stake, said.stakeHeads, input.evaluation.atStake, (one) => stakeRow(input, who, one)),
      ...cutSection(said, said.after, said.afterHeads, input.evaluation.afterAsOf, (one) => afterRow(input, who, one)),
      ...reportSection(said.byCode, said.codeHeads, codeRows(issues, said, language)),
      ...cutSection(said, said.list, said.listHeads, [...errors, ...warnings], (issue) =>
        issueRow(who.issue(issue), said, language),
      ),
    ],
    landscape: true,
  };
}

/** The head of a list as a section; where it is cut its title says how many there are. */
function cutSection<Entry>(
  said: Words,
  title: string,
  heads: readonly string[],
  entries: readonly Entry[],
  rowOf: (entry: Entry) => ReportRow,
): readonly ReportRow[] {
  const listed = entries.slice(0, LONGEST_LIST);
  const whole = listed.length === entries.length;
  return reportSection(whole ? title : said.cut(title, listed.length, entries.length), heads, listed.map(rowOf));
}

const countRows = ({ roster, language }: ReportInput): readonly ReportRow[] =>
  Object.entries(roster.counts).map(([sheet, { table, rows, accepted }]) => [
    textCell(sheet),
    textCell(tables.find(({ id }) => id === table)?.[language === "zh" ? "label" : "english"] ?? table),
    countCell(rows),
    countCell(accepted),
    countCell(rows - accepted, accepted < rows ? "edited" : "body"),
  ]);

const tidiedRows = ({ cleaning: { tidied, left }, language }: ReportInput): readonly ReportRow[] =>
  cleaningKinds
    .filter((kind) => tidied[kind] + left[kind] > 0)
    .map((kind) => [
      textCell(cleaningWords[kind][language]),
      countCell(tidied[kind]),
      countCell(left[kind], left[kind] > 0 ? "edited" : "body"),
    ]);

const editedRow = (who: Identities, said: Words, { sheet, cell, before, after }: CellRepair): ReportRow => [
  textCell(sheet),
  textCell(cell),
  ...[before, after].map((text) => textCell(text === "" ? said.blank : who.cell(text), "paragraph")),
];

/** Sheet and row of a roster's row, and whose it is. */
function placeCells(
  { roster }: ReportInput,
  who: Identities,
  table: TableId,
  row: number,
  enterprise: number,
): ReportRow {
  const { sheet, sheetRow } = roster.tables[table];
  return [
    textCell(roster.sheetNames[sheet[row] ?? 0] ?? ""),
    row < 0 ? emptyCell : { value: sheetRow[row] ?? null, format: "number" },
    textCell(enterprise < 0 ? ownerText(who, table, row) : who.name(enterprise)),
  ];
}

/** Code of a row whose enterprise is not in 企业. */
const ownerText = (who: Identities, table: TableId, row: number): string =>
  who.text(table, fieldsOf(table)[0]?.id ?? "", row);

/** What an issue of this kind says, without a place. */
const matterOf = ({ code, severity }: Issue, language: ReportInput["language"]): string =>
  describeIssue({ code, severity }, language).message;

const stakeRow = (
  input: ReportInput,
  who: Identities,
  { code, table, row, enterprise, amount }: ReportInput["evaluation"]["atStake"][number],
): ReportRow => [
  ...placeCells(input, who, table, row, enterprise),
  textCell(matterOf({ code, severity: "warning" }, input.language), "paragraph"),
  yuanCell(amount),
];

const afterRow = (
  input: ReportInput,
  who: Identities,
  { measure, table, row, enterprise, date }: ReportInput["evaluation"]["afterAsOf"][number],
): ReportRow => [
  ...placeCells(input, who, table, row, enterprise),
  textCell(input.prepared.policy.measures[measure]?.label[input.language] ?? "", "paragraph"),
  dayCell(date),
];

function codeRows(issues: readonly Issue[], said: Words, language: ReportInput["language"]): readonly ReportRow[] {
  const kinds = new Map<string, { readonly issue: Issue; count: number }>();
  for (const issue of issues) {
    const key = `${issue.code} ${issue.severity}`;
    const kind = kinds.get(key) ?? { issue, count: 0 };
    kind.count += 1;
    kinds.set(key, kind);
  }
  return [...kinds.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ issue, count }) => [
      countCell(count),
      textCell(said.severities[issue.severity]),
      textCell(issue.code),
      textCell(matterOf(issue, language), "paragraph"),
    ]);
}

function issueRow(issue: Issue, said: Words, language: ReportInput["language"]): ReportRow {
  const { sheet = "", cell, row, severity, column = "", found = "", expected = "", refusesRow = false } = issue;
  const { message, remedy } = describeIssue(issue, language);
  return [
    textCell(sheet),
    textCell(cell ?? (row === undefined ? "" : String(row))),
    textCell(said.severities[severity] + (refusesRow ? said.refused : ""), severity === "error" ? "edited" : "body"),
    textCell(column, "paragraph"),
    textCell(found, "paragraph"),
    textCell(expected, "paragraph"),
    textCell(message, "paragraph"),
    textCell(remedy, "paragraph"),
  ];
}

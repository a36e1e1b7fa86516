import { articleName } from "../policy/article-name.ts";
import { departmentName } from "../policy/department-name.ts";
import type { Article } from "../policy/policy.ts";
import { countCell, emptyCell, headingRow, linkedCell, textCell } from "./report-cells.ts";
import type { ReportCell, ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import { sheetName } from "./sheet-names.ts";

const words = {
  zh: {
    heads: ["条", "标题", "原文", "责任部门", "性质", "测算", "名册中涉及", "数量"],
    noDepartment: "文本未列",
    kinds: {
      general: "总则",
      monetary: "资金",
      monetary_unquantified: "资金，文本无数额",
      contingent: "或有",
      investment: "投资",
      indirect: "间接",
      service: "服务",
    },
    coverage: { modelled: "按公式测算", simplified: "简化测算", none: "文本无支出" },
    join: "、",
  },
  en: {
    heads: ["Article", "Title", "Text (Chinese, verbatim)", "Departments", "Kind", "Coverage", "Counted", "Number"],
    noDepartment: "none named in the text",
    kinds: {
      general: "general",
      monetary: "monetary",
      monetary_unquantified: "monetary, no figure in the text",
      contingent: "contingent",
      investment: "investment",
      indirect: "indirect",
      service: "service",
    },
    coverage: { modelled: "by formula", simplified: "simplified", none: "no outlay in the text" },
    join: ", ",
  },
} as const;

const HEADING_ROW = 2;

/** Row of an article on the sheet of clauses, for links to it. */
export const articleRow = (article: number): number => HEADING_ROW + article;

/** An article's name, leading to its text; empty for 0. */
export const articleCell = (article: number, language: ReportInput["language"]): ReportCell =>
  article === 0
    ? emptyCell
    : linkedCell(textCell(articleName(article, language)), sheetName("clauses", language), `A${articleRow(article)}`);

/** 条款原文: every article verbatim, who answers for it, how it is modelled, and how many it reaches. */
export function clausesSheet(input: ReportInput): ReportSheet {
  const { language, prepared } = input;
  const { articles, title, number } = prepared.policy;
  return {
    name: sheetName("clauses", language),
    widths: [10, 20, 90, 24, 12, 12, 22, 10],
    rows: [
      [textCell(`${title}　${number}`, "title")],
      headingRow(words[language].heads),
      ...articles.map((article) => articleCells(article, input)),
    ],
    frozen: { rows: HEADING_ROW, columns: 1 },
    landscape: true,
  };
}

function articleCells(article: Article, { language, evaluation, prepared }: ReportInput): readonly ReportCell[] {
  const { noDepartment, kinds, coverage, join } = words[language];
  const departments = article.departments.map((name) => departmentName(prepared.policy, name, language));
  const count = evaluation.coverage.get(article.number);
  return [
    textCell(articleName(article.number, language)),
    textCell(article.title[language], "paragraph"),
    textCell(article.text, "paragraph"),
    textCell(departments.join(join) || noDepartment, "paragraph"),
    textCell(kinds[article.kind], "paragraph"),
    textCell(coverage[article.coverage], "paragraph"),
    textCell(article.coverageCount?.label[language] ?? "", "paragraph"),
    count === undefined ? emptyCell : countCell(count),
  ];
}

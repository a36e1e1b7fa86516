import { articleName } from "../policy/article-name.ts";
import type { ReportChoice } from "./report-input.ts";

type Language = ReportChoice["language"];

/** Sheets of a report that stand once, in their order; the details of the articles follow `departments`. */
const names = {
  cover: { zh: "封面与摘要", en: "Summary" },
  scenario: { zh: "情景与变更", en: "Scenario" },
  parameters: { zh: "参数", en: "Parameters" },
  assumptions: { zh: "假设与口径", en: "Assumptions" },
  measures: { zh: "措施×年度", en: "Measures by year" },
  departments: { zh: "部门×年度", en: "Departments by year" },
  pool: { zh: "担保池台账", en: "Guarantee pool" },
  fund: { zh: "基金台账", en: "Fund" },
  simulation: { zh: "模拟结果", en: "Simulation" },
  charts: { zh: "图表", en: "Charts" },
  enterprises: { zh: "企业汇总", en: "Enterprises" },
  dataQuality: { zh: "数据质量", en: "Data quality" },
  reconciliation: { zh: "核对", en: "Reconciliation" },
  clauses: { zh: "条款原文", en: "Clauses" },
  run: { zh: "运行记录", en: "Run record" },
} as const;

export type SheetKey = keyof typeof names;

/** Name of a sheet in the report's language; at most 31 characters, none of `[]:*?/\`. */
export const sheetName = (key: SheetKey, language: Language): string => names[key][language];

/** Name of the sheet with the triggers of an article, e.g. 第六条明细. */
export const detailSheetName = (article: number, language: Language): string =>
  language === "zh" ? `${articleName(article, language)}明细` : `${articleName(article, language)} details`;

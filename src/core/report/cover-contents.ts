import { emptyCell, linkedCell, textCell } from "./report-cells.ts";
import type { ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportRow } from "./report-section.ts";
import { sheetName, type SheetKey } from "./sheet-names.ts";

type Language = ReportInput["language"];

const purposes: Readonly<Record<Language, Readonly<Record<Exclude<SheetKey, "cover">, string>>>> = {
  zh: {
    scenario: "本情景与现行政策的每处不同",
    parameters: "全部参数、假设、口径；浅黄色可改，改后全表重算",
    assumptions: "文件没有写明的数字和写得不明确的地方，采用什么、依据什么",
    measures: "每项措施各年度的金额",
    departments: "每个部门各年度的金额",
    pool: "担保风险补偿资金池逐笔收支与余额",
    fund: "专项投资基金的出资、余额与计划",
    simulation: "每项、每部门、每年度的均值、分位数与标准误；先做模拟才有",
    charts: "随参数重算的图与措施排名；写报告时的图片",
    enterprises: "每家企业的金额",
    dataQuality: "名册的问题、位置与处理办法，影响多少金额",
    reconciliation: "合计是否相等，与导出时相差多少",
    clauses: "三十一条原文、责任部门、测算方式",
    run: "版本、哈希、指纹，如何重新得到本报告",
  },
  en: {
    scenario: "each departure from the published policy",
    parameters: "all parameters, assumptions and readings; pale yellow cells recompute the workbook",
    assumptions: "numbers the text does not give and unclear wording: what was taken and why",
    measures: "amounts by measure and year",
    departments: "amounts by department and year",
    pool: "every movement of the guarantee pool and its balance",
    fund: "what the fund has drawn, has left and plans",
    simulation: "means, quantiles and standard errors by line and year; only where a simulation was run",
    charts: "charts and a ranking that follow edited parameters; pictures of the moment of writing",
    enterprises: "amounts by enterprise",
    dataQuality: "problems of the roster, where they are, what to do, and the money at stake",
    reconciliation: "whether the totals agree, and the difference from the export",
    clauses: "every article verbatim, who answers for them, how they are modelled",
    run: "versions, hashes, fingerprint, how to make this report again",
  },
};

const details = {
  zh: { name: "各条明细", purpose: "本条每笔付款一行，金额是公式" },
  en: { name: "Details by article", purpose: "one row a payment of this article, amounts are formulas" },
} as const;

/** What a report holds, sheet by sheet in its order; the details of the articles under one name. */
export function reportContents(language: Language): readonly { readonly name: string; readonly purpose: string }[] {
  const sheets = Object.entries(purposes[language]).map(([key, purpose]) => ({
    name: sheetName(key as SheetKey, language),
    purpose,
  }));
  const behind = sheets.findIndex(({ name }) => name === sheetName("departments", language)) + 1;
  return [...sheets.slice(0, behind), details[language], ...sheets.slice(behind)];
}

/** A line for each sheet, with a link to it. */
export function contentRows(sheets: readonly ReportSheet[], language: Language): readonly ReportRow[] {
  const byName = new Map(reportContents(language).map(({ name, purpose }) => [name, purpose]));
  return sheets.map(({ name }) => [
    linkedCell(textCell(name), name),
    emptyCell,
    textCell(byName.get(name) ?? details[language].purpose, "paragraph"),
  ]);
}

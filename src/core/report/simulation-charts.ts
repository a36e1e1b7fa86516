import { columnLetters } from "../roster/import-raw-cell.ts";
import { chartUnit, type ChartContent } from "./live-charts.ts";
import { quotedSheet } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { CellRange, ReportCell, ReportRow, ReportSheet } from "./report-model.ts";
import { simulationWords } from "./simulation-words.ts";

type Language = ReportInput["language"];

const words = {
  zh: {
    fan: "补助合计：模拟的各年均值与分位数",
    pool: "担保资金池：模拟的月末余额",
    description: "折线图，数据取自模拟结果，为写报告时的数值。",
  },
  en: {
    fan: "All grants: simulated means and percentiles by year",
    pool: "Guarantee pool: simulated balance at the end of the month",
    description: "Lines over the sheet of the simulation, as it was when the report was written.",
  },
} as const;

const QUANTILES = ["P5", "P25", "P50", "P75", "P95"];

/** Charts over the rows of 模拟结果: the total by year, and the balance of each pool by month. */
export function simulationCharts(sheet: ReportSheet, language: Language): readonly ChartContent[] {
  const { total, balance } = simulationWords[language];
  const said = words[language];
  return [
    ...tablesUnder(sheet, total).map((table) => lineChart(sheet, table, 1, said.fan, language)),
    ...tablesUnder(sheet, balance).map((table) => lineChart(sheet, table, 0, said.pool, language)),
  ].filter(({ categories }) => categories.values.length > 1);
}

/** Position of the head of a table, and the rows of years or months below it. */
interface RowSpan {
  readonly head: number;
  readonly rows: readonly ReportRow[];
}

function tablesUnder({ rows }: ReportSheet, title: string): readonly RowSpan[] {
  return rows.flatMap((row, index) => {
    if (row.length !== 1 || row[0]?.value !== title || row[0].style !== "section") return [];
    const below = rows.slice(index + 2);
    const end = below.findIndex((each) => !isDated(each));
    return [{ head: index + 1, rows: end < 0 ? below : below.slice(0, end) }];
  });
}

/** A row of a year, or of a month as text alone in front of its numbers. */
const isDated = ([first, second, third]: ReportRow): boolean =>
  typeof third?.value === "number" &&
  (typeof second?.value === "number" || (second?.value === null && /^\d{4}-\d{2}$/.test(String(first?.value))));

function lineChart(
  sheet: ReportSheet,
  { head, rows }: RowSpan,
  dates: number,
  title: string,
  language: Language,
): ChartContent {
  const heads = (sheet.rows[head] ?? []).map(({ value }) => String(value ?? ""));
  const down = (column: number): CellRange => ({
    reference: `${quotedSheet(sheet.name)}!$${columnLetters(column)}$${head + 2}:$${columnLetters(column)}$${head + 1 + rows.length}`,
    values: rows.map((row) => valueOf(row[column])),
  });
  const columns = [2, ...QUANTILES.map((name) => heads.indexOf(name))];
  return {
    kind: "lines",
    title,
    description: words[language].description,
    unit: chartUnit[language],
    categories: down(dates),
    series: columns.map((column) => ({
      name: {
        reference: `${quotedSheet(sheet.name)}!$${columnLetters(column)}$${head + 1}`,
        values: [heads[column] ?? ""],
      },
      values: down(column),
    })),
  };
}

const valueOf = (cell: ReportCell | undefined): string | number => {
  const value = cell?.value;
  return typeof value === "number" ? value : String(value ?? "");
};

import { yuanOf, type Fen } from "../money/money.ts";
import type { ReportCell, ReportModel } from "./report-model.ts";

/** The numbers behind a chart: named rows of money, all in 分. */
export interface FigureTable {
  /** The finding, as the chart's title says it. */
  readonly title: string;
  /** Unit, basis and day, in words. */
  readonly note: string;
  /** Head of the column of names. */
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly sums?: { readonly label: string; readonly cells: readonly Fen[] };
}

export interface FigureRow {
  readonly key: string;
  readonly label: string;
  /** Shown small beside the label. */
  readonly note?: string;
  /** One a column. */
  readonly cells: readonly Fen[];
}

const money = (fen: Fen, style: "body" | "total"): ReportCell => ({ value: yuanOf(fen), format: "yuan", style });
const words = (value: string, style: "title" | "note" | "heading" | "body" | "total"): ReportCell => ({
  value,
  format: "text",
  style,
});

/** Characters that a name of the longest row needs; Chinese ones count double in a sheet. */
const nameWidth = (rows: readonly FigureRow[]): number =>
  Math.min(60, Math.max(16, ...rows.map(({ label }) => 2 * label.length + 2)));

/** A table as a workbook of one sheet, amounts in 元: title, note, head, one row a name, sums. */
export function figureReport(table: FigureTable, sheetName: string): ReportModel {
  const { title, note, heading, columns, rows, sums } = table;
  const row = (label: string, cells: readonly Fen[], style: "body" | "total"): ReportCell[] => [
    words(label, style),
    ...cells.map((cell) => money(cell, style)),
  ];
  const sheet = {
    name: sheetName,
    widths: [nameWidth(rows), ...columns.map(() => 18)],
    rows: [
      [words(title, "title")],
      [words(note, "note")],
      [words(heading, "heading"), ...columns.map((column) => words(column, "heading"))],
      ...rows.map(({ label, note: aside, cells }) => row(aside ? `${label} ${aside}` : label, cells, "body")),
      ...(sums ? [row(sums.label, sums.cells, "total")] : []),
    ],
    frozen: { rows: 3, columns: 1 },
    landscape: true,
  };
  return { title, sheets: [sheet], names: [] };
}

import { yuanOf, type Fen } from "../money/money.ts";
import type { ReportCell, ReportModel } from "./report-model.ts";

/** What the numbers of a column are. money: 分 · share: 0 to 1 · count: whole. */
export type FigureKind = "money" | "share" | "count";

/** The numbers behind a chart: named rows, money in 分. */
export interface FigureTable {
  /** The finding, as the chart's title says it. */
  readonly title: string;
  /** Unit, basis and day, in words. */
  readonly note: string;
  /** Head of the column of names. */
  readonly heading: string;
  readonly columns: readonly string[];
  /** One a column; absent: all are money. */
  readonly kinds?: readonly FigureKind[];
  readonly rows: readonly FigureRow[];
  /** NaN, here and in a row: nothing is known. */
  readonly sums?: { readonly label: string; readonly cells: readonly Fen[] };
  /** Rows below the sums that are in no sum, e.g. quantiles. */
  readonly beside?: readonly FigureRow[];
}

export interface FigureRow {
  readonly key: string;
  readonly label: string;
  /** Shown small beside the label. */
  readonly note?: string;
  /** One a column. */
  readonly cells: readonly Fen[];
}

function figure(value: number, kind: FigureKind, style: "body" | "total"): ReportCell {
  if (Number.isNaN(value)) return { value: null, style };
  if (kind === "share") return { value, format: "share", style };
  if (kind === "count") return { value, format: "integer", style };
  return { value: yuanOf(value), format: "yuan", style };
}
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
  const { title, note, heading, columns, rows, kinds = [], sums, beside = [] } = table;
  const row = (label: string, cells: readonly Fen[], style: "body" | "total"): ReportCell[] => [
    words(label, style),
    ...cells.map((cell, column) => figure(cell, kinds[column] ?? "money", style)),
  ];
  const named = ({ label, note: aside, cells }: FigureRow) => row(aside ? `${label} ${aside}` : label, cells, "body");
  const sheet = {
    name: sheetName,
    widths: [nameWidth([...rows, ...beside]), ...columns.map(() => 18)],
    rows: [
      [words(title, "title")],
      [words(note, "note")],
      [words(heading, "heading"), ...columns.map((column) => words(column, "heading"))],
      ...rows.map(named),
      ...(sums ? [row(sums.label, sums.cells, "total")] : []),
      ...beside.map(named),
    ],
    frozen: { rows: 3, columns: 1 },
    landscape: true,
  };
  return { title, sheets: [sheet], names: [] };
}

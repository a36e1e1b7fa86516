import type { Fen } from "../money/money.ts";
import { roundToFen, yuanOf } from "../money/money.ts";
import type { Day } from "../date/day.ts";
import type { CellFormat, CellStyle, ReportCell } from "./report-model.ts";

/** A cell without anything. */
export const emptyCell: ReportCell = { value: null };

/** A text, whatever it starts with. */
export const textCell = (value: string, style: CellStyle = "body"): ReportCell => ({ value, format: "text", style });

/** 分 as 元 with two decimals. */
export const yuanCell = (fen: Fen, style: CellStyle = "body"): ReportCell => ({
  value: yuanOf(fen),
  format: "yuan",
  style,
});

/** A mean or quantile of 分, to the 分; what is no number (the deviation of a single trial) stays empty. */
export const figureCell = (fen: number): ReportCell =>
  Number.isFinite(fen) ? yuanCell(roundToFen(fen / 100)) : emptyCell;

/** A share, 0 to 1. */
export const shareCell = (value: number): ReportCell => ({ value, format: "share", style: "body" });

/** A whole number. */
export const countCell = (value: number, style: CellStyle = "body"): ReportCell => ({
  value,
  format: "integer",
  style,
});

/** A calendar day; NaN gives an empty cell. */
export const dayCell = (day: Day, style: CellStyle = "body"): ReportCell => ({
  value: Number.isNaN(day) ? null : day,
  format: "date",
  style,
});

/** A formula without `=`, with the value the app computed. */
export const formulaCell = (
  formula: string,
  value: ReportCell["value"],
  format: CellFormat = "yuan",
  style: CellStyle = "body",
): ReportCell => ({ formula, value, format, style });

/** The same cell, leading to another place of the workbook. */
export const linkedCell = (cell: ReportCell, sheet: string, address = "A1"): ReportCell => ({
  ...cell,
  link: `${quotedSheet(sheet)}!${address}`,
});

/** A sheet's name as formulas write it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The cells of a table's head. */
export const headingRow = (heads: readonly string[]): readonly ReportCell[] =>
  heads.map((head) => textCell(head, "heading"));

import { emptyCell, headingRow, textCell } from "./report-cells.ts";
import type { ReportRow } from "./report-model.ts";

export type { ReportRow };

/** A titled table below what stands above it: an empty row, the title, the head, the rows; nothing without rows. */
export const reportSection = (
  title: string,
  heads: readonly string[],
  rows: readonly ReportRow[],
): readonly ReportRow[] =>
  rows.length === 0 ? [] : [[emptyCell], [textCell(title, "section")], headingRow(heads), ...rows];

import { parameterSheet } from "./parameter-sheet.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportModel, ReportSheet } from "./report-model.ts";

/** The sheets that recompute themselves when a live parameter is edited, with the names their formulas use. */
export function liveSheets(input: ReportInput): { sheets: readonly ReportSheet[]; names: ReportModel["names"] } {
  const parameters = parameterSheet(input);
  return { sheets: [parameters.sheet], names: parameters.names };
}

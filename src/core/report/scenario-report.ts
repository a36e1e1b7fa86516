import { assumptionsSheet } from "./assumptions-sheet.ts";
import { chartsSheet } from "./charts-sheet.ts";
import { clausesSheet } from "./clauses-sheet.ts";
import { coverSheet } from "./cover-sheet.ts";
import { dataQualitySheet } from "./data-quality-sheet.ts";
import { withinDepartment } from "./department-scope.ts";
import { enterpriseSheet } from "./enterprise-sheet.ts";
import { fundCells, fundSheet } from "./fund-sheet.ts";
import { liveSheets } from "./live-sheets.ts";
import type { ReportModel, ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import { runSheet } from "./run-sheet.ts";
import { scenarioSheet } from "./scenario-sheet.ts";
import { checkSheetLengths } from "./sheet-length.ts";
import { sheetName, type SheetKey } from "./sheet-names.ts";
import { simulationSheet } from "./simulation-sheet.ts";

const titles = { zh: "惠企政策敞口测算报告", en: "Exposure report on the SME policy" } as const;

/** Sheets in front of the details of the articles, and those behind them. */
const before: readonly SheetKey[] = ["scenario", "parameters", "assumptions", "measures", "departments"];
const behind: readonly SheetKey[] = [
  "pool",
  "fund",
  "simulation",
  "charts",
  "enterprises",
  "dataQuality",
  "reconciliation",
  "clauses",
  "run",
];

/**
 * The whole report of a scenario as a workbook: what recomputes itself, and what explains it, in a fixed order.
 * @throws SheetTooLongError where a sheet would have more rows than a workbook can hold
 */
export function scenarioReport(given: ReportInput): ReportModel {
  const input = withinDepartment(given);
  const live = liveSheets(input);
  const simulation = simulationSheet(input);
  const charts = chartsSheet(input, live.yearly, simulation);
  const sheets = inOrder(
    [
      ...live.sheets,
      scenarioSheet(input),
      assumptionsSheet(input),
      fundSheet(input),
      ...(simulation ? [simulation] : []),
      charts,
      enterpriseSheet(input),
      dataQualitySheet(input),
      clausesSheet(input),
      runSheet(input),
    ],
    input.language,
  );
  checkSheetLengths(sheets, input);
  return {
    title: titles[input.language],
    sheets: [coverSheet(input, sheets, { ...live.totals, ...fundCells(input) }), ...sheets],
    names: live.names,
  };
}

/** Sheets in the order of a report; those that are called by no key, the details, stand between. */
function inOrder(sheets: readonly ReportSheet[], language: ReportInput["language"]): readonly ReportSheet[] {
  const keyed = new Map([...before, ...behind].map((key) => [sheetName(key, language), key]));
  const ofKeys = (keys: readonly SheetKey[]): readonly ReportSheet[] =>
    keys.flatMap((key) => sheets.filter(({ name }) => keyed.get(name) === key));
  return [...ofKeys(before), ...sheets.filter(({ name }) => !keyed.has(name)), ...ofKeys(behind)];
}

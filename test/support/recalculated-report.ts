import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { evaluateRoster } from "../../src/core/policy/evaluate.ts";
import type { Evaluation } from "../../src/core/policy/evaluation.ts";
import { preparePolicy } from "../../src/core/policy/prepare.ts";
import type { Scenario } from "../../src/core/policy/scenario.ts";
import { rowsOf, type ReportCell, type ReportModel, type ReportSheet } from "../../src/core/report/report-model.ts";
import type { ReportInput } from "../../src/core/report/report-input.ts";
import { scenarioReport } from "../../src/core/report/scenario-report.ts";
import { CleaningLog } from "../../src/core/roster/import-cleaning-log.ts";
import { RawKind, type RawSheet } from "../../src/core/roster/raw-sheet.ts";
import type { Roster } from "../../src/core/roster/roster.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { writeWorkbook } from "../../src/spreadsheet/write-report.ts";
import { recalculate } from "./recalculate.ts";

export const prepared = preparePolicy(xicheng202371);

export const evaluated = (roster: Roster, scenario: Scenario): Evaluation => evaluateRoster(prepared, roster, scenario);

export const reportInput = (roster: Roster, scenario: Scenario, choice: Partial<ReportInput> = {}): ReportInput => ({
  language: "zh",
  masked: false,
  prepared,
  roster,
  scenario,
  evaluation: evaluated(roster, scenario),
  issues: [],
  cleaning: new CleaningLog([], []).counts,
  repairs: [],
  charts: [],
  run: {
    fileName: "名册.xlsx",
    rulePackHash: "",
    fingerprint: "",
    seed: 1,
    trials: 0,
    softwareVersion: "",
    writtenAt: "",
  },
  ...choice,
});

export const liveModel = (input: ReportInput): ReportModel => scenarioReport(input);

/** The model without the sheets that stay as they were exported, or that say so. */
export function recomputed(model: ReportModel): ReportModel {
  const fixed = ["封面与摘要", "情景与变更", "参数", "假设与口径", "企业汇总", "数据质量", "核对", "运行记录"];
  return { ...model, sheets: model.sheets.filter(({ name }) => !fixed.includes(name)) };
}

export const sheetOf = (model: ReportModel, name: string): ReportSheet => {
  const sheet = model.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name} among ${model.sheets.map((each) => each.name).join("、")}`);
  return sheet;
};

/** The model with every row made. */
export const whole = (model: ReportModel): ReportModel => ({
  ...model,
  sheets: model.sheets.map((sheet) => ({ ...sheet, rows: [...rowsOf(sheet)], body: { count: 0, row: () => [] } })),
});

/** The model with other values in named cells, while every formula keeps the value of the export. */
export function edited(model: ReportModel, values: Readonly<Record<string, ReportCell["value"]>>): ReportModel {
  const places = new Map(model.names.map(({ name, target }) => [name, target]));
  const changes = Object.entries(values).map(([name, value]) => {
    const [, sheet = "", row = ""] = /^'(.+)'!\$C\$(\d+)$/.exec(places.get(name) ?? "") ?? [];
    if (row === "") throw new Error(`no cell is named ${name}`);
    return { sheet, row: Number(row) - 1, value };
  });
  const change = (sheet: ReportSheet): ReportSheet["rows"] =>
    sheet.rows.map((cells, row) => {
      const found = changes.find((each) => each.sheet === sheet.name && each.row === row);
      return found ? cells.map((cell, column) => (column === 2 ? { ...cell, value: found.value } : cell)) : cells;
    });
  return { ...model, sheets: model.sheets.map((sheet) => ({ ...sheet, rows: change(sheet) })) };
}

/** A workbook read back: the value of a cell by sheet, row and column, both from 0; errors as their text. */
export type ReadCells = (sheet: string, row: number, column: number) => string | number | boolean | null;

/** Writes a model, lets LibreOffice compute every formula anew, and reads the result. */
export async function recalculated(model: ReportModel): Promise<ReadCells> {
  const bytes = await recalculate(await writeWorkbook(model));
  const workbook = await readWorkbook(bytes, "report.xlsx");
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, readerOf(sheet)]));
  return (sheet, row, column) => {
    const read = sheets.get(sheet);
    if (!read) throw new Error(`the workbook has no sheet ${sheet}`);
    return read(row, column);
  };
}

function readerOf(sheet: RawSheet): (row: number, column: number) => string | number | boolean | null {
  const stored = new Map(Array.from(sheet.rowNumber, (number, index) => [number - 1, index]));
  return (row, column) => {
    const at = stored.get(row) ?? -1;
    const cells = sheet.columns[column];
    const value = cells?.values[at] ?? Number.NaN;
    switch (cells?.kind[at] ?? RawKind.blank) {
      case RawKind.number:
      case RawKind.date:
        return value;
      case RawKind.truth:
        return value === 1;
      case RawKind.text:
      case RawKind.error:
        return sheet.texts[value] ?? "";
      default:
        return null;
    }
  };
}

/** Cells whose formula gives another value than the model says; a text and a number of equal look differ. */
export function differences(model: ReportModel, read: ReadCells): string[] {
  return model.sheets.flatMap((sheet) =>
    [...rowsOf(sheet)].flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const found = read(sheet.name, row, column);
        if (isSame(cell.value, found)) return [];
        return [`${sheet.name} R${row + 1}C${column + 1}: ${cell.value} ≠ ${found} =${cell.formula ?? ""}`];
      }),
    ),
  );
}

function isSame(expected: ReportCell["value"], found: ReportCell["value"]): boolean {
  if (typeof expected === "number" && typeof found === "number") {
    return Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected));
  }
  return (expected ?? "") === (found ?? "");
}

import type { CellValue, DataValidation, Workbook, Worksheet } from "exceljs";

import type { ReportCell, ReportModel, ReportSheet, ReportValidation } from "../core/report/report-model.ts";
import { columnLetters } from "./column-letters.ts";
import { finishPackage } from "./finish-package.ts";
import { Pause } from "./pause.ts";
import { rowLayout } from "./row-layout.ts";
import { ALERT_STYLE, styleOf } from "./report-styles.ts";
import { cellText } from "./report-text.ts";
import type { Task } from "./task.ts";

const LONGEST_SHEET_NAME = 31;
const LONGEST_FORMULA = 8192;
const LONGEST_INLINE_LIST = 255;
const LONGEST_MESSAGE = 225;
const A4 = 9;
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));
const FIRST_DAY = 1;
const LAST_DAY = 2_958_465; // 9999-12-31

/** The library has this member, its types have not. */
type ValidatedWorksheet = Worksheet & {
  readonly dataValidations: { add(range: string, validation: DataValidation): unknown };
};

/**
 * A report as the bytes of an .xlsx file that recalculates when opened; equal models give equal bytes.
 * @throws when the model holds what a workbook cannot (NaN, too long a formula), naming sheet and cell;
 * AbortError when cancelled
 */
export async function writeWorkbook(model: ReportModel, task?: Task): Promise<Uint8Array> {
  const { default: library } = await import("exceljs");
  const workbook = new library.Workbook();
  describeWorkbook(workbook, model);
  const pause = new Pause(task);
  for (const [index, sheet] of model.sheets.entries()) {
    task?.onProgress?.({ step: "report", done: index / (model.sheets.length + 1), what: sheet.name });
    await pause.take();
    await writeSheet(workbook, sheet, pause);
  }
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } });
  await pause.take();
  const bytes = finishPackage(new Uint8Array(stored), model);
  task?.onProgress?.({ step: "report", done: 1 });
  return bytes;
}

function describeWorkbook(workbook: Workbook, model: ReportModel): void {
  workbook.title = model.title;
  workbook.creator = "策算 Cesuan";
  workbook.lastModifiedBy = "策算 Cesuan";
  workbook.created = FIXED_DATE;
  workbook.modified = FIXED_DATE;
  workbook.calcProperties.fullCalcOnLoad = true;
}

async function writeSheet(workbook: Workbook, sheet: ReportSheet, pause: Pause): Promise<void> {
  if (sheet.name.length > LONGEST_SHEET_NAME) throw new Error(`a sheet name has at most 31 characters: ${sheet.name}`);
  const worksheet = workbook.addWorksheet(sheet.name);
  layOut(worksheet, sheet);
  for (const [index, row] of sheet.rows.entries()) {
    writeRow(worksheet, sheet.name, index, row);
    const { merge, height } = rowLayout(sheet, row, index + 1);
    if (merge !== undefined) worksheet.mergeCells(merge);
    if (height !== undefined) worksheet.getRow(index + 1).height = height;
    await pause.takeIfDue();
  }
  for (const range of sheet.merges ?? []) worksheet.mergeCells(range);
  for (const validation of sheet.validations ?? []) {
    (worksheet as ValidatedWorksheet).dataValidations.add(
      asRange(validation.range),
      validationOf(sheet.name, validation),
    );
  }
  addAlerts(worksheet, sheet);
  addImages(workbook, worksheet, sheet);
}

function layOut(worksheet: Worksheet, { widths, frozen, landscape = false }: ReportSheet): void {
  widths.forEach((width, column) => (worksheet.getColumn(column + 1).width = width));
  if (frozen) worksheet.views = [{ state: "frozen", xSplit: frozen.columns, ySplit: frozen.rows }];
  worksheet.pageSetup.paperSize = A4;
  worksheet.pageSetup.orientation = landscape ? "landscape" : "portrait";
  worksheet.pageSetup.fitToPage = true;
  worksheet.pageSetup.fitToWidth = 1;
  worksheet.pageSetup.fitToHeight = 0; // as many pages as the rows need
}

function writeRow(worksheet: Worksheet, sheetName: string, index: number, cells: readonly ReportCell[]): void {
  const row = worksheet.getRow(index + 1);
  cells.forEach((content, column) => {
    const cell = row.getCell(column + 1);
    cell.value = cellValue(content, `${sheetName}!${columnLetters(column)}${index + 1}`);
    cell.style = styleOf(content);
  });
}

function cellValue({ value, formula }: ReportCell, place: string): CellValue {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`${place}: a number must be finite, found ${value}`);
  const result = typeof value === "string" ? cellText(value) : value;
  if (formula === undefined) return result;
  if (formula.length > LONGEST_FORMULA)
    throw new Error(`${place}: a formula has at most ${LONGEST_FORMULA} characters, found ${formula.length}`);
  return result === null ? { formula } : { formula, result };
}

/** A validation kept under a single address would be merged by the library with its neighbours, wrongly. */
const asRange = (range: string): string => (range.includes(":") ? range : `${range}:${range}`);

function validationOf(sheetName: string, { range, rule, message }: ReportValidation): DataValidation {
  if (message.length > LONGEST_MESSAGE)
    throw new Error(`${sheetName}!${range}: a message has at most ${LONGEST_MESSAGE} characters`);
  const told = { showErrorMessage: true, error: message, showInputMessage: true, prompt: message };
  switch (rule.kind) {
    case "decimal":
    case "whole":
      return {
        ...told,
        type: rule.kind,
        operator: "between",
        allowBlank: rule.allowBlank,
        formulae: [rule.minimum, rule.maximum],
      };
    case "list":
      return { ...told, type: "list", allowBlank: true, formulae: [inlineList(rule.choices, `${sheetName}!${range}`)] };
    case "date":
      return {
        ...told,
        type: "date",
        operator: "between",
        allowBlank: rule.allowBlank,
        formulae: [FIRST_DAY, LAST_DAY].map(dateOfSerial),
      };
  }
}

/** The library turns what it is given here into a serial by way of a Date in UTC. */
const dateOfSerial = (serial: number): Date => new Date((serial - 25_569) * 86_400_000);

function inlineList(choices: readonly string[], place: string): string {
  const list = choices.join(",");
  if (list.length > LONGEST_INLINE_LIST || choices.some((choice) => choice.includes(","))) {
    throw new Error(
      `${place}: choices have no comma and at most ${LONGEST_INLINE_LIST} characters together, found ${list}`,
    );
  }
  return `"${list.replaceAll('"', '""')}"`;
}

function addAlerts(worksheet: Worksheet, { alerts = [] }: ReportSheet): void {
  alerts.forEach(({ range, formula }, index) => {
    const rule = { type: "expression" as const, priority: index + 1, formulae: [formula], style: ALERT_STYLE };
    worksheet.addConditionalFormatting({ ref: range, rules: [rule] });
  });
}

function addImages(workbook: Workbook, worksheet: Worksheet, { images = [] }: ReportSheet): void {
  for (const { png, column, row, width, height } of images) {
    const image = workbook.addImage({ buffer: png.slice().buffer, extension: "png" });
    worksheet.addImage(image, { tl: { col: column, row }, ext: { width, height } });
  }
}

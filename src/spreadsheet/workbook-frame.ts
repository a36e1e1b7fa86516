import type { DataValidation, Workbook, Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";

import type { ReportModel, ReportSheet, ReportValidation } from "../core/report/report-model.ts";
import { ALERT_STYLE, everyLook, styleOf } from "./report-styles.ts";

const LONGEST_SHEET_NAME = 31;
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

/** A package without its rows. */
export interface WorkbookFrame {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Number of the style of each of {@link everyLook}. */
  readonly styleNumbers: readonly number[];
}

/**
 * Everything of a report but its rows, texts, names, links, pictures and charts, which the library writes slowly or not at all. The
 * first sheet holds one cell of each look instead, which tell the numbers of their styles.
 */
export async function workbookFrame(model: ReportModel): Promise<WorkbookFrame> {
  const { default: library } = await import("exceljs");
  const workbook = new library.Workbook();
  describeWorkbook(workbook, model);
  for (const sheet of model.sheets) addSheet(workbook, sheet, model);
  const [first] = workbook.worksheets;
  if (!first) throw new Error("a workbook has at least one sheet");
  everyLook.forEach((look, column) => (first.getCell(1, column + 1).style = styleOf(look)));
  first.getCell(1, 1).value = "a text, so that there is a part of texts";
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } });
  const parts = unzipSync(new Uint8Array(stored));
  const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const styleNumbers = Array.from(xml.matchAll(/<c r="[A-Z]+1" s="(\d+)"/g), ([, number]) => Number(number));
  if (styleNumbers.length !== everyLook.length)
    throw new Error(`${everyLook.length} looks must have a style, found ${styleNumbers.length}`);
  return { parts, styleNumbers };
}

function describeWorkbook(workbook: Workbook, model: ReportModel): void {
  workbook.title = model.title;
  workbook.creator = "策算 Cesuan";
  workbook.lastModifiedBy = "策算 Cesuan";
  workbook.created = FIXED_DATE;
  workbook.modified = FIXED_DATE;
  workbook.calcProperties.fullCalcOnLoad = true;
}

function addSheet(workbook: Workbook, sheet: ReportSheet, { title }: ReportModel): void {
  if (sheet.name.length > LONGEST_SHEET_NAME) throw new Error(`a sheet name has at most 31 characters: ${sheet.name}`);
  const worksheet = workbook.addWorksheet(sheet.name);
  layOut(worksheet, sheet);
  worksheet.headerFooter.oddHeader = `&L${printed(title)}&R&A`;
  worksheet.headerFooter.oddFooter = "&C&P / &N";
  for (const validation of sheet.validations ?? []) {
    (worksheet as ValidatedWorksheet).dataValidations.add(
      asRange(validation.range),
      validationOf(sheet.name, validation),
    );
  }
  addAlerts(worksheet, sheet);
}

/** Words as the head of a printed page takes them, where `&` begins a code. */
const printed = (words: string): string => words.replaceAll("&", "&&");

function layOut(worksheet: Worksheet, { widths, frozen, landscape = false }: ReportSheet): void {
  widths.forEach((width, column) => (worksheet.getColumn(column + 1).width = width));
  if (frozen) worksheet.views = [{ state: "frozen", xSplit: frozen.columns, ySplit: frozen.rows }];
  worksheet.pageSetup.paperSize = A4;
  worksheet.pageSetup.orientation = landscape ? "landscape" : "portrait";
  worksheet.pageSetup.fitToPage = true;
  worksheet.pageSetup.fitToWidth = 1;
  worksheet.pageSetup.fitToHeight = 0; // as many pages as the rows need
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

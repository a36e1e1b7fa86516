import type { ReportChoice } from "./report-input.ts";
import type { ReportSheet } from "./report-model.ts";

/** Rows that a sheet of an .xlsx file can have. */
export const LONGEST_SHEET = 1_048_576;

/** A report that no workbook can hold; the message says which sheet and what to do instead. */
export class SheetTooLongError extends Error {
  override readonly name = "SheetTooLongError";
}

/** @throws SheetTooLongError in the report's language for the first sheet that has more rows than a workbook can hold */
export function checkSheetLengths(sheets: readonly ReportSheet[], choice: ReportChoice): void {
  for (const { name, rows, body } of sheets) {
    const length = rows.length + (body?.count ?? 0);
    if (length > LONGEST_SHEET)
      throw new SheetTooLongError(sentences[choice.language](name, length, choice.department));
  }
}

const counted = (count: number): string => count.toLocaleString("en-US");

const sentences = {
  zh: (sheet: string, rows: number, department: string | undefined): string =>
    `工作表“${sheet}”有 ${counted(rows)} 行，超过 Excel 的上限 ${counted(LONGEST_SHEET)} 行。` +
    (department === undefined
      ? "请在报告页选择单个部门，按部门分别生成报告；仍超过时，把名册按企业拆成几份，分别导入后生成。"
      : "请把名册按企业拆成几份，分别导入后生成报告。"),
  en: (sheet: string, rows: number, department: string | undefined): string =>
    `The sheet “${sheet}” has ${counted(rows)} rows, more than the ${counted(LONGEST_SHEET)} that Excel allows. ` +
    (department === undefined
      ? "Choose a department on the report page and write one report a department; if that is still too long, split the roster by enterprise and import the parts one by one."
      : "Split the roster by enterprise and write a report of each part."),
} as const;

import { importRoster } from "../src/core/roster/import-roster.ts";
import { readWorkbook } from "../src/spreadsheet/read-workbook.ts";

const SHEET = "企业";

/** From bytes to a checked roster. */
async function ours(bytes: Uint8Array): Promise<number> {
  const workbook = await readWorkbook(bytes, "bench.xlsx");
  if ("refused" in workbook) throw new Error(`the workbook was refused: ${workbook.refused.code}`);
  return importRoster(workbook).roster?.tables.enterprises.rowCount ?? 0;
}

/** Only loads the workbook. */
async function exceljs(bytes: Uint8Array): Promise<number> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return (workbook.getWorksheet(SHEET)?.rowCount ?? 1) - 1;
}

/** Only loads the workbook, dense and with dates, the way its documentation advises for large sheets. */
async function sheetjs(bytes: Uint8Array): Promise<number> {
  const { read, utils } = await import("@e965/xlsx");
  const sheet = read(bytes, { dense: true, cellDates: true }).Sheets[SHEET];
  return sheet?.["!ref"] === undefined ? 0 : utils.decode_range(sheet["!ref"]).e.r;
}

/** Imports by the ways compared: bytes of a workbook in, its rows of 企业 out. */
export const importers = { ours, exceljs, sheetjs };

export type Importer = keyof typeof importers;

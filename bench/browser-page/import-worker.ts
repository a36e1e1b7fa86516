import { expose } from "comlink";
import { importRoster } from "../../src/core/roster/import-roster.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

async function ours(bytes: Uint8Array): Promise<number> {
  const workbook = await readWorkbook(bytes, "bench.xlsx");
  if ("refused" in workbook) throw new Error(`refused: ${workbook.refused.code}`);
  return importRoster(workbook).roster?.tables.enterprises.rowCount ?? 0;
}

async function byExcelJs(bytes: Uint8Array): Promise<number> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return (workbook.getWorksheet("企业")?.rowCount ?? 1) - 1;
}

const importers = { ours, exceljs: byExcelJs };

/** Fetches a workbook and imports it; the time is of the import alone. */
async function timeImport(importer: keyof typeof importers, address: string) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const start = performance.now();
  const rows = await importers[importer](bytes);
  return { milliseconds: performance.now() - start, rows };
}

export type TimeImport = typeof timeImport;

expose(timeImport);

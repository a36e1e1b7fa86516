import type { CellObject, ParsingOptions, Range, WorkBook } from "@e965/xlsx";
import type { RawSheet, RawWorkbook } from "../core/roster/raw-sheet.ts";
import { RawKind } from "../core/roster/raw-sheet.ts";
import { LIMITS } from "./limits.ts";
import { isDateFormat } from "./number-formats.ts";
import type { ReadRun } from "./read-run.ts";
import { Refusal } from "./refusal.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { DAYS_1904 } from "./sheet-reader.ts";
import { TextNumbers } from "./text-numbers.ts";

/** The library's function that reads a file. */
type Read = (bytes: Uint8Array, options: ParsingOptions) => WorkBook;

/** A sheet as the library gives it when asked for rows of cells. */
interface DenseSheet {
  readonly "!data"?: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly "!rows"?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly "!cols"?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly "!merges"?: readonly Range[];
}

const visibilities = ["visible", "hidden", "veryHidden"] as const;

/** The cells of an .xls (Excel 97 to 2003), .xlsb or .ods file; the library that reads them is loaded with the first. */
export async function readOldWorkbook(bytes: Uint8Array, fileName: string, run: ReadRun): Promise<RawWorkbook> {
  if (bytes.length > LIMITS.oldWorkbookBytes) {
    throw new Refusal("too-large", `${bytes.length} bytes`, `≤ ${LIMITS.oldWorkbookBytes}`);
  }
  run.report(fileName, 0);
  await run.pause();
  const { read } = await import("@e965/xlsx");
  const workbook = parsed(read, bytes, fileName);
  const sheets: RawSheet[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (sheet?.["!type"] !== undefined && sheet["!type"] !== "sheet") continue;
    sheets.push(rawSheet(workbook, index, name, sheet, run));
    await run.pauseIfDue(name);
  }
  run.report(fileName, 1);
  return { sheets };
}

/** The library throws errors of many kinds about files; each means that this one cannot be read. */
function parsed(read: Read, bytes: Uint8Array, fileName: string): WorkBook {
  try {
    // dates stay serial numbers: its Date objects lose cells of Chinese date formats
    return read(bytes, { type: "array", dense: true, cellNF: true, cellStyles: true, cellHTML: false });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw new Refusal("encrypted", fileName);
    throw new Refusal("truncated", `${fileName}: ${message}`);
  }
}

function rawSheet(workbook: WorkBook, index: number, name: string, sheet: unknown, run: ReadRun): RawSheet {
  const {
    "!data": rows = [],
    "!rows": rowProperties = [],
    "!cols": columnProperties = [],
    "!merges": merges = [],
  } = (sheet ?? {}) as DenseSheet;
  const builder = new SheetBuilder(run);
  const numbers = new TextNumbers();
  const shift = workbook.Workbook?.WBProps?.date1904 === true ? DAYS_1904 : 0;
  rows.forEach((cells, row) => {
    builder.beginRow(row + 1, rowProperties[row]?.hidden === true);
    cells?.forEach((cell, column) => {
      const raw = cell && rawCell(cell, numbers, shift);
      if (raw) builder.set(column, raw.kind, raw.value);
    });
  });
  const cells = builder.finish();
  const hiddenColumns = [...cells.columns.keys()].filter((column) => columnProperties[column]?.hidden === true);
  const visibility = visibilities[workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0];
  const ranges = merges.map(({ s, e }) => ({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 }));
  return { name, visibility, ...cells, hiddenColumns, texts: numbers.texts, merges: ranges };
}

function rawCell({ t: type, v: value, w: shown, z: format }: CellObject, numbers: TextNumbers, shift: number) {
  if (type === "n" && typeof value === "number") {
    if (!isDateFormat(String(format ?? "General"))) return { kind: RawKind.number, value };
    return { kind: RawKind.date, value: value + shift };
  }
  if (type === "b") return { kind: RawKind.truth, value: value === true ? 1 : 0 };
  if (type === "e") return { kind: RawKind.error, value: numbers.numberOf(shown ?? `#${String(value)}`) };
  if (type === "s" && typeof value === "string" && value !== "") {
    return { kind: RawKind.text, value: numbers.numberOf(value) };
  }
  return undefined;
}

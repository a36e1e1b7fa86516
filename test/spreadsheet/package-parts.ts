import { strToU8, zipSync } from "fflate";
import type { ZipOptions } from "fflate";

import type { Issue } from "../../src/core/issue/issue.ts";
import { RawKind } from "../../src/core/roster/raw-sheet.ts";
import type { RawSheet, RawWorkbook } from "../../src/core/roster/raw-sheet.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export type Parts = Record<string, string | Uint8Array>;

/** The parts of a workbook of one sheet, whose sheetData hold `rows`; `more` replaces or adds parts. */
export function partsWith(rows: string, more: Parts = {}): Parts {
  return {
    "_rels/.rels": relationships(["rId1", `${OFFICE}/officeDocument`, "xl/workbook.xml"]),
    "xl/workbook.xml": workbook('<sheet name="表" sheetId="1" r:id="rId1"/>'),
    "xl/_rels/workbook.xml.rels": relationships(
      ["rId1", `${OFFICE}/worksheet`, "worksheets/sheet1.xml"],
      ["rId2", `${OFFICE}/styles`, "styles.xml"],
      ["rId3", `${OFFICE}/sharedStrings`, "sharedStrings.xml"],
    ),
    "xl/worksheets/sheet1.xml": worksheet(rows),
    ...more,
  };
}

export const workbook = (sheets: string, before = ""): string =>
  `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets></workbook>`;

export const worksheet = (rows: string, after = ""): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

export const sharedStrings = (items: string): Parts => ({
  "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${items}</sst>`,
});

/** Styles whose cell formats have these number formats, by id or written out. */
export function stylesOf(...formats: readonly (number | string)[]): Parts {
  const custom = formats.filter((format) => typeof format === "string");
  const code = (format: string): string => format.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const written = custom.map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code(format)}"/>`);
  const ids = formats.map((format) => (typeof format === "string" ? 200 + custom.indexOf(format) : format));
  const xfs = ids.map((id) => `<xf numFmtId="${id}"/>`).join("");
  return {
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${written.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
  };
}

export function relationships(...entries: readonly (readonly [string, string, string])[]): string {
  const written = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}">${written.join("")}</Relationships>`;
}

export function zipOf(parts: Parts, options: ZipOptions = {}): Uint8Array {
  const bytes = (part: string | Uint8Array): Uint8Array => (typeof part === "string" ? strToU8(part) : part);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, bytes(part)])), options);
}

export async function readBytes(bytes: Uint8Array): Promise<RawWorkbook> {
  const result = await readWorkbook(bytes, "名单.xlsx");
  if ("refused" in result) throw new Error(`refused: ${JSON.stringify(result.refused)}`);
  return result;
}

export async function refusalOf(bytes: Uint8Array): Promise<Issue> {
  const result = await readWorkbook(bytes, "名单.xlsx");
  if ("refused" in result) return result.refused;
  throw new Error("the file was not refused");
}

export async function readSheets(parts: Parts): Promise<readonly RawSheet[]> {
  return (await readBytes(zipOf(parts))).sheets;
}

/** The only sheet, read. */
export async function readRows(rows: string, more: Parts = {}): Promise<RawSheet> {
  const [sheet] = await readSheets(partsWith(rows, more));
  if (sheet === undefined) throw new Error("the workbook has no sheet");
  return sheet;
}

/** What stands in a cell, as the kind's name and the value; undefined if it is blank. */
export function cellOf(sheet: RawSheet, reference: string): [string, number | string] | undefined {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = sheet.columns[[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
  const place = sheet.rowNumber.indexOf(Number(row));
  const kind = Object.entries(RawKind).find(([, code]) => code === column?.kind[place])?.[0];
  const value = column?.values[place];
  if (kind === undefined || kind === "blank" || value === undefined) return undefined;
  if (kind !== "text" && kind !== "error") return [kind, value];
  return [kind, sheet.texts[value] ?? "?"];
}

/** What one cell, A1, is read as. */
export async function cellRead(cell: string, more: Parts = {}): Promise<[string, number | string] | undefined> {
  return cellOf(await readRows(`<row r="1">${cell}<c r="Z1"><v>1</v></c></row>`, more), "A1");
}

import { strToU8, zipSync } from "fflate";
import type { IssueCode } from "../../src/core/issue/issue.ts";

/** A small file made for one trap, and what importing it must come to. */
export interface CorpusFile {
  readonly trap: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Refused with this issue; otherwise it gives a roster. */
  readonly refused?: IssueCode;
  /** Issues beside those about absent columns, in their order. */
  readonly issues?: readonly IssueCode[];
  /** Revenue of the accepted enterprises in 元, null where it is not known; `[1_200_000, 3_000_000]` if not given. */
  readonly revenue?: readonly (number | null)[];
  /** Rows accepted, by table, beside enterprises. */
  readonly rows?: Readonly<Record<string, number>>;
  /** Repairs that are offered: cell, and what it would be read as; looked at only where it is given. */
  readonly repairs?: readonly (readonly [cell: string, after: string])[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export const codeA = "91110000600037341L";
export const codeB = "91110000802100433B";
export const header = ["统一社会信用代码", "企业名称", "营业收入"] as const;
export const firmRows = [
  [codeA, "甲公司", 120],
  [codeB, "乙公司", 300],
] as const;

export type Cell = string | number | null;

/** XML of a cell: numbers as they are, texts in the sheet; what begins with `<c` is XML already. */
const cellXml = (cell: Cell, reference: string): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (cell.startsWith("<c")) return cell.replace("<c", `<c r="${reference}"`);
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
};

export const rowsXml = (rows: readonly (readonly Cell[])[], from = 1): string =>
  rows
    .map((cells, index) => {
      const row = from + index;
      const written = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row}`));
      return `<row r="${row}">${written.join("")}</row>`;
    })
    .join("");

export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly state?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface BookXml {
  readonly parts?: Readonly<Record<string, string | null>>;
  readonly main?: string;
  readonly office?: string;
  readonly properties?: string;
}

/** The bytes of a workbook of these sheets; `parts` replaces, adds or (null) takes out parts. */
export function bookOf(
  sheets: readonly SheetXml[],
  { parts = {}, main = MAIN, office = OFFICE, properties = "" }: BookXml = {},
) {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (written: string): string => `<Relationships xmlns="${PACKAGE}">${written}</Relationships>`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"${state ? ` state="${state}"` : ""}/>`,
  );
  const all: Record<string, string | null> = {
    "_rels/.rels": relations(relation("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      sheets.map((_, index) => relation(`r${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)).join("") +
        relation("s1", "styles", "styles.xml") +
        relation("s2", "sharedStrings", "sharedStrings.xml"),
    ),
    ...Object.fromEntries(
      sheets.map(({ rows, before = "", after = "" }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...parts,
  };
  const kept = Object.entries(all).flatMap(([path, part]) => (part === null ? [] : [[path, strToU8(part)] as const]));
  return zipSync(Object.fromEntries(kept), { level: 6 });
}

/** A workbook of one sheet 企业 with these rows. */
export const firmsBook = (rows: readonly (readonly Cell[])[], more: Partial<SheetXml> = {}, book: BookXml = {}) =>
  bookOf([{ name: "企业", rows: rowsXml(rows), ...more }], book);

/** An .xlsx file of the corpus. */
export const workbookFile = (
  trap: string,
  bytes: Uint8Array,
  expected: Omit<CorpusFile, "trap" | "name" | "bytes"> = {},
): CorpusFile => ({ trap, name: `${trap}.xlsx`, bytes, ...expected });

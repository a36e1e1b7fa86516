import { strToU8 } from "fflate";
import { bookOf, firmRows, firmsBook, header, rowsXml, workbookFile, type CorpusFile } from "./corpus-file.ts";

const firms = [header, ...firmRows];
const good = firmsBook(firms);
const csv = firms.map((row) => row.join(",")).join("\r\n");
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]));
const ole = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(600),
    ...utf16(stream),
    ...new Uint8Array(100),
  ]);

const refusal = (trap: string, bytes: Uint8Array, refused: NonNullable<CorpusFile["refused"]>): CorpusFile =>
  workbookFile(trap, bytes, { refused });
const text = (trap: string, bytes: Uint8Array, name = `${trap}.csv`): CorpusFile => ({ trap, name, bytes, issues: [] });
const withSheet = (xml: string) => bookOf([{ name: "企业", rows: "" }], { parts: { "xl/worksheets/sheet1.xml": xml } });

/** Packages that are unusual, or none; and texts. */
export const packageTraps: readonly CorpusFile[] = [
  workbookFile(
    "strict OOXML",
    firmsBook(
      firms,
      {},
      {
        main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
        office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
      },
    ),
    { issues: [] },
  ),
  workbookFile(
    "prefixes of its own",
    withSheet(
      `<x:worksheet xmlns:x="m"><x:sheetData>${rowsXml(firms).replace(/<(\/?)([a-z])/g, "<$1x:$2")}</x:sheetData></x:worksheet>`,
    ),
    { issues: [] },
  ),
  workbookFile(
    "a byte-order mark",
    withSheet(`\uFEFF<worksheet><sheetData>${rowsXml(firms)}</sheetData></worksheet>`),
    { issues: [] },
  ),
  workbookFile(
    "single quotes",
    withSheet(`<worksheet><sheetData>${rowsXml(firms).replaceAll('"', "'")}</sheetData></worksheet>`),
    {
      issues: [],
    },
  ),
  workbookFile(
    "a name that is a word of the language",
    firmsBook(firms, {}, { parts: { __proto__: "x", "xl/constructor.xml": "x" } }),
    {
      issues: [],
    },
  ),
  workbookFile(
    "protection against writing",
    firmsBook(firms, { after: '<sheetProtection sheet="1" password="CC1A"/>' }),
    { issues: [] },
  ),
  refusal("nothing", new Uint8Array(0), "empty-file"),
  refusal("a file cut off", good.subarray(0, Math.floor(good.length * 0.6)), "truncated"),
  refusal("a part that is missing", firmsBook(firms, {}, { parts: { "xl/worksheets/sheet1.xml": null } }), "truncated"),
  refusal("XML that ends early", withSheet("<worksheet><sheetData><row>"), "truncated"),
  refusal(
    "entities of its own",
    withSheet(`<!DOCTYPE w [<!ENTITY a "aa">]><worksheet><sheetData/></worksheet>`),
    "not-a-workbook",
  ),
  refusal("a zip bomb", withSheet(" ".repeat(34_000_000)), "zip-bomb"),
  refusal(
    "a row beyond the sheet",
    withSheet('<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>'),
    "too-large",
  ),
  refusal(
    "a column beyond the sheet",
    withSheet('<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>'),
    "too-large",
  ),
  refusal(
    "a text longer than any cell",
    withSheet(
      `<worksheet><sheetData><row r="1"><c t="str"><v>${"x".repeat(4_300_000)}</v></c></row></sheetData></worksheet>`,
    ),
    "too-large",
  ),
  refusal("a password", ole("EncryptedPackage"), "encrypted"),
  refusal("an old workbook under a new name", ole("Workbook"), "unsupported-format"),
  refusal("a document of another kind", ole("WordDocument"), "not-a-workbook"),
  refusal("a page of HTML", strToU8("<html><table><tr><td>甲</td></tr></table></html>"), "not-a-workbook"),
  refusal(
    "XML of 2003",
    strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    "unsupported-format",
  ),
  refusal("a PDF", strToU8("%PDF-1.7\n"), "not-a-workbook"),
  refusal("text under the name of a workbook", strToU8(csv), "not-a-workbook"),
  { trap: "a quotation without end", name: "a.csv", bytes: strToU8(`${csv}\r\n"x`), refused: "truncated" },
  text("UTF-8", strToU8(csv)),
  text("UTF-8 with a mark", strToU8(`\uFEFF${csv}`)),
  text("UTF-16", Uint8Array.of(255, 254, ...utf16(csv))),
  text("semicolons", strToU8(csv.replaceAll(",", ";"))),
  text("tabs", strToU8(csv.replaceAll(",", "\t")), "名册.tsv"),
  text("a quoted line end", strToU8(csv.replace("甲公司", '"甲\n公司"'))),
];

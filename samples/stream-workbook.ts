import { strToU8, Zip, ZipDeflate } from "fflate";
import type { SampleCell } from "./write-sheets.ts";

/** A sheet whose rows are made while it is written. */
export interface StreamedSheet {
  readonly name: string;
  readonly rows: Iterable<readonly SampleCell[]>;
}

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CHARACTERS_A_TURN = 1 << 20;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** Every text of a workbook once, numbered in order of appearance. */
class Strings {
  readonly #numbers = new Map<string, number>();
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  *xml(): Generator<string> {
    yield `${HEADER}<sst xmlns="${MAIN}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) yield `<si><t>${escaped(text)}</t></si>`;
    yield "</sst>";
  }
}

function cellXml(place: string, content: SampleCell, strings: Strings): string {
  if (content === undefined) return "";
  if (typeof content === "number") return `<c r="${place}"><v>${content}</v></c>`;
  if (typeof content === "string") return `<c r="${place}" t="s"><v>${strings.number(content)}</v></c>`;
  return `<c r="${place}" s="1"><v>${content.day}</v></c>`;
}

function* sheetXml(rows: StreamedSheet["rows"], strings: Strings): Generator<string> {
  yield `${HEADER}<worksheet xmlns="${MAIN}"><sheetData>`;
  let number = 0;
  for (const cells of rows) {
    number++;
    const written = cells.map((cell, column) => cellXml(lettersOf(column) + number, cell, strings));
    yield `<row r="${number}">${written.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

/** Small parts that tell what is in the package. */
function directoryParts(names: readonly string[]): Record<string, string> {
  const sheets = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const parts = [
    ...names.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}`]),
    ["styles", "styles"],
    ["sharedStrings", "sharedStrings"],
  ];
  const types = parts.map(
    ([kind, path]) =>
      `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  );
  const relations = parts.map(
    ([kind, path], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${path}.xml"/>`,
  );
  return {
    "[Content_Types].xml": `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `${HEADER}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`,
    "xl/styles.xml": `${HEADER}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

/** Writes an .xlsx of any length to `write`, a piece at a time; neither its rows nor its XML are ever held whole. */
export function streamWorkbook(sheets: readonly StreamedSheet[], write: (piece: Uint8Array) => void): void {
  const strings = new Strings();
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    write(piece);
  });
  const add = (path: string, text: Iterable<string>): void => {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = new Date(2026, 6, 1);
    zip.add(part);
    let turn = "";
    for (const piece of text) {
      turn += piece;
      if (turn.length < CHARACTERS_A_TURN) continue;
      part.push(strToU8(turn));
      turn = "";
    }
    part.push(strToU8(turn), true);
  };
  for (const [path, text] of Object.entries(directoryParts(sheets.map(({ name }) => name)))) add(path, [text]);
  sheets.forEach(({ rows }, index) => add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows, strings)));
  add("xl/sharedStrings.xml", strings.xml());
  zip.end();
}

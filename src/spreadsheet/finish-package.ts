import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";

import type { ReportCell, ReportModel, ReportSheet } from "../core/report/report-model.ts";
import { columnLetters } from "./column-letters.ts";
import { xmlText } from "./report-text.ts";

/** Time stamp of every part, so that the same report gives the same bytes: the first that zip can say. */
const PART_TIME = "1980-01-01T00:00:00";

/**
 * Adds to a package what the library cannot write: exact workbook names, links within the workbook, image
 * descriptions. Packs it so that equal reports are equal bytes.
 */
export function finishPackage(stored: Uint8Array, model: ReportModel): Uint8Array {
  const parts = unzipSync(stored);
  edit(parts, "xl/workbook.xml", (xml) => addNames(xml, model));
  let drawing = 0;
  model.sheets.forEach((sheet, index) => {
    edit(parts, `xl/worksheets/sheet${index + 1}.xml`, (xml) => addLinks(xml, sheet));
    if (!sheet.images?.length) return;
    drawing += 1;
    edit(parts, `xl/drawings/drawing${drawing}.xml`, (xml) => describeImages(xml, sheet));
  });
  return pack(parts);
}

function edit(parts: Record<string, Uint8Array>, path: string, change: (xml: string) => string): void {
  const part = parts[path];
  if (part === undefined) throw new Error(`the written package lacks ${path}, it has ${Object.keys(parts).join(", ")}`);
  parts[path] = strToU8(change(strFromU8(part)));
}

/** Puts `addition` before the first `<element`: a bare `<` never stands in XML text. */
function insertBefore(xml: string, element: string, addition: string): string {
  const place = xml.indexOf(`<${element}`);
  if (place < 0) throw new Error(`the written XML lacks <${element}>`);
  return xml.slice(0, place) + addition + xml.slice(place);
}

function addNames(xml: string, { names }: ReportModel): string {
  if (names.length === 0) return xml;
  const entries = names.map(
    ({ name, target }) => `<definedName name="${xmlText(name)}">${xmlText(target)}</definedName>`,
  );
  return insertBefore(xml, "calcPr", `<definedNames>${entries.join("")}</definedNames>`);
}

function addLinks(xml: string, sheet: ReportSheet): string {
  const entries = sheet.rows.flatMap((row, rowIndex) => row.flatMap((cell, column) => linkXml(cell, rowIndex, column)));
  return entries.length === 0 ? xml : insertBefore(xml, "pageMargins", `<hyperlinks>${entries.join("")}</hyperlinks>`);
}

function linkXml({ link }: ReportCell, row: number, column: number): string[] {
  if (link === undefined) return [];
  return [`<hyperlink ref="${columnLetters(column)}${row + 1}" location="${xmlText(link)}"/>`];
}

function describeImages(xml: string, { images = [] }: ReportSheet): string {
  let index = 0;
  return xml
    .replace(/ editAs="oneCell"/g, "") // not allowed on oneCellAnchor, which is what it says anyway
    .replace(/<xdr:cNvPr /g, (start) => `${start}descr="${xmlText(images[index++]?.description ?? "")}" `);
}

function pack(parts: Record<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(parts)) {
    if (!path.endsWith("/")) files[path] = bytes; // folder entries serve nobody
  }
  return zipSync(files, { mtime: PART_TIME });
}

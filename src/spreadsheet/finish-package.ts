import { strFromU8, strToU8 } from "fflate";

import { columnLetters } from "../core/roster/import-raw-cell.ts";
import { quotedSheet } from "../core/report/report-cells.ts";
import type { ReportModel } from "../core/report/report-model.ts";
import { DrawingParts } from "./drawing-parts.ts";
import { PackageWriter } from "./package-writer.ts";
import type { Pause } from "./pause.ts";
import { lookOf } from "./report-styles.ts";
import { xmlText } from "./report-text.ts";
import { RowsXml, type CellFrame } from "./rows-xml.ts";
import { SharedTexts } from "./shared-texts.ts";
import type { WorkbookFrame } from "./workbook-frame.ts";

const TEXTS = "xl/sharedStrings.xml";
const TYPES = "[Content_Types].xml";

/**
 * Fills a frame with what the library cannot write or writes too slowly: rows, exact workbook names, links within
 * the workbook, pictures, charts. Packs it so that equal reports are equal bytes.
 * @param onSheet hears the position of each sheet before it is written
 */
export async function finishPackage(
  { parts, styleNumbers }: WorkbookFrame,
  model: ReportModel,
  pause: Pause,
  onSheet: (position: number) => void,
): Promise<Uint8Array> {
  const texts = new SharedTexts();
  const frame: CellFrame = { texts, styleNumber: (cell) => styleNumbers[lookOf(cell)] ?? 0 };
  const left = new Map(Object.entries(parts).filter(([path]) => !path.endsWith("/"))); // folder entries serve nobody
  const take = (path: string): string => {
    const part = left.get(path);
    if (part === undefined)
      throw new Error(`the written package lacks ${path}, it has ${Object.keys(parts).join(", ")}`);
    left.delete(path);
    return strFromU8(part);
  };
  const writer = new PackageWriter();
  const turn = (): Promise<void> => pause.takeIfDue();
  writer.add("xl/workbook.xml", strToU8(addNames(take("xl/workbook.xml"), model)));
  const drawings = new DrawingParts();
  for (const [position, sheet] of model.sheets.entries()) {
    onSheet(position);
    await pause.take();
    const path = `xl/worksheets/sheet${position + 1}.xml`;
    const drawing = drawings.add(sheet, position);
    await writer.addText(path, sheetXml(take(path), new RowsXml(sheet, frame), drawing), turn);
  }
  take(TEXTS);
  await writer.addText(TEXTS, texts.xml(), turn);
  writer.add(TYPES, strToU8(drawings.contentTypes(take(TYPES))));
  for (const [path, part] of [...left, ...drawings.parts]) writer.add(path, part);
  return writer.finish();
}

/** The place of the first `<element`: a bare `<` never stands in XML text. */
function placeOf(xml: string, element: string): number {
  const place = xml.indexOf(`<${element}`);
  if (place < 0) throw new Error(`the written XML lacks <${element}>`);
  return place;
}

/** Names of cells, what of each sheet is printed, and the rows of each sheet that stand on every printed page: those that stay in sight. */
function addNames(xml: string, { names, sheets }: ReportModel): string {
  const titles = sheets.flatMap(({ name, frozen }, position) =>
    frozen && frozen.rows > 0
      ? [nameXml("_xlnm.Print_Titles", `${quotedSheet(name)}!$1:$${frozen.rows}`, ` localSheetId="${position}"`)]
      : [],
  );
  const areas = sheets.flatMap(({ name, rows, body, printedColumns }, position) => {
    if (printedColumns === undefined) return [];
    const corner = `$${columnLetters(printedColumns - 1)}$${Math.max(1, rows.length + (body?.count ?? 0))}`;
    return [nameXml("_xlnm.Print_Area", `${quotedSheet(name)}!$A$1:${corner}`, ` localSheetId="${position}"`)];
  });
  const entries = [...areas, ...titles, ...names.map(({ name, target }) => nameXml(name, target))];
  if (entries.length === 0) return xml;
  const place = placeOf(xml, "calcPr");
  return `${xml.slice(0, place)}<definedNames>${entries.join("")}</definedNames>${xml.slice(place)}`;
}

const nameXml = (name: string, target: string, scope = ""): string =>
  `<definedName name="${xmlText(name)}"${scope}>${xmlText(target)}</definedName>`;

/** A sheet with its rows in the place of those of the frame, and what hangs on them where the format wants it. */
function* sheetXml(xml: string, written: RowsXml, drawing: string): Generator<string> {
  const [start, margins] = [placeOf(xml, "sheetData"), placeOf(xml, "pageMargins")];
  const end = xml.slice(start).search(/(?<=<sheetData\/>|<\/sheetData>)/) + start;
  // the frame knows the extent of its own cells alone
  yield xml.slice(0, start).replace(/<dimension [^>]*>/, "");
  yield "<sheetData>";
  yield* written.rows();
  yield "</sheetData>";
  yield mergesXml(written);
  yield xml.slice(end, margins);
  yield linksXml(written);
  // nothing of a frame comes after its drawing
  yield xml.slice(margins).replace("</worksheet>", `${drawing}</worksheet>`);
}

function mergesXml({ merges }: RowsXml): string {
  if (merges.length === 0) return "";
  return `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
}

function linksXml({ links }: RowsXml): string {
  if (links.length === 0) return "";
  const entries = links.map(({ place, location }) => `<hyperlink ref="${place}" location="${xmlText(location)}"/>`);
  return `<hyperlinks>${entries.join("")}</hyperlinks>`;
}

import type { Issue } from "../core/issue/issue.ts";
import type { RawSheet, RawWorkbook } from "../core/roster/raw-sheet.ts";
import { kindOfFile } from "./file-kind.ts";
import { readOldWorkbook } from "./old-workbook.ts";
import { parseXml } from "./parse-xml.ts";
import { requireModestSizes } from "./read-part.ts";
import type { Package } from "./read-part.ts";
import { ReadRun } from "./read-run.ts";
import { Refusal } from "./refusal.ts";
import { SharedStrings } from "./shared-strings.ts";
import { SheetReader } from "./sheet-reader.ts";
import type { SheetContext } from "./sheet-reader.ts";
import { StylesReader } from "./styles.ts";
import type { Task } from "./task.ts";
import { readTextFile } from "./text-file.ts";
import { findWorkbookParts } from "./workbook-parts.ts";
import type { SheetPart, WorkbookParts } from "./workbook-parts.ts";
import { readZipDirectory } from "./zip-directory.ts";

/**
 * The cells of an .xlsx, .xls, .xlsb, .ods, .csv or .tsv file, before any meaning. A file that cannot be taken is refused with one issue.
 * @param fileName to name the file in issues
 * @throws AbortError when cancelled
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  task?: Task,
): Promise<RawWorkbook | { refused: Issue }> {
  try {
    return await read(bytes, fileName, new ReadRun(task));
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.issue };
    throw error;
  }
}

async function read(bytes: Uint8Array, fileName: string, run: ReadRun): Promise<RawWorkbook> {
  switch (kindOfFile(bytes, fileName)) {
    case "package":
      return await readPackage(bytes, fileName, run);
    case "old-workbook":
      return await readOldWorkbook(bytes, fileName, run);
    case "text":
      return await readTextFile(bytes, fileName, run);
  }
}

async function readPackage(bytes: Uint8Array, fileName: string, run: ReadRun): Promise<RawWorkbook> {
  await run.pause();
  const source: Package = { bytes, directory: readZipDirectory(bytes), run };
  const parts = await findWorkbookParts(source, fileName);
  if (!parts) {
    requireModestSizes([...source.directory.values()]);
    return await readOldWorkbook(bytes, fileName, run);
  }
  const entries = [parts.styles, parts.sharedStrings, ...parts.sheets.map(({ entry }) => entry)].filter(
    (entry) => entry !== undefined,
  );
  requireModestSizes(entries);
  run.expect(entries.reduce((sum, entry) => sum + entry.compressedSize, 0));
  const context = await readContext(source, parts);
  const sheets: RawSheet[] = [];
  for (const sheet of parts.sheets) sheets.push(await readSheet(source, sheet, context));
  run.report(fileName, 1);
  return { sheets };
}

async function readContext(source: Package, parts: WorkbookParts): Promise<SheetContext> {
  const styles = new StylesReader();
  if (parts.styles) await parseXml(source, parts.styles, parts.styles.path, styles);
  const shared = new SharedStrings();
  if (parts.sharedStrings) await parseXml(source, parts.sharedStrings, parts.sharedStrings.path, shared);
  return { shared, dateStyles: styles.dateStyles, is1904: parts.is1904, run: source.run };
}

async function readSheet(
  source: Package,
  { name, visibility, entry }: SheetPart,
  context: SheetContext,
): Promise<RawSheet> {
  const reader = new SheetReader(context);
  source.run.report(name);
  await source.run.pause();
  await parseXml(source, entry, name, reader);
  return reader.finish(name, visibility);
}

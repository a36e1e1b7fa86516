import { inflateSync, strFromU8, strToU8 } from "fflate";
import { columnLetters } from "../core/roster/import-raw-cell.ts";
import { addComments, addShapes, type CellNote } from "./cell-notes.ts";
import { MarkedStyles } from "./mark-styles.ts";
import { markSheet } from "./mark-sheet.ts";
import { PackageWriter } from "./package-writer.ts";
import { requireModestSizes, type Package } from "./read-part.ts";
import { ReadRun } from "./read-run.ts";
import { Pause } from "./pause.ts";
import { xmlText } from "./report-text.ts";
import type { Task } from "./task.ts";
import { findWorkbookParts } from "./workbook-parts.ts";
import { compressedBytes, pathKey, readZipDirectory } from "./zip-directory.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const EMPTY_RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
const TYPES = "[content_types].xml";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/** What may follow the legacy drawing of a worksheet. */
const AFTER_LEGACY =
  /<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

/** What is added to a package: notes by sheet, and a sheet at its end. */
export interface PackageMarks {
  readonly notes: ReadonlyMap<string, readonly CellNote[]>;
  /** Name of the sheet at the end, as yet without number, and its XML. */
  readonly summary: { readonly name: string; readonly xml: string };
}

/** A package that is written in a form that cannot be added to in place. */
class UnusualPackage extends Error {
  override readonly name = "UnusualPackage";
}

const need = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new UnusualPackage(what);
  return found;
};

/** The parts of a package as texts, changed in place: all others go into the new package as they are. */
class Parts {
  readonly #source: Package;
  readonly #changed = new Map<string, string>();
  readonly #paths = new Map<string, string>();

  constructor(source: Package) {
    this.#source = source;
  }

  text(path: string): string | undefined {
    const key = pathKey(path);
    const changed = this.#changed.get(key);
    if (changed !== undefined) return changed;
    const bytes = this.#bytes(key);
    if (bytes && (bytes[0] === 0xff || bytes[0] === 0xfe)) throw new UnusualPackage(`${path} (UTF-16)`);
    return bytes && strFromU8(bytes).replace(/^\uFEFF/, "");
  }

  set(path: string, text: string): void {
    const key = pathKey(path);
    this.#changed.set(key, text);
    if (!this.#paths.has(key)) this.#paths.set(key, this.#source.directory.get(key)?.path ?? path);
  }

  has(path: string): boolean {
    return this.#changed.has(pathKey(path)) || this.#source.directory.has(pathKey(path));
  }

  #bytes(key: string): Uint8Array | undefined {
    const entry = this.#source.directory.get(key);
    if (!entry) return undefined;
    const data = compressedBytes(this.#source.bytes, entry);
    return entry.deflated ? inflateSync(data, { out: new Uint8Array(entry.size) }) : data;
  }

  async write(task: Task | undefined): Promise<Uint8Array> {
    const writer = new PackageWriter();
    const pause = new Pause(task);
    const keys = new Set([TYPES, ...this.#source.directory.keys(), ...this.#changed.keys()]);
    for (const key of keys) {
      await pause.take();
      const changed = this.#changed.get(key);
      const path = this.#source.directory.get(key)?.path ?? this.#paths.get(key) ?? key;
      const content = changed === undefined ? this.#bytes(key) : strToU8(changed);
      if (content && !path.endsWith("/")) writer.add(path, content);
    }
    return writer.finish();
  }
}

const relationshipsPath = (path: string): string => path.replace(/([^/]*)$/, "_rels/$1.rels");

function targetOf(path: string, target: string): string {
  if (target.startsWith("/")) return pathKey(target);
  const steps = path.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** A part's path as seen from the folder of another, the way Excel writes it and every reader takes it. */
function relativeTo(path: string, target: string): string {
  const [from, to] = [path.split("/").slice(0, -1), target.split("/")];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** Adds a relationship to a part. @param target the path of the part it leads to @returns its id */
function relate(parts: Parts, path: string, kind: string, target: string): string {
  const at = relationshipsPath(path);
  const xml = (parts.text(at) ?? EMPTY_RELATIONSHIPS).replace(
    /<Relationships([^>]*)\/>/,
    "<Relationships$1></Relationships>",
  );
  if (!xml.includes("</Relationships>")) throw new UnusualPackage(at);
  let number = 1;
  while (xml.includes(`"rIdMark${number}"`)) number++;
  const entry = `<Relationship Id="rIdMark${number}" Type="${OFFICE}/${kind}" Target="${relativeTo(path, target)}"/>`;
  parts.set(at, xml.replace("</Relationships>", `${entry}</Relationships>`));
  return `rIdMark${number}`;
}

/** The part that a relationship of a kind leads to. */
function related(parts: Parts, path: string, kind: string): string | undefined {
  for (const [entry] of (parts.text(relationshipsPath(path)) ?? "").matchAll(/<Relationship\b[^>]*>/g)) {
    const target = /\bTarget=["']([^"']*)["']/.exec(entry)?.[1];
    if (target !== undefined && new RegExp(`\\bType=["'][^"']*/${kind}["']`).test(entry)) return targetOf(path, target);
  }
  return undefined;
}

function declare(parts: Parts, entry: string): void {
  const xml = need(parts.text(TYPES), TYPES);
  if (!xml.includes("</Types>")) throw new UnusualPackage(TYPES);
  parts.set(TYPES, xml.replace("</Types>", `${entry}</Types>`));
}

function freePath(parts: Parts, name: (number: number) => string): string {
  let number = 1;
  while (parts.has(name(number))) number++;
  return name(number);
}

function addNotes(parts: Parts, path: string, notes: readonly CellNote[]): void {
  const known = related(parts, path, "comments");
  const comments = known ?? freePath(parts, (number) => `xl/comments${number}.xml`);
  const added = need(addComments(known === undefined ? undefined : parts.text(known), notes), comments);
  parts.set(comments, added.xml);
  if (known === undefined) {
    relate(parts, path, "comments", comments);
    declare(parts, `<Override PartName="/${comments}" ContentType="${COMMENTS_TYPE}"/>`);
  }
  const drawn = related(parts, path, "vmlDrawing");
  const sheet = parts.text(path) ?? "";
  const isLinked = drawn !== undefined && /<legacyDrawing\b/.test(sheet);
  const drawing = isLinked ? drawn : freePath(parts, (number) => `xl/drawings/vmlDrawing${number}.vml`);
  parts.set(drawing, need(addShapes(isLinked ? parts.text(drawn) : undefined, added.drawn), drawing));
  if (isLinked) return;
  const types = need(parts.text(TYPES), TYPES);
  if (!/Extension=["']vml["']/i.test(types)) {
    // defaults stand before overrides
    parts.set(TYPES, types.replace(/<Types\b[^>]*>/, `$&<Default Extension="vml" ContentType="${VML_TYPE}"/>`));
  }
  const id = relate(parts, path, "vmlDrawing", drawing);
  const place =
    sheet.lastIndexOf("</sheetData>") < 0 ? sheet.search(/<sheetData\s*\/>/) : sheet.lastIndexOf("</sheetData>");
  const after = sheet.slice(place).search(AFTER_LEGACY);
  if (place < 0 || after < 0) throw new UnusualPackage(path);
  const link = `<legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>`;
  parts.set(path, sheet.slice(0, place + after) + link + sheet.slice(place + after));
}

function addSummary(parts: Parts, workbook: string, { name, xml }: PackageMarks["summary"]): void {
  const path = freePath(parts, (number) => `xl/worksheets/sheet${number}.xml`);
  parts.set(path, xml);
  declare(parts, `<Override PartName="/${path}" ContentType="${SHEET_TYPE}"/>`);
  const id = relate(parts, workbook, "worksheet", path);
  const book = need(parts.text(workbook), workbook);
  if (!book.includes("</sheets>")) throw new UnusualPackage(workbook);
  const number = Math.max(0, ...[...book.matchAll(/\bsheetId=["'](\d+)["']/g)].map(([, found]) => Number(found))) + 1;
  const names = new Set([...book.matchAll(/<sheet\b[^>]*\bname=["']([^"']*)["']/g)].map(([, found]) => found));
  let own = name;
  for (let copy = 2; names.has(own); copy++) own = `${name} ${copy}`;
  const entry = `<sheet xmlns:r="${OFFICE}" name="${xmlText(own)}" sheetId="${number}" r:id="${id}"/>`;
  parts.set(
    workbook,
    book.replace("</sheets>", () => `${entry}</sheets>`),
  );
}

/**
 * An .xlsx file with cells filled and notes on them, and a sheet at its end; everything else in it stays.
 * @returns undefined for a package in a form that cannot be added to in place (strict, prefixed, UTF-16)
 * @throws AbortError when cancelled
 */
export async function markPackage(
  bytes: Uint8Array,
  fileName: string,
  marks: PackageMarks,
  task?: Task,
): Promise<Uint8Array | undefined> {
  const source: Package = { bytes, directory: readZipDirectory(bytes), run: new ReadRun(task) };
  requireModestSizes([...source.directory.values()]);
  const found = await findWorkbookParts(source, fileName);
  if (!found) return undefined;
  const { workbook, sheets, styles } = found;
  const parts = new Parts(source);
  try {
    const marked = need(MarkedStyles.of(parts.text(styles?.path ?? "") ?? ""), "styles");
    for (const { name, entry } of sheets) {
      const notes = marks.notes.get(name);
      if (!notes) continue;
      const xml = parts.text(entry.path) ?? "";
      if (!/<sheetData\b/.test(xml) || xml.includes("purl.oclc.org/ooxml")) throw new UnusualPackage(entry.path);
      const positions = new Map<number, number[]>();
      for (const { row, column } of notes) positions.set(row + 1, [...(positions.get(row + 1) ?? []), column]);
      parts.set(
        entry.path,
        markSheet(xml, positions, marked.filled, (position, row) => columnLetters(position) + row),
      );
      addNotes(parts, entry.path.replaceAll("\\", "/").replace(/^\/+/, ""), notes);
    }
    parts.set(styles?.path ?? "", marked.xml);
    addSummary(parts, workbook.path, marks.summary);
  } catch (error) {
    if (error instanceof UnusualPackage) return undefined;
    throw error;
  }
  return await parts.write(task);
}

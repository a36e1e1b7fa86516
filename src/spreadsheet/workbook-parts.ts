import type { RawSheet } from "../core/roster/raw-sheet.ts";
import { parseXml } from "./parse-xml.ts";
import type { Package } from "./read-part.ts";
import { Refusal } from "./refusal.ts";
import { Token, nameCode } from "./xml-scanner.ts";
import type { XmlScanner } from "./xml-scanner.ts";
import { pathKey } from "./zip-directory.ts";
import type { ZipDirectory, ZipEntry } from "./zip-directory.ts";

export interface SheetPart {
  readonly name: string;
  readonly visibility: RawSheet["visibility"];
  readonly entry: ZipEntry;
}

/** Which parts of a package make up the workbook. */
export interface WorkbookParts {
  readonly workbook: ZipEntry;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
  readonly is1904: boolean;
}

interface Relationship {
  /** Last word of the type: `worksheet`, whether strict or transitional. */
  readonly kind: string;
  readonly target: string;
}

const WORKBOOK = nameCode("workbook");
const WORKBOOK_PROPERTIES = nameCode("workbookPr");
const DATE_1904 = nameCode("date1904");
const SHEET = nameCode("sheet");
const NAME = nameCode("name");
const STATE = nameCode("state");
const RELATIONSHIP = nameCode("Relationship");
const ID = nameCode("Id");
const TYPE = nameCode("Type");
const TARGET = nameCode("Target");
const TARGET_MODE = nameCode("TargetMode");
const RELATIONSHIP_ID = nameCode("id");

/** @throws Refusal when the package holds no workbook, or one of another format */
export async function findWorkbookParts(source: Package, fileName: string): Promise<WorkbookParts | undefined> {
  const workbook = await findWorkbook(source, fileName);
  if (!workbook) return undefined;
  const relationships = await readRelationships(source, workbook.path);
  const reader = new WorkbookReader();
  await parseXml(source, workbook, fileName, reader);
  if (!reader.isWorkbook) throw new Refusal("not-a-workbook", fileName, ".xlsx");
  const byKind = (kind: string): ZipEntry | undefined => {
    const found = [...relationships.values()].find((relationship) => relationship.kind === kind);
    return found && source.directory.get(found.target);
  };
  return {
    workbook,
    sheets: reader.sheets.flatMap((sheet) => sheetPart(sheet, relationships, source.directory)),
    sharedStrings: byKind("sharedStrings"),
    styles: byKind("styles"),
    is1904: reader.is1904,
  };
}

/** Undefined for an .xlsb, whose main part is binary, and an .ods. */
async function findWorkbook(source: Package, fileName: string): Promise<ZipEntry | undefined> {
  const { directory } = source;
  const main = [...(await readRelationships(source, "")).values()].find(({ kind }) => kind === "officeDocument");
  const found = (main && directory.get(main.target)) ?? directory.get("xl/workbook.xml");
  if (found) return found.path.toLowerCase().endsWith(".bin") ? undefined : found;
  if (directory.has("mimetype") && directory.has("content.xml")) return undefined;
  throw new Refusal("not-a-workbook", fileName, ".xlsx");
}

/** Relationships of a part (of the package itself for ""), by id, their targets as keys of the directory. */
async function readRelationships(source: Package, path: string): Promise<ReadonlyMap<string, Relationship>> {
  const at = pathKey(path);
  const folder = at.slice(0, at.lastIndexOf("/") + 1);
  const entry = source.directory.get(`${folder}_rels/${at.slice(folder.length)}.rels`);
  const reader = new RelationshipsReader(folder);
  if (entry) await parseXml(source, entry, entry.path, reader);
  return reader.relationships;
}

/** A relative path as a key of the directory; the base only has to be a base. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith("/") || target.startsWith("\\") ? [] : folder.split("/").slice(0, -1);
  for (const step of pathKey(target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

class RelationshipsReader {
  readonly relationships = new Map<string, Relationship>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  take(token: Token, scanner: XmlScanner): void {
    if (token !== Token.open || scanner.name !== RELATIONSHIP) return;
    if (scanner.attribute(TARGET_MODE) === "External") return;
    const type = scanner.attribute(TYPE) ?? "";
    const target = resolve(this.#folder, scanner.attribute(TARGET) ?? "");
    this.relationships.set(scanner.attribute(ID) ?? "", { kind: type.slice(type.lastIndexOf("/") + 1), target });
  }
}

interface SheetElement {
  readonly name: string;
  readonly state: string | undefined;
  readonly id: string;
}

class WorkbookReader {
  readonly sheets: SheetElement[] = [];
  isWorkbook = false;
  is1904 = false;

  take(token: Token, scanner: XmlScanner): void {
    if (token !== Token.open) return;
    if (scanner.name === WORKBOOK) this.isWorkbook = true;
    // a second workbookPr, without the attribute, does not take back what the first said
    if (scanner.name === WORKBOOK_PROPERTIES) this.is1904 ||= isTrue(scanner.attribute(DATE_1904));
    if (scanner.name === SHEET) this.sheets.push(sheetElement(scanner));
  }
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

function sheetElement(scanner: XmlScanner): SheetElement {
  const name = scanner.attribute(NAME) ?? "";
  return { name, state: scanner.attribute(STATE), id: scanner.attribute(RELATIONSHIP_ID) ?? "" };
}

/** A sheet of cells; none for sheets of charts, dialogues and macros. */
function sheetPart(
  { name, state, id }: SheetElement,
  relationships: ReadonlyMap<string, Relationship>,
  directory: ZipDirectory,
): SheetPart[] {
  const relationship = relationships.get(id);
  if (relationship !== undefined && relationship.kind !== "worksheet") return [];
  const entry = relationship && directory.get(relationship.target);
  if (entry === undefined) throw new Refusal("truncated", `${name}: ${relationship?.target ?? id}`);
  return [{ name, visibility: state === "hidden" || state === "veryHidden" ? state : "visible", entry }];
}

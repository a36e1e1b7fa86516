import { fieldsOf, tables, type TableId } from "../fields.ts";
import { cleaningKinds, type CleaningKind } from "../import-cleaning.ts";
import { isUnit, takesUnit } from "../import-header.ts";
import {
  MAPPING_FORMAT,
  type CellRepair,
  type ChildMapping,
  type ColumnMapping,
  type Mapping,
  type SheetMapping,
} from "./mapping.ts";

/** A mapping that cannot be used: the message names the member, what was found and what is allowed. */
export class MappingError extends Error {
  override readonly name = "MappingError";
}

/** Reads a mapping from JSON text. @throws MappingError */
export function parseMapping(text: string): Mapping {
  return checkMapping(parsed(text));
}

/** Reads cells that are read otherwise than they stand from JSON text, the list alone. @throws MappingError */
export const repairsIn = (text: string): readonly CellRepair[] => listOf(parsed(text), "repairs", cellRepair);

/** The mapping as a file holds it. */
export const mappingText = (mapping: Mapping): string => `${JSON.stringify(mapping, null, 1)}\n`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new MappingError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws MappingError for a value that is no mapping */
export function checkMapping(value: unknown): Mapping {
  const mapping = membersOf(value, "mapping", ["format", "sheets", "repairs", "untidied"]);
  if (mapping["format"] !== MAPPING_FORMAT) throw wrong("format", mapping["format"], MAPPING_FORMAT);
  return {
    format: MAPPING_FORMAT,
    sheets: listOf(mapping["sheets"], "sheets", sheetMapping),
    repairs: listOf(mapping["repairs"] ?? [], "repairs", cellRepair),
    untidied: listOf(mapping["untidied"] ?? [], "untidied", cleaningKind),
  };
}

type Members = Readonly<Record<string, unknown>>;

function wrong(path: string, found: unknown, allowed: string): MappingError {
  return new MappingError(`${path}: found ${JSON.stringify(found) ?? "nothing"}, allowed is ${allowed}`);
}

const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function membersOf(value: unknown, path: string, known: readonly string[]): Members {
  if (!isObject(value)) throw wrong(path, value, `an object with ${known.join(", ")}`);
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new MappingError(`${path}.${unknown}: unknown; allowed are ${known.join(", ")}`);
  return value;
}

function listOf<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): T[] {
  if (!Array.isArray(value)) throw wrong(path, value, "a list");
  return value.map((item, index) => read(item, `${path}[${index}]`));
}

function textOf(members: Members, name: string, path: string, pattern = /^[\s\S]*$/, allowed = "a text"): string {
  const value = members[name];
  if (typeof value === "string" && pattern.test(value)) return value;
  throw wrong(`${path}.${name}`, value, allowed);
}

function tableOf(value: unknown, path: string): TableId {
  const table = tables.find(({ id }) => id === value);
  if (table) return table.id;
  throw wrong(path, value, tables.map(({ id }) => id).join(", "));
}

function sheetMapping(value: unknown, path: string): SheetMapping {
  const names = ["sheet", "fingerprint", "table", "headerRow", "headerLines", "columns", "children"];
  const members = membersOf(value, path, names);
  const table = members["table"] === null ? null : tableOf(members["table"], `${path}.table`);
  return {
    sheet: textOf(members, "sheet", path),
    fingerprint: textOf(members, "fingerprint", path, /^[0-9a-f]{16}$/, "16 hexadecimal digits"),
    table,
    headerRow: rowNumberOf(members["headerRow"], `${path}.headerRow`),
    headerLines: headerLinesOf(members["headerLines"] ?? 1, `${path}.headerLines`),
    columns: table === null ? [] : columnsOf(members["columns"], `${path}.columns`, table),
    children: listOf(members["children"] ?? [], `${path}.children`, childMapping),
  };
}

function rowNumberOf(value: unknown, path: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1_048_576) return value;
  throw wrong(path, value, "a row number from 1");
}

function headerLinesOf(value: unknown, path: string): 1 | 2 {
  if (value === 1 || value === 2) return value;
  throw wrong(path, value, "1 or 2");
}

function childMapping(value: unknown, path: string): ChildMapping {
  const members = membersOf(value, path, ["table", "label", "columns"]);
  const table = tableOf(members["table"], `${path}.table`);
  return {
    table,
    label: textOf(members, "label", path),
    columns: columnsOf(members["columns"], `${path}.columns`, table),
  };
}

/** Every field and every column stands at most once. */
function columnsOf(value: unknown, path: string, table: TableId): ColumnMapping[] {
  const columns = listOf(value, path, (item, at) => columnMapping(item, at, table));
  for (const member of ["field", "column"] as const) {
    const seen = new Set<string>();
    for (const [index, column] of columns.entries()) {
      if (seen.has(column[member]))
        throw new MappingError(`${path}[${index}].${member}: ${column[member]} stands twice`);
      seen.add(column[member]);
    }
  }
  return columns;
}

function columnMapping(value: unknown, path: string, table: TableId): ColumnMapping {
  const members = membersOf(value, path, ["column", "header", "field", "unit"]);
  const field = fieldsOf(table).find(({ id }) => id === members["field"]);
  if (!field) throw wrong(`${path}.field`, members["field"], `a field of ${table}`);
  const column = {
    column: textOf(members, "column", path, /^[A-Z]{1,3}$/, "letters of a column"),
    header: textOf(members, "header", path),
    field: field.id,
  };
  const { unit } = members;
  if (unit === undefined) return column;
  if (typeof unit === "string" && isUnit(unit) && takesUnit(field, unit)) return { ...column, unit };
  throw wrong(`${path}.unit`, unit, field.type === "money" ? "元, 千元, 万元, 百万元, 亿元" : "no unit for this field");
}

function cellRepair(value: unknown, path: string): CellRepair {
  const members = membersOf(value, path, ["sheet", "cell", "before", "after"]);
  return {
    sheet: textOf(members, "sheet", path),
    cell: textOf(members, "cell", path, /^[A-Z]{1,3}[1-9]\d{0,6}$/, "a cell such as C5"),
    before: textOf(members, "before", path),
    after: textOf(members, "after", path),
  };
}

function cleaningKind(value: unknown, path: string): CleaningKind {
  const kind = cleaningKinds.find((known) => known === value);
  if (kind) return kind;
  throw wrong(path, value, cleaningKinds.join(", "));
}

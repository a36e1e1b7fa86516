import type { Issue } from "../issue/issue.ts";
import { fieldOf, type Field } from "./fields.ts";
import { parseNumber, readerOf, statedUnit, type Fault, type Reading } from "./import-cell.ts";
import { readText } from "./import-column.ts";
import { TextPool } from "./import-text-pool.ts";
import { MAPPING_FORMAT, type CellRepair, type Mapping } from "./mapping/mapping.ts";
import type { RosterCell } from "./row-origins.ts";

/**
 * What is wrong with a text that someone types into a cell, as an issue of that cell; undefined where the row keeps
 * standing with it. What depends on other cells and rows, reading the roster again tells.
 */
export function typedProblem(cell: Omit<RosterCell, "before" | "unit">, typed: string): Issue | undefined {
  const field = fieldOf(cell.table, cell.field);
  const fault = typedFault(field, typed);
  if (!fault) return undefined;
  const { code, expected } = fault;
  const place = { sheet: cell.sheet, cell: cell.cell, column: field.label };
  const found = typed.trim() === "" ? {} : { found: typed.trim() };
  return { severity: "error", code, ...place, ...found, ...(expected !== undefined && { expected }) };
}

function typedFault(field: Field, typed: string): Fault | undefined {
  const reading = readingOf(field, asStored(field, typed));
  if (typeof reading !== "number") return reading.value === undefined ? reading : undefined;
  if (Number.isNaN(reading)) return field.required ? { code: "missing-cell", expected: field.label } : undefined;
  const isRequiredAmount = field.required && (field.type === "money" || field.type === "count");
  return isRequiredAmount && reading < 0 ? { code: "negative-value", expected: "≥ 0" } : undefined;
}

/** @param unit of its column's amounts */
const readingOf = (field: Field, text: string, unit?: RosterCell["unit"], pool = new TextPool()): Reading =>
  readText(readerOf(field, unit, pool), text);

/** An amount is typed in 万元 unless it says otherwise; the unit is kept with it, whatever its column is read in. */
function asStored({ type }: Field, typed: string): string {
  const text = typed.trim();
  return type === "money" && text !== "" && statedUnit(text) === undefined ? `${text}万元` : text;
}

/**
 * A mapping with other cells read otherwise than they stand.
 * @param mapping absent: sheets and columns are recognised
 * @param repairs absent: those of the mapping
 */
export const mappingWith = (
  mapping: Mapping | undefined,
  repairs: readonly CellRepair[] | undefined,
): Mapping | undefined =>
  repairs === undefined ? mapping : { format: MAPPING_FORMAT, sheets: [], untidied: [], ...mapping, repairs };

/** What the file has in a cell as someone would type it: an amount with the unit that it is read in. */
export function typedForm({ table, field: id, unit, before }: RosterCell): string {
  const field = fieldOf(table, id);
  if (field.type !== "money" || Number.isNaN(parseNumber(before))) return before;
  return before.trim() + (unit ?? field.unit ?? "万元");
}

const cellKey = ({ sheet, cell }: Pick<CellRepair, "sheet" | "cell">): string => `${cell} ${sheet}`;

export const withoutCell = (
  repairs: readonly CellRepair[],
  of: Pick<CellRepair, "sheet" | "cell">,
): readonly CellRepair[] => repairs.filter((each) => cellKey(each) !== cellKey(of));

/** The repairs with a cell read as typed; typing what the file says there takes its repair back. */
export function withTyped(repairs: readonly CellRepair[], cell: RosterCell, typed: string): readonly CellRepair[] {
  const others = withoutCell(repairs, cell);
  const field = fieldOf(cell.table, cell.field);
  const after = asStored(field, typed);
  const { sheet, cell: place, before } = cell;
  return saysSame(field, cell, after) ? others : [...others, { sheet, cell: place, before, after }];
}

function saysSame(field: Field, { before, unit }: RosterCell, after: string): boolean {
  if (before.trim() === after) return true;
  const pool = new TextPool();
  const [old, typed] = [readingOf(field, before, unit, pool), readingOf(field, after, undefined, pool)];
  // a code that fails its check is a code all the same
  const valueOf = (reading: Reading): number | undefined => (typeof reading === "number" ? reading : reading.value);
  return typeof old === "number" && Object.is(valueOf(old), valueOf(typed));
}

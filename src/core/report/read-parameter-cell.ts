import { isoDay } from "../date/day.ts";
import { allowsValue } from "../policy/scenario-file.ts";
import type { Parameter, ParameterValue } from "../policy/policy.ts";
import { dateReader, parseNumber } from "../roster/import-cell.ts";
import { kindAt, shownAt } from "../roster/import-raw-cell.ts";
import { RawKind, type RawSheet } from "../roster/raw-sheet.ts";

/** A cell of 参数 as it stands in a file. */
export interface ParameterCell {
  readonly kind: number;
  /** Number, or day of a date; NaN for any other kind. */
  readonly number: number;
  /** As a reader of the sheet would call it. */
  readonly shown: string;
}

export function parameterCell(sheet: RawSheet, position: number, row: number): ParameterCell {
  const kind = kindAt(sheet, position, row);
  const isNumber = kind === RawKind.number || kind === RawKind.date;
  const number = isNumber ? (sheet.columns[position]?.values[row] ?? Number.NaN) : Number.NaN;
  return { kind, number, shown: shownAt(sheet, position, row).trim() };
}

/** Whether two cells say the same; the number 2 and the text “2” do. */
export const sameCell = (one: ParameterCell, other: ParameterCell): boolean => one.shown === other.shown;

/** Why a cell cannot be a value. */
export class CellFault {
  readonly allowed: string;
  constructor(allowed: string) {
    this.allowed = allowed;
  }
}

/** The value that a parameter's cells hold, one cell but for a list; empty cells are the published value. */
export function readValue(parameter: Parameter, cells: readonly ParameterCell[]): ParameterValue | CellFault {
  const fault = new CellFault(allowedText(parameter));
  const value = Array.isArray(parameter.value) ? listOf(cells) : scalarOf(parameter, cells[0]);
  if (value === undefined) return fault;
  if (value === null) return parameter.mayBeUnset ? null : fault;
  return allowsValue(parameter, value) ? value : fault;
}

function scalarOf(parameter: Parameter, cell: ParameterCell | undefined): ParameterValue | undefined {
  if (!cell || cell.kind === RawKind.blank) return null;
  if (parameter.type === "shares") return cell.shown === parameter.value ? cell.shown : sharesOf(cell);
  if (parameter.type !== "date") return numberOf(cell);
  const day = cell.kind === RawKind.text ? dateReader.text(cell.shown) : dateReader.date(cell.number);
  return typeof day === "number" && !Number.isNaN(day) ? isoDay(day) : undefined;
}

function numberOf({ kind, number, shown }: ParameterCell): number | undefined {
  if (kind === RawKind.number) return number;
  if (kind !== RawKind.text) return undefined;
  const [, percent] = /^(.*)[%％]$/u.exec(shown) ?? [];
  const found = percent === undefined ? parseNumber(shown) : parseNumber(percent) / 100;
  return Number.isNaN(found) ? undefined : found;
}

/** A list that stands in one cell. */
function sharesOf(cell: ParameterCell): readonly number[] | undefined {
  return listOf(cell.shown.split(/[,;、，；]/u).map((shown) => ({ kind: RawKind.text, number: Number.NaN, shown })));
}

/** A list with a cell a share: the filled cells, none empty before a filled one. */
function listOf(cells: readonly ParameterCell[]): readonly number[] | undefined {
  const last = cells.findLastIndex(({ kind }) => kind !== RawKind.blank);
  const shares = cells.slice(0, last + 1).map(numberOf);
  const known = shares.filter((share) => share !== undefined);
  return known.length === shares.length && known.length > 0 ? known : undefined;
}

/** What a parameter allows, in signs that any language reads. */
function allowedText({ type, minimum, maximum }: Parameter): string {
  if (type === "date") return "2025-12-31";
  if (type === "shares") return "0.5 + 0.3 + 0.2 = 1";
  return `${minimum ?? "−∞"} … ${maximum ?? "∞"}`;
}

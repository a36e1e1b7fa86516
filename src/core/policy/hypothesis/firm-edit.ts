import { parseIsoDay } from "../../date/day.ts";
import { fieldsOf, type Field, type FieldId, type TableId } from "../../roster/fields.ts";
import type { RowPlace } from "../explanation/explanation.ts";

/**
 * What a cell would hold: text for a text or a code, else a number in the form of `Column.values` (money in 分, dates as
 * day serials, truths 1 and 0, choices by index); null leaves it blank.
 */
export type EditedValue = number | string | null;

/** A cell of one of a firm's rows that would hold something else. */
export interface CellEdit extends RowPlace {
  readonly kind: "cell";
  readonly field: FieldId;
  readonly value: EditedValue;
}

/** A row that the firm would have besides, e.g. a certificate's project or a guaranteed loan. */
export interface AddedRow {
  readonly kind: "row";
  readonly table: AddableTable;
  readonly cells: Readonly<Record<FieldId, EditedValue>>;
}

export type FirmEdit = CellEdit | AddedRow;

/** Child tables of which a firm may have one row more. */
export const addableTables = [
  "projects",
  "guarantees",
  "employment",
  "hrServices",
] as const satisfies readonly TableId[];
export type AddableTable = (typeof addableTables)[number];

/** The code that says whose row it is. */
export const ownerFieldOf = (table: TableId): FieldId => (table === "hrServices" ? "agency" : "uscc");

/** Fields that a hypothesis may set: all but codes, which say whose row it is and which. */
export const editableFields = (table: TableId): readonly Field[] =>
  fieldsOf(table).filter(({ type }) => type !== "code");

/** Money that no cell of a roster exceeds, 分. */
const MOST = 1e16;

/** Days that a hypothesis may name. */
const [FIRST_DAY, LAST_DAY] = [parseIsoDay("1900-03-01"), parseIsoDay("2199-12-31")];

/** Whether a value can stand in a cell of a field. */
export function isEditedValue(field: Field, value: unknown): value is EditedValue {
  if (value === null) return field.required !== true;
  if (field.type === "text" || field.type === "code") return typeof value === "string" && value.trim() !== "";
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  switch (field.type) {
    case "truth":
      return value === 0 || value === 1;
    case "choice":
      return field.choices?.[value] !== undefined;
    case "date":
      return Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;
    case "money":
    case "count":
      return Number.isInteger(value) && Math.abs(value) <= MOST && (field.required !== true || value >= 0);
    case "number":
      return true;
    default:
      return field.type satisfies never;
  }
}

/** Whether an edit names fields that there are, and values that they can hold; an added row has all that is required. */
export function isPossible(edit: FirmEdit): boolean {
  const fields = editableFields(edit.table);
  const holds = (id: FieldId, value: unknown): boolean => {
    const field = fields.find((candidate) => candidate.id === id);
    return field !== undefined && isEditedValue(field, value);
  };
  if (edit.kind === "cell") return holds(edit.field, edit.value);
  const isComplete = fields.every(({ id, required }) => !required || edit.cells[id] !== undefined);
  return isComplete && Object.entries(edit.cells).every(([id, value]) => holds(id, value));
}

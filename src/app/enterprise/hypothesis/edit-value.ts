import { isoDay, parseIsoDay } from "../../../core/date/day.ts";
import { isEditedValue, type EditedValue } from "../../../core/policy/hypothesis/firm-edit.ts";
import type { Field } from "../../../core/roster/fields.ts";

/** 分 of one unit of a field of money. */
const fenOf = ({ unit }: Field): number => (unit === "亿元" ? 1e10 : unit === "元" ? 100 : 1e6);

/**
 * What is typed or chosen for a field as the value of a cell: numbers in the field's unit, dates as ISO text, truths as
 * 1 or 0, choices by index; empty text is a blank cell. Undefined where no cell of the field can hold it.
 */
export function editedValueOf(field: Field, typed: string): EditedValue | undefined {
  const value = read(field, typed.trim());
  return isEditedValue(field, value) ? value : undefined;
}

function read(field: Field, typed: string): EditedValue | undefined {
  if (typed === "") return null;
  switch (field.type) {
    case "text":
    case "code":
      return typed;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/u.test(typed) ? dayOf(typed) : undefined;
    case "money":
      return Math.round(Number(typed.replaceAll(",", "")) * fenOf(field));
    default:
      return Number(typed.replaceAll(",", ""));
  }
}

/** A day of the calendar; 2025-02-30 is none. */
function dayOf(text: string): number | undefined {
  const day = parseIsoDay(text);
  return isoDay(day) === text ? day : undefined;
}

/** A value as it is typed; the other way round of {@link editedValueOf}. */
export function typedText(field: Field, value: EditedValue): string {
  if (value === null || typeof value === "string") return value ?? "";
  if (field.type === "date") return isoDay(value);
  return String(field.type === "money" ? value / fenOf(field) : value);
}

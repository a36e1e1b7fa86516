import type { Day } from "../../date/day.ts";
import { fieldsOf, type Field } from "../../roster/fields.ts";
import { CellState, type Roster } from "../../roster/roster.ts";

/** Filled cells of one type in a row, and the values one step beside them. */
function besideCells(roster: Roster, field: Field, row: number): number[] {
  return fieldsOf(field.table)
    .filter(({ type }) => type === field.type)
    .flatMap(({ id }) => {
      const column = roster.tables[field.table].columns.get(id);
      const value = column?.state[row] === CellState.filled ? (column.values[row] ?? Number.NaN) : Number.NaN;
      return Number.isNaN(value) ? [] : [value, value + 1, value - 1];
    });
}

/** 0, and 1 to 10¹⁴ (分: a trillion 元) in steps of ten. */
const ladder = [0, ...Array.from({ length: 15 }, (_, power) => 10 ** power)];

/**
 * Values worth trying in a cell, in the form of `Column.values`, NaN for blank: for a truth or a choice all others, for
 * a number or a date enough of them that a threshold lies between one of them and the present value.
 * @param days days that matter to the policy, the likeliest first
 */
export function candidateValues(roster: Roster, field: Field, row: number, days: readonly Day[]): readonly number[] {
  switch (field.type) {
    case "truth":
      return [1, 0];
    case "choice":
      // what a required choice says is what the row is, and which measure it belongs to
      return field.required ? [] : (field.choices ?? []).map((_, index) => index);
    case "date":
      return [...days, ...besideCells(roster, field, row), ...(field.required ? [] : [Number.NaN])];
    case "money":
    case "count":
    case "number":
      return [...ladder, ...besideCells(roster, field, row).filter((value) => value >= 0)];
    case "code":
    case "text":
      return [];
    default:
      return field.type satisfies never;
  }
}

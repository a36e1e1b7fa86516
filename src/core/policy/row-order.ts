import type { Operand } from "../formula/types.ts";
import { fieldsOf } from "../roster/fields.ts";
import { CellState } from "../roster/roster.ts";
import type { BoundRoster } from "./bound-roster.ts";
import type { Measure } from "./policy.ts";

/** Compares rows by the columns that order triggers of one day; text by Unicode code point, blank first. */
export function rowOrder(
  bound: BoundRoster,
  measure: Pick<Measure, "table" | "order">,
): (a: number, b: number) => number {
  const keys = measure.order.map((id) => {
    const field = fieldsOf(measure.table).find((candidate) => candidate.id === id);
    const column: Operand | undefined = field && bound.operand(measure.table, field.label);
    const textual = field?.type === "text" || field?.type === "code";
    return (row: number): string | number => {
      const value = column?.state?.[row] === CellState.filled ? (column.values[row] ?? Number.NaN) : Number.NaN;
      if (textual) return Number.isNaN(value) ? "" : (bound.roster.texts[value] ?? "");
      return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
    };
  });
  return (a, b) => {
    for (const key of keys) {
      const order = compareKeys(key(a), key(b));
      if (order !== 0) return order;
    }
    return a - b;
  };
}

function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === "string" && typeof b === "string") return compareCodePoints(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of texts by Unicode code point; `<` on strings compares UTF-16 units, which differs above U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

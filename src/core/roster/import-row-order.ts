import { fieldsOf, type FieldId, type TableId } from "./fields.ts";
import type { TextPool } from "./import-text-pool.ts";
import type { Column } from "./roster.ts";

type CompareRows = (first: number, second: number) => number;

/**
 * An order of rows by content alone, column by column in canonical order: 0 exactly for rows of equal content.
 */
export function rowComparison(table: TableId, columns: ReadonlyMap<FieldId, Column>, pool: TextPool): CompareRows {
  const comparisons = fieldsOf(table).flatMap(({ id, type }) => {
    const column = columns.get(id);
    if (!column) return [];
    return [type === "text" || type === "code" ? byText(column, pool) : byValue(column)];
  });
  return (first, second) => {
    for (const compare of comparisons) {
      const order = compare(first, second);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function byValue({ values, state }: Column): CompareRows {
  return (first, second) => {
    const states = (state[first] ?? 0) - (state[second] ?? 0);
    // two cells that are not filled are NaN both
    return states || (values[first] ?? 0) - (values[second] ?? 0) || 0;
  };
}

function byText(column: Column, pool: TextPool): CompareRows {
  const { values } = column;
  const compareValues = byValue(column);
  return (first, second) => {
    if (compareValues(first, second) === 0) return 0;
    const [a, b] = [pool.textOf(values[first] ?? -1), pool.textOf(values[second] ?? -1)];
    return a < b ? -1 : a > b ? 1 : compareValues(first, second);
  };
}

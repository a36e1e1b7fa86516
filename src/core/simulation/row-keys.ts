import { fieldsOf, type TableId } from "../roster/fields.ts";
import type { Roster } from "../roster/roster.ts";
import { CellState } from "../roster/roster.ts";

const textual: ReadonlySet<string> = new Set(["text", "code"]);

/**
 * What each row of a table says, as one text: equal for equal rows, the same wherever a row stands. Rows that say
 * the same are told apart by a running number, which nothing but their order decides and nothing depends on.
 */
export function rowKeys(roster: Roster, table: TableId): string[] {
  const { rowCount, columns } = roster.tables[table];
  const cells = fieldsOf(table).flatMap(({ id, type }) => {
    const column = columns.get(id);
    if (!column) return [];
    return (row: number): string => {
      if (column.state[row] !== CellState.filled) return column.state[row] === CellState.blank ? "" : "?";
      const value = column.values[row] ?? Number.NaN;
      return textual.has(type) ? (roster.texts[value] ?? "") : String(value);
    };
  });
  const seen = new Map<string, number>();
  return Array.from({ length: rowCount }, (_, row) => {
    const content = cells.map((cell) => cell(row)).join("\u001f");
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return before === 0 ? content : `${content}\u001f${before}`;
  });
}

import { fieldsOf, type FieldId, type TableId } from "./fields.ts";
import type { TextPool } from "./import-text-pool.ts";
import { CellState, type Column } from "./roster.ts";

/**
 * One text a row that is equal exactly for rows of equal content: filled and unreadable cells in canonical
 * order of the fields. Texts are led by their length, so that no content can imitate a border.
 */
export function rowTexts(
  table: TableId,
  columns: ReadonlyMap<FieldId, Column>,
  rows: readonly number[],
  pool: TextPool,
): string[] {
  const texts = rows.map(() => "");
  for (const { id, type } of fieldsOf(table)) {
    const column = columns.get(id);
    if (!column) continue;
    const isText = type === "text" || type === "code";
    for (const [index, row] of rows.entries()) {
      const state = column.state[row];
      if (state === CellState.blank) continue;
      const value = column.values[row] ?? Number.NaN;
      texts[index] += `${id}=${state === CellState.unreadable ? "?" : isText ? lengthLed(pool.textOf(value)) : value};`;
    }
  }
  return texts;
}

const lengthLed = (text: string): string => `${text.length}:${text}`;

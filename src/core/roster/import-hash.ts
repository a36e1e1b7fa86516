import { fieldsOf, type FieldType } from "./fields.ts";
import { pickRows } from "./import-column.ts";
import { rowComparison } from "./import-row-order.ts";
import type { TextPool } from "./import-text-pool.ts";
import { CellState, type Column, type Table } from "./roster.ts";
import { Sha256 } from "./sha256.ts";

/** SHA-256 of the accepted content: which columns there are, and their cells with the rows in order of content. */
export function hashOf(accepted: readonly Table[], pool: TextPool): string {
  const hash = new Sha256();
  for (const { id, rowCount, columns } of accepted) {
    const rows = Int32Array.from({ length: rowCount }, (_, row) => row).sort(rowComparison(id, columns, pool));
    hash.update(`${id}:${rowCount}\n`);
    for (const field of fieldsOf(id)) {
      const column = columns.get(field.id);
      if (column) addColumn(hash.update(`${field.id}\n`), field.type, pickRows(column, rows), pool);
    }
  }
  return hash.hex();
}

/** A byte for the state of each cell, then the content of the filled ones. */
function addColumn(hash: Sha256, type: FieldType, { values, state }: Column, pool: TextPool): void {
  hash.updateBytes(state);
  const isText = type === "text" || type === "code";
  const view = new DataView(new ArrayBuffer(8));
  const bytes = new Uint8Array(view.buffer);
  for (let row = 0; row < state.length; row++) {
    if (state[row] !== CellState.filled) continue;
    const value = values[row] ?? Number.NaN;
    if (isText) {
      addText(hash, pool.textOf(value));
    } else {
      view.setFloat64(0, value, true);
      hash.updateBytes(bytes);
    }
  }
}

/** Led by its length, so that no text can imitate the border to the next. */
const addText = (hash: Sha256, text: string): Sha256 => hash.update(`${text.length}:`).update(text);

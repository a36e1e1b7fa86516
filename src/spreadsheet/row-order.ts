import { RawKind } from "../core/roster/raw-sheet.ts";
import type { RawColumn } from "../core/roster/raw-sheet.ts";
import type { StoredCells } from "./sheet-builder.ts";

/** Rows that were written out of order or twice, in order and each once; of two cells in one place the later counts. */
export function inRowOrder({ rowNumber, hiddenRows, columns }: StoredCells): StoredCells {
  const order = [...rowNumber.keys()].sort((a, b) => (rowNumber[a] ?? 0) - (rowNumber[b] ?? 0));
  const places = new Int32Array(rowNumber.length);
  const numbers: number[] = [];
  for (const found of order) {
    const number = rowNumber[found] ?? 0;
    if (numbers.at(-1) !== number) numbers.push(number);
    places[found] = numbers.length - 1;
  }
  const rowCount = numbers.length;
  return {
    rowCount,
    rowNumber: Int32Array.from(numbers),
    hiddenRows: [...new Set(hiddenRows.map((found) => places[found] ?? 0))].sort((a, b) => a - b),
    columns: columns.map((column) => column && moved(column, places, rowCount)),
  };
}

function moved(column: RawColumn, places: Int32Array, rowCount: number): RawColumn {
  const kind = new Uint8Array(rowCount);
  const values = new Float64Array(rowCount);
  places.forEach((place, row) => {
    const found = column.kind[row] ?? RawKind.blank;
    if (found === RawKind.blank) return;
    kind[place] = found;
    values[place] = column.values[row] ?? 0;
  });
  return { kind, values };
}

import { ownerField } from "./import-check-keys.ts";
import { sheetRowOf, sourceOf, stands, valueAt, type DraftTable } from "./import-draft.ts";
import { rowTexts } from "./import-row-text.ts";
import type { TextPool } from "./import-text-pool.ts";
import type { Column, Roster, Table } from "./roster.ts";
import { Sha256 } from "./sha256.ts";

/**
 * The rows of a draft that stand, as a table. `enterpriseOf` gives the index of a code (a number of the text
 * pool); the table of enterprises, which comes first, fills it.
 */
export function acceptRows(draft: DraftTable, enterpriseOf: Map<number, number>): Table {
  const rows = Int32Array.from({ length: draft.rowCount }, (_, row) => row).filter((row) => stands(draft, row));
  const owner = ownerField[draft.id];
  if (draft.id === "enterprises") {
    for (const [index, row] of rows.entries()) enterpriseOf.set(valueAt(draft, row, "uscc"), index);
  }
  return {
    id: draft.id,
    rowCount: rows.length,
    sheetRow: rows.map((row) => sheetRowOf(draft, row)),
    sheet: Uint16Array.from(rows, (row) => sourceOf(draft, row).sheet),
    columns: new Map([...draft.columns].map(([id, column]) => [id, pick(column, rows)])),
    enterprise: rows.map((row) => (owner === undefined ? -1 : (enterpriseOf.get(valueAt(draft, row, owner)) ?? -1))),
  };
}

const pick = ({ values, state }: Column, rows: Int32Array): Column => ({
  values: Float64Array.from(rows, (row) => values[row] ?? Number.NaN),
  state: Uint8Array.from(rows, (row) => state[row] ?? 0),
});

/** Rows read and accepted of each sheet. */
export function countRows(drafts: readonly DraftTable[]): Roster["counts"] {
  const counts = drafts.flatMap((draft) =>
    draft.sources.map(({ layout, rows, offset }) => {
      const accepted = rows.reduce((sum, _, index) => sum + (stands(draft, offset + index) ? 1 : 0), 0);
      return [layout.sheet.name, { table: draft.id, rows: rows.length, accepted }] as const;
    }),
  );
  return Object.fromEntries(counts);
}

/** SHA-256 of the accepted content: which columns there are and the rows in the order of their text. */
export function hashOf(accepted: readonly Table[], pool: TextPool): string {
  const hash = new Sha256();
  for (const { id, rowCount, columns } of accepted) {
    const rows = Array.from({ length: rowCount }, (_, row) => row);
    hash.update(`${id}[${[...columns.keys()].toSorted().join(",")}]${rowCount}\n`);
    for (const text of rowTexts(id, columns, rows, pool).toSorted()) hash.update(text + "\n");
  }
  return hash.hex();
}

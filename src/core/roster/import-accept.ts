import { ownerField } from "./import-check-keys.ts";
import { pickRows } from "./import-column.ts";
import { standingRows, stands, valueAt, type DraftTable } from "./import-draft.ts";
import type { Roster, Table } from "./roster.ts";

/**
 * The rows of a draft that stand, as a table. `enterpriseOf` gives the index of a code (a number of the text
 * pool); the table of enterprises, which comes first, fills it.
 */
export function acceptRows(draft: DraftTable, enterpriseOf: Map<number, number>): Table {
  const rows = standingRows(draft);
  if (draft.id === "enterprises") {
    for (let index = 0; index < rows.length; index++)
      enterpriseOf.set(valueAt(draft, rows[index] ?? -1, "uscc"), index);
  }
  const owner = ownerField[draft.id];
  return {
    id: draft.id,
    rowCount: rows.length,
    ...originsOf(draft),
    columns: new Map([...draft.columns].map(([id, column]) => [id, pickRows(column, rows)])),
    enterprise: rows.map((row) => (owner === undefined ? -1 : (enterpriseOf.get(valueAt(draft, row, owner)) ?? -1))),
  };
}

function originsOf(draft: DraftTable): Pick<Table, "sheetRow" | "sheet"> {
  const sheetRows: number[] = [];
  const sheets: number[] = [];
  for (const { layout, sheet, rows, offset } of draft.sources) {
    for (let index = 0; index < rows.length; index++) {
      if (!stands(draft, offset + index)) continue;
      sheetRows.push(layout.sheet.rowNumber[rows[index] ?? -1] ?? 0);
      sheets.push(sheet);
    }
  }
  return { sheetRow: Int32Array.from(sheetRows), sheet: Uint16Array.from(sheets) };
}

/** Rows read and accepted of each sheet. */
export function countRows(drafts: readonly DraftTable[]): Roster["counts"] {
  const counts = drafts.flatMap((draft) =>
    draft.sources.map(({ layout, rows, offset }) => {
      const accepted = rows.reduce((sum, _, index) => sum + (stands(draft, offset + index) ? 1 : 0), 0);
      const name = layout.child === undefined ? layout.sheet.name : `${layout.sheet.name} › ${layout.child}`;
      return [name, { table: draft.id, rows: rows.length, accepted }] as const;
    }),
  );
  return Object.fromEntries(counts);
}

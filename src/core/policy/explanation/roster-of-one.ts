import { fieldsOf, tables, type TableId } from "../../roster/fields.ts";
import type { Roster, Table } from "../../roster/roster.ts";

/** The rows of one code, as a roster of its own. */
export interface RosterOfOne {
  readonly roster: Roster;
  /** Index of the code among the roster's texts: what code columns hold. */
  readonly codeText: number;
  /** Row of the whole roster for each row here, by table. */
  readonly rows: Readonly<Record<TableId, Int32Array>>;
}

function rowsNaming(table: Table, codeText: number): Int32Array {
  const columns = fieldsOf(table.id)
    .filter(({ type }) => type === "code")
    .flatMap(({ id }) => table.columns.get(id)?.values ?? []);
  const found = new Set<number>();
  for (const values of columns) values.forEach((text, row) => text === codeText && found.add(row));
  return Int32Array.from(found).sort();
}

function selectedRows(table: Table, rows: Int32Array, enterprise: number): Table {
  return {
    id: table.id,
    rowCount: rows.length,
    sheetRow: rows.map((row) => table.sheetRow[row] ?? 0),
    sheet: Uint16Array.from(rows, (row) => table.sheet[row] ?? 0),
    columns: new Map(
      Array.from(table.columns, ([id, { values, state }]) => [
        id,
        {
          values: Float64Array.from(rows, (row) => values[row] ?? Number.NaN),
          state: Uint8Array.from(rows, (row) => state[row] ?? 0),
        },
      ]),
    ),
    enterprise: rows.map((row) => (enterprise >= 0 && table.enterprise[row] === enterprise ? 0 : -1)),
  };
}

/**
 * Every row that names a code, in the order of the whole roster, so that one enterprise can be evaluated alone:
 * all but the pool and shared envelopes depends on its own rows only. Undefined for a code that no row names.
 */
export function rosterOfOne(roster: Roster, code: string): RosterOfOne | undefined {
  const codeText = roster.texts.indexOf(code);
  if (codeText < 0) return undefined;
  const rows = Object.fromEntries(tables.map(({ id }) => [id, rowsNaming(roster.tables[id], codeText)])) as Record<
    TableId,
    Int32Array
  >;
  if (tables.every(({ id }) => rows[id].length === 0)) return undefined;
  const enterprise = rows.enterprises[0] ?? -1;
  const own = Object.fromEntries(
    tables.map(({ id }) => [id, selectedRows(roster.tables[id], rows[id], enterprise)]),
  ) as Record<TableId, Table>;
  return { roster: { ...roster, tables: own }, codeText, rows };
}

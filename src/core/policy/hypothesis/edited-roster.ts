import { fieldOf, fieldsOf, tables, type Field } from "../../roster/fields.ts";
import { CellState, type Column, type Roster, type Table } from "../../roster/roster.ts";
import { rowOf, withCell } from "../explanation/changed-cell.ts";
import {
  isPossible,
  ownerFieldOf,
  type AddedRow,
  type CellEdit,
  type EditedValue,
  type FirmEdit,
} from "./firm-edit.ts";

/** A roster as it would be, and the edits for which it has no place. */
export interface EditedRoster {
  readonly roster: Roster;
  /** Edits of rows that are not the firm's, or of values that no cell holds; none of them was made. */
  readonly unplaced: readonly FirmEdit[];
}

/** A value as `Column.values` has it; a text that is new is put among the texts. */
function placed(roster: Roster, value: EditedValue): { readonly roster: Roster; readonly value: number } {
  if (typeof value !== "string") return { roster, value: value ?? Number.NaN };
  const known = roster.texts.indexOf(value);
  if (known >= 0) return { roster, value: known };
  return { roster: { ...roster, texts: [...roster.texts, value] }, value: roster.texts.length };
}

/** The row of a cell edit, −1 where no row of the firm stands there. */
function ownRow(roster: Roster, code: string, edit: CellEdit): number {
  const row = rowOf(roster, edit);
  const { columns } = roster.tables[edit.table];
  const isOwn = fieldsOf(edit.table).some(
    ({ id, type }) => type === "code" && roster.texts[columns.get(id)?.values[row] ?? -1] === code,
  );
  return isOwn ? row : -1;
}

function withCellEdit(roster: Roster, row: number, edit: CellEdit): Roster {
  const { roster: knowing, value } = placed(roster, edit.value);
  return withCell(knowing, fieldOf(edit.table, edit.field), row, value);
}

function longer(column: Column | undefined, rowCount: number, value: number): Column {
  const values = new Float64Array(rowCount + 1).fill(Number.NaN);
  const state = new Uint8Array(rowCount + 1).fill(CellState.blank);
  if (column) {
    values.set(column.values);
    state.set(column.state);
  }
  values[rowCount] = value;
  state[rowCount] = Number.isNaN(value) ? CellState.blank : CellState.filled;
  return { values, state };
}

function appended<Whole extends Int32Array | Uint16Array>(into: Whole, rows: Whole, last: number): Whole {
  into.set(rows);
  into[rows.length] = last;
  return into;
}

/** Codes of an added row: the firm's, and a number of its own where the table asks for one. */
function codesOf(code: string, number: number, { table }: AddedRow): Record<string, string> {
  return { [ownerFieldOf(table)]: code, ...(table === "guarantees" && { guaranteeNumber: `假设-${number}` }) };
}

/** @param place sheet, by index, and row of the added one */
function withRow(roster: Roster, code: string, edit: AddedRow, place: { sheet: number; row: number }): Roster {
  let whole = roster;
  const cells = { ...edit.cells, ...codesOf(code, place.row, edit) };
  const values = new Map<Field, number>();
  for (const field of fieldsOf(edit.table)) {
    const next = placed(whole, cells[field.id] ?? null);
    whole = next.roster;
    values.set(field, next.value);
  }
  const table = whole.tables[edit.table];
  const { rowCount, columns } = table;
  const changed: Table = {
    ...table,
    rowCount: rowCount + 1,
    sheetRow: appended(new Int32Array(rowCount + 1), table.sheetRow, place.row),
    sheet: appended(new Uint16Array(rowCount + 1), table.sheet, place.sheet),
    columns: new Map(
      [...values]
        // a column that the workbook lacks stays absent unless the row fills it
        .filter(([{ id }, value]) => columns.has(id) || !Number.isNaN(value))
        .map(([{ id }, value]) => [id, longer(columns.get(id), rowCount, value)]),
    ),
    enterprise: appended(new Int32Array(rowCount + 1), table.enterprise, enterpriseOf(whole, code)),
  };
  const all = Object.fromEntries(tables.map(({ id }) => [id, id === edit.table ? changed : whole.tables[id]]));
  return { ...whole, tables: { ...whole.tables, ...all } };
}

/** Row of a code in 企业, −1 where it has none. */
export function enterpriseOf({ texts, tables: { enterprises } }: Roster, code: string): number {
  const text = texts.indexOf(code);
  return text < 0 ? -1 : (enterprises.columns.get("uscc")?.values.indexOf(text) ?? -1);
}

/**
 * A roster with what a hypothesis changes of one firm; every column that it does not touch is shared with the roster as
 * it is, which stays as it is.
 * @param sheet name under which added rows stand, numbered from 1
 */
export function editedRoster(whole: Roster, code: string, edits: readonly FirmEdit[], sheet: string): EditedRoster {
  let roster: Roster = { ...whole, sheetNames: [...whole.sheetNames, sheet] };
  const place = { sheet: whole.sheetNames.length, row: 0 };
  const unplaced: FirmEdit[] = [];
  for (const edit of edits) {
    const row = edit.kind === "cell" && isPossible(edit) ? ownRow(whole, code, edit) : -1;
    if (edit.kind === "cell" && row >= 0) roster = withCellEdit(roster, row, edit);
    else if (edit.kind === "row" && isPossible(edit)) {
      place.row += 1;
      roster = withRow(roster, code, edit, place);
    } else unplaced.push(edit);
  }
  return { roster, unplaced };
}

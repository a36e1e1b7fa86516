import type { Operand } from "../formula/types.ts";
import { fieldsOf, type Field, type FieldId, type TableId } from "../roster/fields.ts";
import { CellState, type Column, type Roster, type Table } from "../roster/roster.ts";
import { everyIndex } from "./columns.ts";

/** Columns that read as a fixed truth where the roster does not have them at all (section 3). */
const absentTruth: Readonly<Record<FieldId, 1 | 0>> = {
  registered: 1,
  taxed: 1,
  independent: 1,
  abnormal: 0,
  residentStartup: 0,
};

/** Owner of a row that does not count here: its enterprise is priced elsewhere. */
export const somebodyElse = -2;

/** A roster as operands: money in 元, one operand a header; built once a roster. */
export interface BoundRoster {
  readonly roster: Roster;
  operand(table: TableId, label: string): Operand | undefined;
  rowCount(table: TableId): number;
  /** Every row of a table, 0, 1, 2 …: always the same array, over which columns stand as they are. */
  everyRow(table: TableId): Int32Array;
  /**
   * Enterprise index of every row of a table by its column `owner`, −1 where its code is not in 企业; a row of
   * `somebodyElse` makes no trigger.
   */
  owners(table: TableId, owner: FieldId): Int32Array;
  readonly assumptionsMade: readonly { readonly column: string; readonly readAs: string }[];
}

const blankOperand = (rowCount: number): Operand => ({
  values: new Float64Array(rowCount).fill(Number.NaN),
  state: new Uint8Array(rowCount).fill(CellState.blank),
});

/** Money as 元; 经营异常 blank reads FALSE; a choice outside its list reads as blank, it decides nothing alone. */
function operandOf(field: Field, column: Column): Operand {
  if (field.type === "money") return { values: yuanOf(column.values), state: column.state };
  if (field.id === "abnormal") {
    return {
      values: column.values.map((value, row) => (column.state[row] === CellState.blank ? 0 : value)),
      state: column.state,
    };
  }
  if (field.type === "choice") {
    return {
      values: column.values,
      state: column.state.map((state) => (state === CellState.unreadable ? CellState.blank : state)),
    };
  }
  return column;
}

function yuanOf(fen: Float64Array): Float64Array {
  const yuan = new Float64Array(fen.length);
  for (let row = 0; row < yuan.length; row++) yuan[row] = (fen[row] ?? Number.NaN) / 100;
  return yuan;
}

function fieldOperand(field: Field, table: Table): Operand {
  const column = table.columns.get(field.id);
  if (column) return operandOf(field, column);
  const fixed = field.table === "enterprises" ? absentTruth[field.id] : undefined;
  return fixed === undefined ? blankOperand(table.rowCount) : { values: new Float64Array(table.rowCount).fill(fixed) };
}

/** {@link BoundRoster.everyRow} of a roster whose tables have `rowCount` rows. */
export function everyRowOf(rowCount: (table: TableId) => number): (table: TableId) => Int32Array {
  const known = new Map<TableId, Int32Array>();
  return (table) => {
    const rows = known.get(table) ?? everyIndex(rowCount(table));
    known.set(table, rows);
    return rows;
  };
}

const boundBefore = new WeakMap<Roster, BoundRoster>();

/** Makes a roster ready for kernels, once: every evaluation of it shares the operands, built when first asked for. */
export function bindRoster(roster: Roster): BoundRoster {
  const bound = boundBefore.get(roster) ?? bind(roster);
  boundBefore.set(roster, bound);
  return bound;
}

function bind(roster: Roster): BoundRoster {
  const cache = new Map<string, Operand | undefined>();
  const operand = (table: TableId, label: string): Operand | undefined => {
    const key = `${table}.${label}`;
    if (!cache.has(key)) {
      const field = fieldsOf(table).find((candidate) => candidate.label === label);
      cache.set(key, field && fieldOperand(field, roster.tables[table]));
    }
    return cache.get(key);
  };
  const owners = new Map<string, Int32Array>();
  const enterprises = roster.tables.enterprises;
  const byCode = new Map<number, number>();
  enterprises.columns.get("uscc")?.values.forEach((text, index) => byCode.set(text, index));
  const rowCount = (table: TableId): number => roster.tables[table].rowCount;
  return {
    roster,
    operand,
    rowCount,
    everyRow: everyRowOf(rowCount),
    owners: (table, owner) => {
      const key = `${table}.${owner}`;
      const known = owners.get(key) ?? ownersOf(roster.tables[table], owner, byCode);
      owners.set(key, known);
      return known;
    },
    assumptionsMade: fieldsOf("enterprises")
      .filter(({ id }) => id in absentTruth && !enterprises.columns.has(id))
      .map(({ id, label }) => ({ column: label, readAs: absentTruth[id] === 1 ? "是" : "否" })),
  };
}

function ownersOf(table: Table, owner: FieldId, byCode: ReadonlyMap<number, number>): Int32Array {
  const codes = table.columns.get(owner)?.values;
  const owners = new Int32Array(table.rowCount).fill(-1);
  if (codes) for (let row = 0; row < owners.length; row++) owners[row] = byCode.get(codes[row] ?? Number.NaN) ?? -1;
  return owners;
}

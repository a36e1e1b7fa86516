import type { Operand } from "../formula/types.ts";
import { everyRowOf, type BoundRoster } from "../policy/bound-roster.ts";
import type { TableId } from "../roster/fields.ts";
import { CellState } from "../roster/roster.ts";
import type { ChangedColumn, Changes, TrialBatch } from "./trial-batch.ts";

/** Rows of a table in a batch, of 企业 or of a child table. */
interface Rows {
  readonly template: Int32Array;
  readonly simulated: Uint8Array;
  readonly changes: Changes;
}

const noRows: Rows = { template: new Int32Array(), simulated: new Uint8Array(), changes: new Map() };

/** Cells of the templates, with what a trial changed in them. */
function changedOperand(base: Operand, template: Int32Array, change: ChangedColumn | undefined): Operand {
  const count = template.length;
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const changed = change?.set[i] === 1;
    const row = template[i] ?? -1;
    const value = (changed ? change.values[i] : base.values[row]) ?? Number.NaN;
    values[i] = value;
    const ownState = changed || row < 0 ? undefined : base.state?.[row];
    state[i] = ownState ?? (Number.isNaN(value) ? CellState.blank : CellState.filled);
  }
  return { values, state };
}

/** A batch of enterprises in trials, bound like a roster that was read. */
export interface TrialRoster extends BoundRoster {
  /** Whether a trial wrote one of these columns of a row: a trigger that reads them is a simulated one. */
  wrote(table: TableId, row: number, columns: Iterable<string>): boolean;
}

/** Puts a batch over a roster; columns are gathered when first asked for. */
export function trialRoster(base: BoundRoster, batch: TrialBatch): TrialRoster {
  const cache = new Map<string, Operand | undefined>();
  const rowsOf = (table: TableId): Rows =>
    table === "enterprises"
      ? { template: batch.enterprise, simulated: batch.arrived, changes: batch.changes }
      : (batch.rows.get(table) ?? noRows);
  const rowCount = (table: TableId): number => rowsOf(table).template.length;
  return {
    roster: base.roster,
    assumptionsMade: base.assumptionsMade,
    rowCount,
    everyRow: everyRowOf(rowCount),
    operand: (table, label) => {
      const key = `${table}.${label}`;
      if (!cache.has(key)) {
        const operand = base.operand(table, label);
        const { template, changes } = rowsOf(table);
        cache.set(key, operand && changedOperand(operand, template, changes.get(label)));
      }
      return cache.get(key);
    },
    owners: (table, owner) => {
      const found = batch.rows.get(table)?.owners.get(owner);
      return found ?? new Int32Array(rowsOf(table).template.length).fill(-1);
    },
    wrote: (table, row, columns) => {
      const { simulated, changes } = rowsOf(table);
      if (simulated[row] === 1) return true;
      for (const column of columns) if (changes.get(column)?.set[row] === 1) return true;
      return false;
    },
  };
}

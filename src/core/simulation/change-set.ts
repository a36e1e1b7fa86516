import type { Change } from "../policy/process.ts";
import { fieldOf, type TableId } from "../roster/fields.ts";
import type { ChangedColumn } from "./trial-batch.ts";

/** Header and value of a cell. */
export type Cell = readonly [label: string, value: number];

/** Cells written in the rows of one table, column by column; columns come into being when first written. */
export class ChangeSet {
  readonly columns = new Map<string, ChangedColumn>();
  private readonly rowCount: number;

  constructor(rowCount: number) {
    this.rowCount = rowCount;
  }

  /** Writes one cell; NaN empties it. */
  write(row: number, [label, value]: Cell): void {
    let column = this.columns.get(label);
    if (!column) {
      column = { set: new Uint8Array(this.rowCount), values: new Float64Array(this.rowCount) };
      this.columns.set(label, column);
    }
    column.set[row] = 1;
    column.values[row] = value;
  }

  /** What was written in some rows so far, gathered column by column when asked for. */
  view(rows: Int32Array): { get(label: string): ChangedColumn | undefined } {
    const gathered = new Map<string, ChangedColumn | undefined>();
    return {
      get: (label) => {
        if (!gathered.has(label)) {
          const column = this.columns.get(label);
          gathered.set(label, column && selectColumn(column, rows));
        }
        return gathered.get(label);
      },
    };
  }

  /** What was written in some rows, as rows of their own. */
  select(rows: Int32Array): ChangeSet {
    const selected = new ChangeSet(rows.length);
    for (const [label, column] of this.columns) selected.columns.set(label, selectColumn(column, rows));
    return selected;
  }
}

function selectColumn(column: ChangedColumn, rows: Int32Array): ChangedColumn {
  const set = new Uint8Array(rows.length);
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    set[i] = column.set[rows[i] ?? -1] ?? 0;
    values[i] = column.values[rows[i] ?? -1] ?? Number.NaN;
  }
  return { set, values };
}

/** A change as header and cell; `day` is the event's own. */
export function changedCell(table: TableId, change: Change, day: number): Cell {
  const { label, choices = [] } = fieldOf(table, change.field);
  const { value } = change;
  if (value === "event-day") return [label, day];
  if (typeof value === "object") return [label, choices.indexOf(value.choice)];
  return [label, Number(value)];
}

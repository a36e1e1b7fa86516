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

  /** What was written in some rows, as rows of their own. */
  select(rows: Int32Array): ChangeSet {
    const selected = new ChangeSet(rows.length);
    for (const [label, { set, values }] of this.columns) {
      selected.columns.set(label, {
        set: Uint8Array.from(rows, (row) => set[row] ?? 0),
        values: Float64Array.from(rows, (row) => values[row] ?? Number.NaN),
      });
    }
    return selected;
  }
}

/** A change as header and cell; `day` is the event's own. */
export function changedCell(table: TableId, change: Change, day: number): Cell {
  const { label, choices = [] } = fieldOf(table, change.field);
  const { value } = change;
  if (value === "event-day") return [label, day];
  if (typeof value === "object") return [label, choices.indexOf(value.choice)];
  return [label, Number(value)];
}

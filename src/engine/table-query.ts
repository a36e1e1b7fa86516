import type { FieldId, TableId } from "../core/roster/fields.ts";

/** Which rows of a roster table are wanted, and in what order. */
export interface TableQuery {
  readonly table: TableId;
  /** Text that a cell must contain; empty: all rows. */
  readonly search: string;
  /** The one column that is searched; absent: all, and the name of the enterprise. */
  readonly field?: FieldId;
  /** Absent: as in the sheet. */
  readonly order?: TableOrder;
}

export interface TableOrder {
  /** A field, or `title`. */
  readonly by: FieldId;
  readonly descending: boolean;
}

/** A row of a roster table as text. */
export interface TableRow {
  readonly sheet: string;
  /** Row number as Excel shows it. */
  readonly sheetRow: number;
  /** What names the row: an enterprise, or the object of an investment. */
  readonly title: string;
  /** One a field of the window. */
  readonly cells: readonly string[];
  /**
   * Cells of the sheet that title and fields were read from, e.g. `C5`; empty where there is none. Absent where the
   * file's cells are not held.
   */
  readonly origins?: readonly string[];
}

/** A window of a roster table, for the page's virtual table. Money in 万元. */
export interface TableWindow {
  readonly fields: readonly FieldId[];
  readonly rows: readonly TableRow[];
  /** Rows that match in all. */
  readonly total: number;
}

/** Where a row of a sheet stands among all rows of its table, from 0. */
export interface TablePlace {
  readonly table: TableId;
  readonly row: number;
}

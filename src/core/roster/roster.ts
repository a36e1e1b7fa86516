import type { FieldId, TableId } from "./fields.ts";

/** What a cell is, beside its value. A blank is not zero, and an unreadable cell is neither. */
export const CellState = { filled: 0, blank: 1, unreadable: 2 } as const;

/**
 * One column of a table, struct-of-arrays. `values` has one entry a row, NaN where not filled:
 * money in 分 · number and count as they are · date as a day serial · truth 1 / 0 ·
 * choice as an index into the field's `choices` · text as an index into the roster's `texts`.
 */
export interface Column {
  readonly values: Float64Array;
  /** One `CellState` a row. */
  readonly state: Uint8Array;
}

/** Accepted rows of one table, in the order of their sheet. Columns the workbook does not have are absent. */
export interface Table {
  readonly id: TableId;
  readonly rowCount: number;
  /** Sheet row as Excel shows it, one a row. */
  readonly sheetRow: Int32Array;
  /** Index into `Roster.sheetNames`, one a row. */
  readonly sheet: Uint16Array;
  readonly columns: ReadonlyMap<FieldId, Column>;
  /** Child tables: index of the row's enterprise, −1 where its code is not in 企业. For 企业: its own index. */
  readonly enterprise: Int32Array;
}

/** A checked roster: every accepted row of every table. */
export interface Roster {
  readonly tables: Readonly<Record<TableId, Table>>;
  /** Distinct texts that text columns index into (codes, names, numbers of guarantees …). */
  readonly texts: readonly string[];
  readonly sheetNames: readonly string[];
  /** SHA-256 of the accepted content, hexadecimal; independent of the order of rows. */
  readonly hash: string;
  /** Rows read and accepted, by sheet name. */
  readonly counts: Readonly<
    Record<string, { readonly table: TableId; readonly rows: number; readonly accepted: number }>
  >;
}

/** What the reader of a spreadsheet hands over: cells as they stand, before any meaning. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
}

export const RawKind = { blank: 0, number: 1, text: 2, truth: 3, error: 4, date: 5, uncached: 6 } as const;

/**
 * One column of a sheet, one entry a stored row. `values`: the number; for a date the day serial of the 1900
 * system (with time as fraction); for truth 1 or 0; for text and error an index into the sheet's `texts`.
 * `uncached` is a formula without a stored result.
 */
export interface RawColumn {
  readonly kind: Uint8Array;
  readonly values: Float64Array;
}

export interface RawSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Number of stored rows: rows with at least one cell that is not blank, ascending, as `rowNumber` says. */
  readonly rowCount: number;
  /** Row number as Excel shows it, one a stored row. */
  readonly rowNumber: Int32Array;
  /** Stored-row indices of rows hidden in the sheet. */
  readonly hiddenRows: readonly number[];
  /** Positions of hidden columns. */
  readonly hiddenColumns: readonly number[];
  /** Columns by position: entry 0 is column A; a column without cells is undefined. */
  readonly columns: readonly (RawColumn | undefined)[];
  readonly texts: readonly string[];
  /** True for a text file, whose numbers and dates cannot but be texts. */
  readonly allText?: true;
  /** Merged ranges, 1-based and inclusive, as stored; never expanded. */
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
}

const MEGABYTE = 1024 * 1024;

/** What a workbook may ask of us before it is refused. A sheet of 100,000 rows by 40 columns is 140 MB of XML. */
export const LIMITS = {
  entries: 10_000,
  /** All parts read, inflated. */
  inflatedBytes: 2048 * MEGABYTE,
  /** Inflated to compressed, of parts large enough to hurt; real sheets stay under 60, deflate ends at 1,032. */
  ratio: 300,
  ratioFromBytes: 32 * MEGABYTE,
  tagBytes: MEGABYTE,
  /** One text or comment: a cell has at most 32,767 characters. */
  markupBytes: 4 * MEGABYTE,
  /** Different texts of a sheet, or the shared ones of a workbook. */
  textBytes: 512 * MEGABYTE,
  /** A .csv file, decoded into one text. */
  textFileBytes: 256 * MEGABYTE,
  /** An .xls file: 65,536 rows by 256 columns a sheet. */
  oldWorkbookBytes: 128 * MEGABYTE,
  rows: 1_048_576,
  columns: 16_384,
  /** Room for cells in all sheets, nine bytes each. */
  cells: 48_000_000,
  merges: 200_000,
  seconds: 180,
} as const;

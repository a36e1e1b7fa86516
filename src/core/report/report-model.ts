/** A workbook as data: what a report says, before any spreadsheet library. */
export interface ReportModel {
  readonly title: string;
  readonly sheets: readonly ReportSheet[];
  /** Workbook names; `target` is an absolute reference with its sheet, e.g. `'参数'!$C$5`. */
  readonly names: readonly { readonly name: string; readonly target: string }[];
}

export type ReportRow = readonly ReportCell[];

/** Rows made when they are asked for: hundreds of thousands of them together would not fit in memory. */
export interface MadeRows {
  readonly count: number;
  /** The row at a position from 0 on. */
  readonly row: (index: number) => ReportRow;
}

export interface ReportSheet {
  readonly name: string;
  /** Widths in characters, one a column. */
  readonly widths: readonly number[];
  readonly rows: readonly ReportRow[];
  /** Rows below `rows`. */
  readonly body?: MadeRows;
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly validations?: readonly ReportValidation[];
  readonly images?: readonly ReportImage[];
  readonly charts?: readonly SheetChart[];
  readonly merges?: readonly string[];
  /** Rules that turn cells red: the range, and the Excel condition over its first cell. */
  readonly alerts?: readonly { readonly range: string; readonly formula: string }[];
  readonly landscape?: boolean;
  /** Columns from the first on that are printed; absent: all. Too many on one page cannot be read. */
  readonly printedColumns?: number;
}

export type CellFormat = "text" | "yuan" | "integer" | "share" | "date" | "number" | "truth";
export type CellStyle =
  "body" | "paragraph" | "title" | "section" | "heading" | "note" | "input" | "locked" | "total" | "edited";

/**
 * One cell. `formula` (without `=`) comes with the value the app computed; text is always text, whatever it
 * starts with. Dates are day serials. Null is an empty cell.
 */
export interface ReportCell {
  readonly value: string | number | boolean | null;
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly style?: CellStyle;
  /** Place in this workbook to jump to, e.g. `'条款原文'!A5`. */
  readonly link?: string;
}

export interface ReportValidation {
  readonly range: string;
  readonly rule:
    | {
        readonly kind: "decimal" | "whole";
        readonly minimum: number;
        readonly maximum: number;
        readonly allowBlank: boolean;
      }
    | { readonly kind: "list"; readonly choices: readonly string[] }
    | { readonly kind: "date"; readonly allowBlank: boolean };
  readonly message: string;
}

/** What floats over the cells of a sheet, and where. */
export interface ReportDrawing {
  readonly description: string;
  /** 0-based cell of the upper left corner, and size in pixels. */
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

export interface ReportImage extends ReportDrawing {
  readonly png: Uint8Array;
}

/** A chart that the spreadsheet draws itself and draws anew when the cells it refers to change; amounts in 元. */
export interface SheetChart extends ReportDrawing {
  /** columns: stacked · bars: side by side, the first category on top · lines: without marks. */
  readonly kind: "columns" | "bars" | "lines";
  readonly title: string;
  /** Unit that the axis of amounts shows: 10,000 元. */
  readonly unit: string;
  readonly categories: CellRange;
  readonly series: readonly { readonly name: CellRange; readonly values: CellRange }[];
}

/** Cells by absolute reference with their sheet, and what they hold as the app computed it. */
export interface CellRange {
  readonly reference: string;
  readonly values: readonly (string | number)[];
}

/** Every row of a sheet from the top, made as they are taken. */
export function* rowsOf({ rows, body }: Pick<ReportSheet, "rows" | "body">): Generator<ReportRow> {
  yield* rows;
  for (let index = 0; index < (body?.count ?? 0); index++) yield body?.row(index) ?? [];
}

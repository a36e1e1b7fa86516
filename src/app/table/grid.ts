/** A column of a grid as it is drawn. */
export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** Unit, said once in the head. */
  readonly unit?: string;
  /** Pixels. */
  readonly width: number;
  readonly isNumber: boolean;
  /** Free text, in which a leading = is no formula. */
  readonly isText: boolean;
}

/** A row of a grid; one cell a column, the first names the row. */
export interface GridRow {
  /** Said small before the first cell: its row in the sheet. */
  readonly number: number;
  readonly cells: readonly string[];
  /** What is wrong, by index of the cell. */
  readonly marks: ReadonlyMap<number, string>;
  /** What cells were before someone edited them, in words, by index of the cell; absent: none was. */
  readonly edited?: ReadonlyMap<number, string>;
}

/** Whole digits in groups of three; anything but a plain number stays. */
export const groupedDigits = (text: string): string =>
  /^-?\d+(?:\.\d+)?$/.test(text)
    ? text.replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ","))
    : text;

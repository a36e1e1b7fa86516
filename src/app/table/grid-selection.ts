/** Row and column of a cell, from 0; the row of the headers is before them. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Row of the headers in a grid: above the first row of data. */
export const headerRow = -1;

/** Rows and columns of a rectangle, both ends included. */
export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A cell, and the one from which a selection was drawn to it. */
export interface GridSelection {
  readonly cursor: GridPlace;
  readonly anchor: GridPlace;
}

export const selectionAt = (cursor: GridPlace): GridSelection => ({ cursor, anchor: cursor });

export const rectangleOf = ({ cursor, anchor }: GridSelection): Rectangle => ({
  top: Math.min(cursor.row, anchor.row),
  bottom: Math.max(cursor.row, anchor.row),
  left: Math.min(cursor.column, anchor.column),
  right: Math.max(cursor.column, anchor.column),
});

export const isWithin = ({ top, bottom, left, right }: Rectangle, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** A key as a grid takes it; `control` is the command key of a Mac too. */
export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

function movedCursor({ row, column }: GridPlace, { key, control }: GridKey, last: GridPlace, page: number) {
  const leads: Readonly<Record<string, GridPlace>> = {
    ArrowUp: { row: control ? headerRow : row - 1, column },
    ArrowDown: { row: control ? last.row : row + 1, column },
    ArrowLeft: { row, column: control ? 0 : column - 1 },
    ArrowRight: { row, column: control ? last.column : column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: control ? headerRow : row, column: 0 },
    End: { row: control ? last.row : row, column: last.column },
  };
  const to = leads[key];
  return to && { row: within(to.row, headerRow, last.row), column: within(to.column, 0, last.column) };
}

/**
 * Where a key leads: arrows, Home and End, PageUp and PageDown by `page` rows, with control to the edge, with shift
 * drawing the selection along, control-A over everything. Undefined for other keys.
 */
export function movedSelection(
  selection: GridSelection,
  pressed: GridKey,
  last: GridPlace,
  page: number,
): GridSelection | undefined {
  if (pressed.control && pressed.key.toLowerCase() === "a") {
    return { anchor: { row: headerRow, column: 0 }, cursor: last };
  }
  const cursor = movedCursor(selection.cursor, pressed, last, page);
  return cursor && { cursor, anchor: pressed.shift ? selection.anchor : cursor };
}

/** Row and column of a cell as drawn, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const within = (value: number, last: number): number => Math.min(Math.max(value, 0), last);

/** Where a key leads from a cell: arrows by one, Home and End along the row; other keys nowhere. */
export function movedCell({ row, column }: CellPlace, key: string, last: CellPlace): CellPlace | undefined {
  const target: Readonly<Record<string, CellPlace>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: last.column },
  };
  const place = target[key];
  return place && { row: within(place.row, last.row), column: within(place.column, last.column) };
}

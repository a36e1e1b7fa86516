import type { FieldId, TableId } from "./fields.ts";
import { standingRows, type DraftSource, type DraftTable } from "./import-draft.ts";
import type { Unit } from "./import-header.ts";
import type { MappedColumn } from "./import-layout.ts";
import { columnLetters, shownAt } from "./import-raw-cell.ts";
import { placeInSheet } from "./mapping/place-repairs.ts";

/** A cell of the file that a roster was read from. */
export interface FileCell {
  readonly sheet: string;
  /** Letters and number, e.g. `C5`. */
  readonly cell: string;
}

/** What a cell of the file is read as, and what stands in it. */
export interface RosterCell extends FileCell {
  readonly table: TableId;
  readonly field: FieldId;
  /** Unit of its column's amounts; absent: the one the field dictionary gives. */
  readonly unit?: Unit;
  /** What the file has, whatever is read instead of it; empty for a blank. */
  readonly before: string;
}

interface OriginTable {
  readonly id: TableId;
  readonly sources: readonly (DraftSource & { readonly letters: ReadonlyMap<FieldId, string> })[];
  /** Draft row of each accepted one. */
  readonly rows: Int32Array;
}

/** From which cell of the file each value of a roster was read. It holds on to the file's cells. */
export class RowOrigins {
  readonly #tables: readonly OriginTable[];

  constructor(drafts: readonly DraftTable[]) {
    this.#tables = drafts.map((draft) => ({
      id: draft.id,
      sources: draft.sources.map((source) => ({ ...source, letters: lettersOf(source) })),
      rows: standingRows(draft),
    }));
  }

  /** The cell of an accepted row's field, e.g. `C5`; empty where its sheet has no such column. */
  cellOf(table: TableId, row: number, field: FieldId): string {
    const of = this.#tables.find(({ id }) => id === table);
    const draftRow = of?.rows[row] ?? -1;
    const source = of?.sources.find(({ offset, rows }) => draftRow >= offset && draftRow < offset + rows.length);
    const letters = source?.letters.get(field);
    if (!source || letters === undefined) return "";
    return letters + (source.layout.sheet.rowNumber[source.rows[draftRow - source.offset] ?? -1] ?? 0);
  }

  /** What stands in a cell of the file and is read as; undefined for a cell that no row of a table is read from. */
  at({ sheet, cell }: FileCell): RosterCell | undefined {
    for (const { id: table, sources } of this.#tables) {
      for (const source of sources) {
        const found = source.layout.sheet.name === sheet ? readFrom(source, cell) : undefined;
        if (!found) continue;
        const { column, row } = found;
        const before = shownAt(source.layout.sheet, column.position, row);
        const unit = column.unit === undefined ? {} : { unit: column.unit };
        return { sheet, cell, table, field: column.field.id, ...unit, before };
      }
    }
    return undefined;
  }
}

const lettersOf = ({ layout }: DraftSource): ReadonlyMap<FieldId, string> =>
  new Map(layout.columns.map(({ field, position }) => [field.id, columnLetters(position)]));

/** The column that a cell belongs to and the stored row it stands in, if the source reads it. */
function readFrom(
  { layout, rows }: DraftSource,
  cell: string,
): { readonly column: MappedColumn; readonly row: number } | undefined {
  const place = placeInSheet(layout.sheet, cell);
  const column = layout.columns.find(({ position }) => position === place.position);
  return column && rows.includes(place.row) ? { column, row: place.row } : undefined;
}

import { tables, type Field, type TableId } from "../core/roster/fields.ts";
import type { Roster } from "../core/roster/roster.ts";
import type { RowOrigins } from "../core/roster/row-origins.ts";
import { cellText, shownFields, titleField, titleText } from "./table-cells.ts";
import type { TablePlace, TableQuery, TableRow, TableWindow } from "./table-query.ts";
import { matchingRows, orderedRows } from "./table-search.ts";

interface Found {
  readonly query: TableQuery;
  readonly matching: Int32Array;
  readonly ordered: Int32Array;
}

const sameOrder = (a: TableQuery, b: TableQuery): boolean =>
  a.order?.by === b.order?.by && a.order?.descending === b.order?.descending;

/** Whether every row that `next` matches is among those of `last`: its search only adds to the text. */
const narrows = (last: TableQuery, next: TableQuery): boolean =>
  last.field === next.field && next.search.trim().toLowerCase().includes(last.search.trim().toLowerCase());

/** Reads the tables of one roster by windows; the rows of each table's last query are kept, so scrolling is cheap. */
export class TableReader {
  readonly #roster: Roster;
  readonly #origins: RowOrigins | undefined;
  readonly #found = new Map<TableId, Found>();

  /** @param origins absent: rows do not say from which cells they come */
  constructor(roster: Roster, origins?: RowOrigins) {
    this.#roster = roster;
    this.#origins = origins;
  }

  /** At most `count` rows that match, from the `first` match on (from 0). */
  window(query: TableQuery, first: number, count: number): TableWindow {
    const { ordered } = this.#rowsOf(query);
    const fields = shownFields(this.#roster, query.table);
    const { sheet, sheetRow } = this.#roster.tables[query.table];
    const rows = Array.from(ordered.subarray(first, first + count), (row) => ({
      sheet: this.#roster.sheetNames[sheet[row] ?? -1] ?? "",
      sheetRow: sheetRow[row] ?? 0,
      title: titleText(this.#roster, query.table, row),
      cells: fields.map((field) => cellText(this.#roster, field, row)),
      ...this.#originsOf(query.table, row, fields),
    }));
    return { fields: fields.map(({ id }) => id), rows, total: ordered.length };
  }

  /** The accepted row that stands in a row of a sheet; undefined if none does. */
  find(sheetName: string, rowNumber: number): TablePlace | undefined {
    const name = this.#roster.sheetNames.indexOf(sheetName);
    for (const { id } of tables) {
      const { sheet, sheetRow } = this.#roster.tables[id];
      const row = sheetRow.findIndex((number, index) => number === rowNumber && sheet[index] === name);
      if (row >= 0) return { table: id, row };
    }
    return undefined;
  }

  #originsOf(table: TableId, row: number, fields: readonly Field[]): Pick<TableRow, "origins"> {
    const origins = this.#origins;
    if (!origins) return {};
    const title = titleField(table);
    const ofFields = fields.map(({ id }) => origins.cellOf(table, row, id));
    return { origins: [title === undefined ? "" : origins.cellOf(table, row, title), ...ofFields] };
  }

  #rowsOf(query: TableQuery): Found {
    const last = this.#found.get(query.table);
    const same = last?.query.field === query.field && last?.query.search === query.search;
    if (last && same && sameOrder(last.query, query)) return last;
    const all = (): Int32Array =>
      Int32Array.from({ length: this.#roster.tables[query.table].rowCount }, (_, row) => row);
    const matching =
      same && last
        ? last.matching
        : matchingRows(this.#roster, query, last && narrows(last.query, query) ? last.matching : all());
    const found = { query, matching, ordered: orderedRows(this.#roster, query.table, query.order, matching) };
    this.#found.set(query.table, found);
    return found;
  }
}

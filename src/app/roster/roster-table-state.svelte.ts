import type { Issue } from "../../core/issue/issue.ts";
import type { FieldId, TableId } from "../../core/roster/fields.ts";
import type { Engine } from "../../engine/port.ts";
import type { TableOrder, TableQuery } from "../../engine/table-query.ts";
import { selectionAt, type GridSelection } from "../table/grid-selection.ts";
import { RowSource } from "../table/row-source.svelte.ts";
import { cellOfIssue } from "./issue-marks.ts";

/** Which rows of the roster the page shows, and which of their cells are selected. */
export class RosterTableState {
  table: TableId = $state("enterprises");
  search = $state("");
  field: FieldId | "" = $state("");
  order: TableOrder | undefined = $state.raw();
  selection: GridSelection = $state.raw(selectionAt({ row: 0, column: 0 }));
  /** The rows that are shown: those of the last query that was answered. */
  source: RowSource | undefined = $state.raw();

  readonly #engine: Engine;
  #latest: RowSource | undefined;
  #showing: Promise<void> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  readonly query: TableQuery = $derived.by(() => ({
    table: this.table,
    search: this.search,
    ...(this.field !== "" && { field: this.field }),
    ...(this.order && { order: this.order }),
  }));

  /** Asks for the rows of the query on the page; of overlapping questions the latest counts. */
  show(): Promise<void> {
    const showing = this.#show(new RowSource(this.#engine, this.query));
    this.#showing = showing;
    return showing;
  }

  open(table: TableId): void {
    if (this.table !== table) this.selection = selectionAt({ row: 0, column: 0 });
    this.table = table;
    this.search = "";
    this.field = "";
    this.order = undefined;
  }

  /** Ascending, descending, then as in the sheet again. */
  sort(by: FieldId): void {
    if (this.order?.by !== by) this.order = { by, descending: false };
    else this.order = this.order.descending ? undefined : { by, descending: true };
  }

  /**
   * Shows all rows of a table with the cursor on a cell: that of the file where one is named, else that of the column.
   * False if the row is in no table.
   */
  async jump(issue: Pick<Issue, "sheet" | "row" | "cell" | "column">): Promise<boolean> {
    if (issue.sheet === undefined || issue.row === undefined) return false;
    const place = await this.#engine.find(issue.sheet, issue.row);
    if (!place) return false;
    this.open(place.table);
    void this.show();
    await this.#settled();
    await this.source?.want({ first: place.row, end: place.row + 1 });
    const own = this.source?.row(place.row)?.origins?.indexOf(issue.cell ?? "") ?? -1;
    const column = own < 0 ? cellOfIssue(place.table, issue, this.source?.fields ?? []) : own;
    this.selection = selectionAt({ row: place.row, column });
    return true;
  }

  async #show(source: RowSource): Promise<void> {
    this.#latest = source;
    await source.want({ first: 0, end: 1 });
    if (this.#latest !== source) return;
    this.source = source;
    if (this.selection.cursor.row >= source.total) this.selection = selectionAt({ row: 0, column: 0 });
  }

  /** Resolves when the rows of the latest query are shown. */
  async #settled(): Promise<void> {
    let awaited: Promise<void>;
    do {
      awaited = this.#showing;
      await awaited;
    } while (awaited !== this.#showing);
  }
}

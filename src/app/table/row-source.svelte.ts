import type { FieldId } from "../../core/roster/fields.ts";
import type { Engine } from "../../engine/port.ts";
import type { TableQuery, TableRow } from "../../engine/table-query.ts";
import { PagedRows } from "./paged-rows.svelte.ts";

/** The rows of one query. */
export class RowSource extends PagedRows<TableRow> {
  readonly query: TableQuery;
  readonly #engine: Engine;
  total = $state(0);
  fields: readonly FieldId[] = $state.raw([]);

  constructor(engine: Engine, query: TableQuery) {
    super();
    this.#engine = engine;
    this.query = query;
  }

  protected override async read(first: number, count: number): Promise<readonly TableRow[]> {
    const { rows, total, fields } = await this.#engine.window(this.query, first, count);
    this.total = total;
    this.fields = fields;
    return rows;
  }
}

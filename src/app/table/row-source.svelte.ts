import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { FieldId } from "../../core/roster/fields.ts";
import type { Engine } from "../../engine/port.ts";
import type { TableQuery, TableRow } from "../../engine/table-query.ts";
import type { Range } from "./visible-range.ts";

const PAGE = 100;
const PAGES_KEPT = 60;

/** The rows of one query, fetched page by page as they come into view. */
export class RowSource {
  readonly query: TableQuery;
  readonly #engine: Engine;
  readonly #pages = new SvelteMap<number, readonly TableRow[]>();
  readonly #asked = new SvelteSet<number>();
  total = $state(0);
  fields: readonly FieldId[] = $state.raw([]);
  /** Why rows could not be had; the next want tries again. */
  failure: unknown = $state.raw();

  constructor(engine: Engine, query: TableQuery) {
    this.#engine = engine;
    this.query = query;
  }

  /** The row, unless it has not come yet. */
  row(index: number): TableRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Fetches what is missing of a range; resolves when it is there. @throws never: see `failure` */
  async want({ first, end }: Range): Promise<void> {
    const pages: Promise<void>[] = [];
    for (let page = Math.floor(first / PAGE); page * PAGE < Math.max(end, 1); page++) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) pages.push(this.#fetch(page));
    }
    try {
      await Promise.all(pages);
    } catch (error) {
      this.failure = error;
    }
  }

  /** Rows of a range, for copying; they are not kept. */
  async rows({ first, end }: Range): Promise<readonly TableRow[]> {
    const rows: TableRow[] = [];
    for (let from = first; from < end; from += PAGE) {
      rows.push(...(await this.#engine.window(this.query, from, Math.min(PAGE, end - from))).rows);
    }
    return rows;
  }

  async #fetch(page: number): Promise<void> {
    this.#asked.add(page);
    try {
      const { rows, total, fields } = await this.#engine.window(this.query, page * PAGE, PAGE);
      this.#pages.set(page, rows);
      this.total = total;
      this.fields = fields;
      this.failure = undefined;
      this.#forgetFarthest(page);
    } finally {
      this.#asked.delete(page);
    }
  }

  #forgetFarthest(page: number): void {
    if (this.#pages.size <= PAGES_KEPT) return;
    const farthest = [...this.#pages.keys()].reduce((a, b) => (Math.abs(b - page) > Math.abs(a - page) ? b : a));
    this.#pages.delete(farthest);
  }
}

import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Range } from "./visible-range.ts";

const PAGE = 100;
const PAGES_KEPT = 60;

/** Rows of a long list, fetched page by page as they come into view. */
export abstract class PagedRows<Row> {
  readonly #pages = new SvelteMap<number, readonly Row[]>();
  readonly #asked = new SvelteSet<number>();
  /** Why rows could not be had; the next want tries again. */
  failure: unknown = $state.raw();

  /** At most `count` rows from the `first` on. */
  protected abstract read(first: number, count: number): Promise<readonly Row[]>;

  /** The row, unless it has not come yet. */
  row(index: number): Row | undefined {
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
  async rows({ first, end }: Range): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (let from = first; from < end; from += PAGE) rows.push(...(await this.read(from, Math.min(PAGE, end - from))));
    return rows;
  }

  async #fetch(page: number): Promise<void> {
    this.#asked.add(page);
    try {
      this.#pages.set(page, await this.read(page * PAGE, PAGE));
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

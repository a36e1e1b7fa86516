import type { Engine } from "../../engine/port.ts";
import type { DifferenceQuery, DifferenceRow } from "../../engine/roster-difference.ts";
import { PagedRows } from "../table/paged-rows.svelte.ts";

/** The engine holds no comparison any more. */
export class ComparisonLostError extends Error {
  override readonly name = "ComparisonLostError";
}

/** The entries of one list of what changed. */
export class ChangesSource extends PagedRows<DifferenceRow> {
  readonly #engine: Engine;
  readonly #query: DifferenceQuery;

  constructor(engine: Engine, query: DifferenceQuery) {
    super();
    this.#engine = engine;
    this.#query = query;
  }

  protected override async read(first: number, count: number): Promise<readonly DifferenceRow[]> {
    const found = await this.#engine.differenceRows(this.#query, first, count);
    if (!found) throw new ComparisonLostError("the engine holds no comparison");
    return found.rows;
  }
}

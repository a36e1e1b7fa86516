import type { CleaningKind } from "../../core/roster/import-cleaning.ts";
import type { CellChange } from "../../core/roster/import-cleaning-log.ts";
import { PagedRows } from "../table/paged-rows.svelte.ts";

/** At most `count` tidied cells from the `first` on, of one kind where one is named. */
export type ReadChanges = (
  kind: CleaningKind | undefined,
  first: number,
  count: number,
) => Promise<readonly CellChange[]>;

/** The tidied cells of one kind, or of all. */
export class TidiedSource extends PagedRows<CellChange> {
  readonly total: number;
  readonly #changes: ReadChanges;
  readonly #kind: CleaningKind | undefined;

  constructor(changes: ReadChanges, kind: CleaningKind | undefined, total: number) {
    super();
    this.total = total;
    this.#changes = changes;
    this.#kind = kind;
  }

  protected override read(first: number, count: number): Promise<readonly CellChange[]> {
    return this.#changes(this.#kind, first, count);
  }
}

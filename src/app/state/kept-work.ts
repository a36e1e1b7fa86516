import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { CellRepair, Mapping } from "../../core/roster/mapping/mapping.ts";
import { MappingError, repairsIn } from "../../core/roster/mapping/mapping-file.ts";
import { KeptLayouts } from "./kept-layouts.ts";

/** A roster file as it was imported. */
export interface KeptRoster {
  readonly content: Blob;
  readonly fileName: string;
  /** How it is read, where someone decided on that. */
  readonly mapping?: Mapping | undefined;
}

/** Scenarios of the first policy have the short key: it was the only one once. */
type WorkKey = "roster" | "scenario" | `scenario ${string}` | "cells";

interface KeptSchema extends DBSchema {
  /** Under `roster`, `scenario` and `cells`; `revision` counts the writes of all windows. */
  work: { key: WorkKey | "revision"; value: KeptRoster | string | number };
}

/**
 * What became of the last writing. `full`: the browser has no room for the file; `blocked`: it does not let the page
 * keep anything; `elsewhere`: another window has written since this one read, and nothing was overwritten.
 */
export type Keeping = "kept" | "full" | "blocked" | "elsewhere";

/** The cells as an earlier visit kept them; undefined where what was kept is none. */
function keptCells(text: string): readonly CellRepair[] | undefined {
  try {
    return repairsIn(text);
  } catch (error) {
    if (error instanceof MappingError) return undefined;
    throw error;
  }
}

/** What stays in this browser from one start to the next: the roster's file and the edits of the scenario. */
export class KeptWork {
  readonly roster: KeptRoster | undefined;
  readonly scenario: string | null;
  /** Cells of the roster's file, or the sample's, that are read otherwise than they stand there. */
  readonly cells: readonly CellRepair[] | undefined;
  readonly layouts: KeptLayouts;
  readonly #database: IDBPDatabase<KeptSchema> | undefined;
  readonly #scenarioKey: WorkKey;
  #revision: number;
  #written: string | null;

  private constructor(
    database: IDBPDatabase<KeptSchema> | undefined,
    found: Pick<KeptWork, "roster" | "scenario" | "cells" | "layouts">,
    scenarioKey: WorkKey,
    revision: number,
  ) {
    this.#database = database;
    this.#scenarioKey = scenarioKey;
    this.roster = found.roster;
    this.scenario = found.scenario;
    this.cells = found.cells;
    this.layouts = found.layouts;
    this.#written = found.scenario;
    this.#revision = revision;
  }

  /**
   * Reads what was kept; where the browser keeps nothing, every writing answers `blocked`.
   * @param policy id of the policy whose scenarios are meant, absent: the first; the roster is that of all policies
   */
  static async open(name = "cesuan", policy?: string): Promise<KeptWork> {
    const scenarioKey: WorkKey = policy === undefined ? "scenario" : `scenario ${policy}`;
    const layouts = await KeptLayouts.open(`${name}-layouts`);
    try {
      const database = await openDB<KeptSchema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore("work") });
      const [roster, scenario, cells, revision] = await Promise.all([
        database.get("work", "roster"),
        database.get("work", scenarioKey),
        database.get("work", "cells"),
        database.get("work", "revision"),
      ]);
      const found = {
        roster: typeof roster === "object" ? roster : undefined,
        scenario: typeof scenario === "string" ? scenario : null,
        cells: typeof cells === "string" ? keptCells(cells) : undefined,
        layouts,
      };
      return new KeptWork(database, found, scenarioKey, typeof revision === "number" ? revision : 0);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const nothing = { roster: undefined, scenario: null, cells: undefined, layouts };
      return new KeptWork(undefined, nothing, scenarioKey, 0);
    }
  }

  /** Edits of the cells of the roster before go with it. */
  keepRoster(roster: KeptRoster): Promise<Keeping> {
    return this.#write((store) => Promise.all([store.put(roster, "roster"), store.delete("cells")]));
  }

  /** @param cells absent: those that the roster came with */
  keepCells(cells: readonly CellRepair[] | undefined): Promise<Keeping> {
    return this.#write((store) => (cells ? store.put(JSON.stringify(cells), "cells") : store.delete("cells")));
  }

  /** The sample takes the place of the roster at the next start. */
  dropRoster(): Promise<Keeping> {
    return this.#write((store) => Promise.all([store.delete("roster"), store.delete("cells")]));
  }

  async keepScenario(text: string): Promise<Keeping> {
    if (text === this.#written) return "kept";
    const keeping = await this.#write((store) => store.put(text, this.#scenarioKey));
    if (keeping === "kept") this.#written = text;
    return keeping;
  }

  /** Removes everything that any window kept. */
  async forget(): Promise<Keeping> {
    await this.layouts.forget();
    return await this.#write((store) => store.clear(), true);
  }

  /** From now on this window may write over what the other one kept. */
  async takeOver(): Promise<void> {
    const revision = await this.#database?.get("work", "revision");
    this.#revision = typeof revision === "number" ? revision : 0;
  }

  close(): void {
    this.#database?.close();
    this.layouts.close();
  }

  /** One transaction: either all of it is kept or nothing is changed. */
  async #write(
    change: (store: {
      put(value: KeptRoster | string, key: WorkKey): Promise<unknown>;
      delete(key: WorkKey): Promise<void>;
      clear(): Promise<void>;
    }) => Promise<unknown>,
    regardless = false,
  ): Promise<Keeping> {
    if (!this.#database) return "blocked";
    try {
      const transaction = this.#database.transaction("work", "readwrite");
      const found = await transaction.store.get("revision");
      const revision = typeof found === "number" ? found : 0;
      if (revision !== this.#revision && !regardless) return "elsewhere";
      await Promise.all([change(transaction.store), transaction.store.put(revision + 1, "revision"), transaction.done]);
      this.#revision = revision + 1;
      return "kept";
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return error.name === "QuotaExceededError" ? "full" : "blocked";
    }
  }
}

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Mapping } from "../../core/roster/mapping/mapping.ts";
import { KeptLayouts } from "./kept-layouts.ts";

/** A roster file as it was imported. */
export interface KeptRoster {
  readonly content: Blob;
  readonly fileName: string;
  /** How it is read, where someone decided on that. */
  readonly mapping?: Mapping | undefined;
}

interface KeptSchema extends DBSchema {
  /** Under `roster` and `scenario`; `revision` counts the writes of all windows. */
  work: { key: "roster" | "scenario" | "revision"; value: KeptRoster | string | number };
}

/**
 * What became of the last writing. `full`: the browser has no room for the file; `blocked`: it does not let the page
 * keep anything; `elsewhere`: another window has written since this one read, and nothing was overwritten.
 */
export type Keeping = "kept" | "full" | "blocked" | "elsewhere";

/** What stays in this browser from one start to the next: the roster's file and the edits of the scenario. */
export class KeptWork {
  readonly roster: KeptRoster | undefined;
  readonly scenario: string | null;
  readonly layouts: KeptLayouts;
  readonly #database: IDBPDatabase<KeptSchema> | undefined;
  #revision: number;
  #written: string | null;

  private constructor(
    database: IDBPDatabase<KeptSchema> | undefined,
    found: Pick<KeptWork, "roster" | "scenario" | "layouts">,
    revision: number,
  ) {
    this.#database = database;
    this.roster = found.roster;
    this.scenario = found.scenario;
    this.layouts = found.layouts;
    this.#written = found.scenario;
    this.#revision = revision;
  }

  /** Reads what was kept; where the browser keeps nothing, every writing answers `blocked`. */
  static async open(name = "cesuan"): Promise<KeptWork> {
    const layouts = await KeptLayouts.open(`${name}-layouts`);
    try {
      const database = await openDB<KeptSchema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore("work") });
      const [roster, scenario, revision] = await Promise.all([
        database.get("work", "roster"),
        database.get("work", "scenario"),
        database.get("work", "revision"),
      ]);
      const found = {
        roster: typeof roster === "object" ? roster : undefined,
        scenario: typeof scenario === "string" ? scenario : null,
        layouts,
      };
      return new KeptWork(database, found, typeof revision === "number" ? revision : 0);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return new KeptWork(undefined, { roster: undefined, scenario: null, layouts }, 0);
    }
  }

  keepRoster(roster: KeptRoster): Promise<Keeping> {
    return this.#write((store) => store.put(roster, "roster"));
  }

  /** The sample takes the place of the roster at the next start. */
  dropRoster(): Promise<Keeping> {
    return this.#write((store) => store.delete("roster"));
  }

  async keepScenario(text: string): Promise<Keeping> {
    if (text === this.#written) return "kept";
    const keeping = await this.#write((store) => store.put(text, "scenario"));
    if (keeping === "kept") this.#written = text;
    return keeping;
  }

  /** Removes everything that any window kept. */
  async forget(): Promise<Keeping> {
    await this.layouts.forget();
    return await this.#write(async (store) => {
      await store.delete("roster");
      await store.delete("scenario");
    }, true);
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
      put(value: KeptRoster | string, key: "roster" | "scenario"): Promise<unknown>;
      delete(key: "roster" | "scenario"): Promise<void>;
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

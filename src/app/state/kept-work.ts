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

/** The scenarios as they were at one time. */
export interface KeptVersion {
  /** When the first and the last of its edits were kept, ms since 1970. */
  readonly since: number;
  readonly at: number;
  /** Which window wrote it. */
  readonly window: string;
  readonly text: string;
}

/** Edits of so many milliseconds are one version. */
const VERSION_SPAN = 120_000;
export const MOST_VERSIONS = 20;

/** Scenarios of the first policy, and their versions, have the short key: it was the only one once. */
type ScenarioKey = "scenario" | `scenario ${string}`;
type VersionsKey = "versions" | `versions ${string}`;
type WorkKey = "roster" | "cells" | ScenarioKey | VersionsKey;
/** Places of what belongs to one policy. */
interface PolicyKeys {
  readonly scenario: ScenarioKey;
  readonly versions: VersionsKey;
}

const keysOf = (policy: string | undefined): PolicyKeys =>
  policy === undefined
    ? { scenario: "scenario", versions: "versions" }
    : { scenario: `scenario ${policy}`, versions: `versions ${policy}` };

type WorkValue = KeptRoster | string | readonly KeptVersion[];

/** What is to be kept, by its place; undefined: to be taken away. */
type Changes = ReadonlyMap<WorkKey, KeptRoster | string | undefined>;

interface KeptSchema extends DBSchema {
  /** Under the names of the work; `revision` counts the writes of all windows. */
  work: { key: WorkKey | "revision"; value: WorkValue | number };
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

/** Where one window keeps its work, and by which clock. */
interface StorePlace {
  readonly name: string;
  readonly keys: PolicyKeys;
  readonly now: () => number;
}

/** What a transaction may do. */
interface WorkStore {
  put(value: WorkValue, key: WorkKey): Promise<unknown>;
  delete(key: WorkKey): Promise<void>;
  clear(): Promise<void>;
}

const versionsIn = (value: WorkValue | number | undefined): readonly KeptVersion[] =>
  Array.isArray(value) ? value : [];

const isRoster = (value: WorkValue | number | undefined): value is KeptRoster =>
  typeof value === "object" && "content" in value;

/** What stays in this browser from one start to the next: the roster's file and the edits of the scenario. */
export class KeptWork {
  /** Of the store; windows with the same one share their work. */
  readonly name: string;
  readonly roster: KeptRoster | undefined;
  readonly scenario: string | null;
  /** Cells of the roster's file, or the sample's, that are read otherwise than they stand there. */
  readonly cells: readonly CellRepair[] | undefined;
  readonly layouts: KeptLayouts;
  readonly #database: IDBPDatabase<KeptSchema> | undefined;
  readonly #keys: PolicyKeys;
  readonly #now: () => number;
  readonly #window = String(Math.random());
  #revision: number;
  #written: string | null;
  /** What was to be kept and is not yet. */
  readonly #pending = new Map<WorkKey, KeptRoster | string | undefined>();

  private constructor(
    database: IDBPDatabase<KeptSchema> | undefined,
    found: Pick<KeptWork, "roster" | "scenario" | "cells" | "layouts">,
    place: StorePlace,
    revision: number,
  ) {
    this.name = place.name;
    this.#now = place.now;
    this.#database = database;
    this.#keys = place.keys;
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
  static async open(name = "cesuan", policy?: string, now: () => number = Date.now): Promise<KeptWork> {
    const keys = keysOf(policy);
    const place = { name, keys, now };
    const layouts = await KeptLayouts.open(`${name}-layouts`);
    try {
      const database = await openDB<KeptSchema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore("work") });
      const [roster, scenario, cells, revision] = await Promise.all([
        database.get("work", "roster"),
        database.get("work", keys.scenario),
        database.get("work", "cells"),
        database.get("work", "revision"),
      ]);
      const found = {
        roster: isRoster(roster) ? roster : undefined,
        scenario: typeof scenario === "string" ? scenario : null,
        cells: typeof cells === "string" ? keptCells(cells) : undefined,
        layouts,
      };
      return new KeptWork(database, found, place, typeof revision === "number" ? revision : 0);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const nothing = { roster: undefined, scenario: null, cells: undefined, layouts };
      return new KeptWork(undefined, nothing, place, 0);
    }
  }

  /** Edits of the cells of the roster before go with it. */
  keepRoster(roster: KeptRoster): Promise<Keeping> {
    return this.#keep(["roster", roster], ["cells", undefined]);
  }

  /** @param cells absent: those that the roster came with */
  keepCells(cells: readonly CellRepair[] | undefined): Promise<Keeping> {
    return this.#keep(["cells", cells && JSON.stringify(cells)]);
  }

  /** The sample takes the place of the roster at the next start. */
  dropRoster(): Promise<Keeping> {
    return this.#keep(["roster", undefined], ["cells", undefined]);
  }

  async keepScenario(text: string): Promise<Keeping> {
    if (text === this.#written && this.#pending.size === 0) return "kept";
    return await this.#keep([this.#keys.scenario, text]);
  }

  /** Writes once more what could not be kept: where there is no room for the roster, the edits alone. */
  async retry(): Promise<Keeping> {
    const keeping = await this.#write(this.#pending);
    if (keeping !== "full" || !this.#pending.has("roster")) return keeping;
    const small = new Map([...this.#pending].filter(([key]) => key !== "roster"));
    if (small.size > 0) await this.#write(small);
    return "full";
  }

  /** States of the scenarios that this browser kept, the newest first; at most {@link MOST_VERSIONS}. */
  async versions(): Promise<readonly KeptVersion[]> {
    return versionsIn(await this.#database?.get("work", this.#keys.versions)).toReversed();
  }

  /** Removes everything that any window kept. */
  async forget(): Promise<Keeping> {
    this.#pending.clear();
    await this.layouts.forget();
    return await this.#transact((store) => [store.clear()], true);
  }

  /** Writes this window's work over what the other one kept; its scenarios stay among the versions. */
  async takeOver(): Promise<Keeping> {
    const revision = await this.#database?.get("work", "revision");
    this.#revision = typeof revision === "number" ? revision : 0;
    return await this.retry();
  }

  close(): void {
    this.#database?.close();
    this.layouts.close();
  }

  async #keep(...changes: readonly (readonly [WorkKey, KeptRoster | string | undefined])[]): Promise<Keeping> {
    for (const [key, value] of changes) this.#pending.set(key, value);
    return await this.retry();
  }

  async #write(wanted: Changes): Promise<Keeping> {
    const changes = new Map(wanted);
    const scenario = changes.get(this.#keys.scenario);
    const keeping = await this.#transact((store, versions) => {
      const puts: Promise<unknown>[] = [...changes].map(([key, value]) =>
        value === undefined ? store.delete(key) : store.put(value, key),
      );
      if (typeof scenario === "string")
        puts.push(store.put(this.#withVersion(versions, scenario), this.#keys.versions));
      return puts;
    });
    if (keeping !== "kept") return keeping;
    if (typeof scenario === "string") this.#written = scenario;
    for (const [key, value] of changes) if (this.#pending.get(key) === value) this.#pending.delete(key);
    return "kept";
  }

  /** Either all of a change is kept or nothing is changed. */
  async #transact(
    change: (store: WorkStore, versions: readonly KeptVersion[]) => readonly Promise<unknown>[],
    regardless = false,
  ): Promise<Keeping> {
    if (!this.#database) return "blocked";
    try {
      const { store, done } = this.#database.transaction("work", "readwrite");
      const [found, versions] = await Promise.all([store.get("revision"), store.get(this.#keys.versions)]);
      const revision = typeof found === "number" ? found : 0;
      if (revision !== this.#revision && !regardless) return "elsewhere";
      await Promise.all([...change(store, versionsIn(versions)), store.put(revision + 1, "revision"), done]);
      this.#revision = revision + 1;
      return "kept";
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return error.name === "QuotaExceededError" ? "full" : "blocked";
    }
  }

  /** One more version, or the one that this window began a moment ago with what it has become. */
  #withVersion(before: readonly KeptVersion[], text: string): readonly KeptVersion[] {
    const now = this.#now();
    const last = before.at(-1);
    const isSame = last !== undefined && last.window === this.#window && now - last.since < VERSION_SPAN;
    const others = isSame ? before.slice(0, -1) : before;
    return [...others, { since: isSame ? last.since : now, at: now, window: this.#window, text }].slice(-MOST_VERSIONS);
  }
}

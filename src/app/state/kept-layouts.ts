import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { MAPPING_FORMAT, type Mapping, type SheetMapping } from "../../core/roster/mapping/mapping.ts";

interface LayoutSchema extends DBSchema {
  /** By fingerprint and sheet name; `kept` orders them. */
  layouts: { key: string; value: { readonly entry: SheetMapping; readonly kept: number } };
}

const keyOf = ({ fingerprint, sheet }: SheetMapping): string => `${fingerprint} ${sheet}`;

/** How sheets of layouts met before were read, kept in this browser. Where it keeps nothing, every layout is new. */
export class KeptLayouts {
  readonly #database: IDBPDatabase<LayoutSchema> | undefined;

  private constructor(database: IDBPDatabase<LayoutSchema> | undefined) {
    this.#database = database;
  }

  static async open(name: string): Promise<KeptLayouts> {
    try {
      return new KeptLayouts(
        await openDB<LayoutSchema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore("layouts") }),
      );
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return new KeptLayouts(undefined);
    }
  }

  /** A mapping of all layouts known, the one kept last first. Repairs belong to one file and are not among them. */
  async known(): Promise<Mapping> {
    const found = (await this.#database?.getAll("layouts")) ?? [];
    const sheets = found.toSorted((a, b) => b.kept - a.kept).map(({ entry }) => entry);
    return { format: MAPPING_FORMAT, sheets, repairs: [], untidied: [] };
  }

  /** @returns whether there was room for them */
  async keep({ sheets }: Mapping): Promise<boolean> {
    if (!this.#database) return false;
    try {
      const transaction = this.#database.transaction("layouts", "readwrite");
      const kept = Date.now();
      await Promise.all([
        ...sheets.map((entry) => transaction.store.put({ entry, kept }, keyOf(entry))),
        transaction.done,
      ]);
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return false;
    }
  }

  async forget(): Promise<void> {
    await this.#database?.clear("layouts");
  }

  close(): void {
    this.#database?.close();
  }
}

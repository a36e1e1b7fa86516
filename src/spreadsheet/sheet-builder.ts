import type { RawColumn } from "../core/roster/raw-sheet.ts";
import { LIMITS } from "./limits.ts";
import type { ReadRun } from "./read-run.ts";
import { Refusal } from "./refusal.ts";
import { inRowOrder } from "./row-order.ts";

/** The cells of a sheet: rows as they were found, columns by position. */
export interface StoredCells {
  readonly rowCount: number;
  readonly rowNumber: Int32Array;
  readonly hiddenRows: readonly number[];
  readonly columns: readonly (RawColumn | undefined)[];
}

const FIRST_ROWS = 64;

class GrowingColumn {
  kind = new Uint8Array(0);
  values = new Float64Array(0);

  resize(room: number): void {
    const kind = new Uint8Array(room);
    const values = new Float64Array(room);
    kind.set(this.kind.subarray(0, room));
    values.set(this.values.subarray(0, room));
    this.kind = kind;
    this.values = values;
  }
}

/** Takes cells as they come and keeps only rows that hold something. */
export class SheetBuilder {
  readonly #run: ReadRun;
  readonly #columns: (GrowingColumn | undefined)[] = [];
  readonly #hiddenRows: number[] = [];
  #rowNumbers = new Int32Array(FIRST_ROWS);
  #rowCount = 0;
  #isOrdered = true;
  #row = 0;
  #isHidden = false;
  #isStored = false;

  constructor(run: ReadRun) {
    this.#run = run;
  }

  /** @param row number as Excel shows it */
  beginRow(row: number, isHidden: boolean): void {
    if (row > LIMITS.rows) throw new Refusal("too-large", `row ${row}`, `≤ ${LIMITS.rows}`);
    this.#row = row;
    this.#isHidden = isHidden;
    this.#isStored = false;
  }

  /** @param column position, 0 is A */
  set(column: number, kind: number, value: number): void {
    if (!this.#isStored) this.#storeRow();
    const place = this.#rowCount - 1;
    const cells = this.#columnWithRoom(column, place);
    cells.kind[place] = kind;
    cells.values[place] = value;
  }

  finish(): StoredCells {
    const rowCount = this.#rowCount;
    const uneven = this.#columns.filter((column) => column !== undefined && column.kind.length !== rowCount);
    this.#run.claimCells(uneven.reduce((sum, column) => sum + rowCount - (column?.kind.length ?? 0), 0));
    for (const column of uneven) column?.resize(rowCount);
    const rowNumber = this.#rowNumbers.slice(0, rowCount);
    const stored = { rowCount, rowNumber, hiddenRows: this.#hiddenRows, columns: this.#columns };
    return this.#isOrdered ? stored : inRowOrder(stored);
  }

  #storeRow(): void {
    if (this.#rowCount >= LIMITS.rows) throw new Refusal("too-large", `> ${LIMITS.rows} rows`, `≤ ${LIMITS.rows}`);
    if (this.#rowCount === this.#rowNumbers.length) {
      const rowNumbers = new Int32Array(this.#rowCount * 2);
      rowNumbers.set(this.#rowNumbers);
      this.#rowNumbers = rowNumbers;
    }
    if (this.#rowCount > 0 && this.#row <= (this.#rowNumbers[this.#rowCount - 1] ?? 0)) this.#isOrdered = false;
    this.#rowNumbers[this.#rowCount] = this.#row;
    if (this.#isHidden) this.#hiddenRows.push(this.#rowCount);
    this.#rowCount++;
    this.#isStored = true;
  }

  #columnWithRoom(column: number, place: number): GrowingColumn {
    const cells = (this.#columns[column] ??= new GrowingColumn());
    const room = cells.kind.length;
    if (place >= room) {
      const more = Math.max(FIRST_ROWS, place * 2 + 2);
      this.#run.claimCells(more - room);
      cells.resize(more);
    }
    return cells;
  }
}

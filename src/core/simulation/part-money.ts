import type { Day } from "../date/day.ts";
import { MoneyTable } from "./money-table.ts";
import type { PartLives } from "./part-lives.ts";

/** A trigger whose claim is drawn in every trial. */
export interface DrawnClaim {
  readonly measureId: string;
  readonly day: Day;
}

const notKnown = -1;
const hangsOnTrial = -2;

/** What the lives of one part change under some prices, by their number. */
export class PartMoney {
  readonly table: MoneyTable;
  /** Lives with a claim that is drawn, and the row that stands where it is not claimed. */
  readonly claims = new Map<number, DrawnClaim & { readonly unclaimed: number }>();
  #rows = new Int32Array(64).fill(notKnown);
  #enough = new Float64Array(64);
  #count = 0;

  constructor(
    readonly lives: PartLives,
    lastYearOfTerm: number,
  ) {
    this.table = new MoneyTable(lastYearOfTerm);
  }

  /** Whether it is known what a life changes, or that this hangs on the trial. */
  isKnown(number: number): boolean {
    return (this.#rows[number] ?? notKnown) !== notKnown;
  }

  /** Row of a life in the table; negative where its money hangs on the trial in a way that is not remembered. */
  row(number: number): number {
    return this.#rows[number] ?? notKnown;
  }

  /**
   * From which contribution on, in every year that is grown, the row of a life holds, 元. −Infinity: growth decides
   * nothing; Infinity: it always does.
   */
  enough(number: number): number {
    return this.#enough[number] ?? Infinity;
  }

  /** Notes the row of a life; without one its money hangs on the trial. */
  note(number: number, row = hangsOnTrial, enough = -Infinity): void {
    if (number >= this.#rows.length) this.#widen(2 * number);
    if (!this.isKnown(number)) this.#count++;
    this.#rows[number] = row;
    this.#enough[number] = enough;
  }

  /** Lives that are known. */
  get count(): number {
    return this.#count;
  }

  #widen(length: number): void {
    const [rows, enough] = [new Int32Array(length).fill(notKnown), new Float64Array(length)];
    rows.set(this.#rows);
    enough.set(this.#enough);
    this.#rows = rows;
    this.#enough = enough;
  }
}

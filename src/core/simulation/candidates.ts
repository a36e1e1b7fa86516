import type { EventDraws } from "./event-clock.ts";

/** What may happen, before it is known whether the enterprise is still at risk. */
export interface Candidate {
  /** Row in 企业, −1 where the code of the row's owner is not in 企业. */
  readonly enterprise: number;
  /** Trial within the block. */
  readonly trial: number;
  /** Month of the horizon. */
  readonly month: number;
  /** Position among the policy's processes. */
  readonly process: number;
  /** Row it copies or concerns, −1 for an event of the enterprise itself. */
  readonly template: number;
  /** Running number among those of one process and trial: the address of further draws. */
  readonly serial: number;
  /** Default of a new guarantee: its month, which is not the month of its start; −1 for everything else. */
  readonly second: number;
}

/** Serial of a candidate that is the second event of a process alone, its first being in the roster. */
export const followsOnly = -2;

const columnsOf = (capacity: number) => ({
  enterprise: new Int32Array(capacity),
  trial: new Uint16Array(capacity),
  month: new Uint8Array(capacity),
  process: new Uint8Array(capacity),
  template: new Int32Array(capacity),
  serial: new Int32Array(capacity),
  second: new Int16Array(capacity),
});

const bytesEach = 18;

/** The candidates of one block, struct-of-arrays in the order of drawing; only the first `count` entries are meant. */
export class Candidates implements EventDraws {
  count = 0;
  columns = columnsOf(1024);

  /** Adds a candidate by its numbers, without an object: see {@link Candidate}. */
  add(
    enterprise: number,
    trial: number,
    month: number,
    process: number,
    template: number,
    serial: number,
    second: number,
  ): void {
    if (this.count === this.columns.enterprise.length) this.grow();
    const { columns } = this;
    const at = this.count++;
    columns.enterprise[at] = enterprise;
    columns.trial[at] = trial;
    columns.month[at] = month;
    columns.process[at] = process;
    columns.template[at] = template;
    columns.serial[at] = serial;
    columns.second[at] = second;
  }

  /** Room for so many more. */
  reserve(more: number): void {
    while (this.count + more > this.columns.enterprise.length) this.grow();
  }

  /** Trials of the candidates: events are drawn into them, and then told whose they are; see `tell`. */
  get trials(): Uint16Array {
    return this.columns.trial;
  }

  /** Months of the candidates, as `trials`. */
  get months(): Uint8Array {
    return this.columns.month;
  }

  /** Says of the candidates from one on, of which only trial and month are known, what they are. */
  tell(from: number, enterprise: number, process: number, template = -1): void {
    const { columns, count } = this;
    const { enterprise: enterprises, process: processes, template: templates, serial, second } = columns;
    for (let at = from; at < count; at++) {
      enterprises[at] = enterprise;
      processes[at] = process;
      templates[at] = template;
      serial[at] = 0;
      second[at] = -1;
    }
  }

  /** Adds a candidate of another list, or of this one from a place that is not before its end. */
  copy({ columns: from }: Candidates, index: number): void {
    if (this.count === this.columns.enterprise.length) this.grow();
    const { columns } = this;
    const at = this.count++;
    columns.enterprise[at] = from.enterprise[index] ?? -1;
    columns.trial[at] = from.trial[index] ?? 0;
    columns.month[at] = from.month[index] ?? 0;
    columns.process[at] = from.process[index] ?? 0;
    columns.template[at] = from.template[index] ?? -1;
    columns.serial[at] = from.serial[index] ?? 0;
    columns.second[at] = from.second[index] ?? -1;
  }

  get bytes(): number {
    return bytesEach * this.columns.enterprise.length;
  }

  /** Gives back room that is not used. */
  trim(): void {
    this.resize(this.count);
  }

  at(index: number): Candidate {
    const { columns } = this;
    return {
      enterprise: columns.enterprise[index] ?? -1,
      trial: columns.trial[index] ?? 0,
      month: columns.month[index] ?? 0,
      process: columns.process[index] ?? 0,
      template: columns.template[index] ?? -1,
      serial: columns.serial[index] ?? 0,
      second: columns.second[index] ?? -1,
    };
  }

  /** Positions by enterprise, trial, month, then order of drawing. */
  inOrder(isMeant: (at: number) => boolean): Int32Array {
    const { enterprise, trial, month } = this.columns;
    const meant = new Int32Array(this.count);
    let count = 0;
    for (let at = 0; at < this.count; at++) if (isMeant(at)) meant[count++] = at;
    return [month, trial, enterprise].reduce(sortedBy, meant.subarray(0, count));
  }

  private grow(): void {
    this.resize(Math.max(1, this.columns.enterprise.length * 2));
  }

  private resize(capacity: number): void {
    const { columns: from, count } = this;
    const to = columnsOf(capacity);
    to.enterprise.set(from.enterprise.subarray(0, count));
    to.trial.set(from.trial.subarray(0, count));
    to.month.set(from.month.subarray(0, count));
    to.process.set(from.process.subarray(0, count));
    to.template.set(from.template.subarray(0, count));
    to.serial.set(from.serial.subarray(0, count));
    to.second.set(from.second.subarray(0, count));
    this.columns = to;
  }
}

/** Positions in rising order of a column's values, which are at least 0; those of equal values keep their order. */
function sortedBy(positions: Int32Array, column: { readonly [at: number]: number }): Int32Array {
  const count = positions.length;
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, column[positions[i] ?? 0] ?? 0);
  const next = new Int32Array(most + 2);
  for (let i = 0; i < count; i++) {
    const after = (column[positions[i] ?? 0] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let value = 1; value < next.length; value++) next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0);
  const sorted = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const at = positions[i] ?? 0;
    const value = column[at] ?? 0;
    const place = next[value] ?? 0;
    sorted[place] = at;
    next[value] = place + 1;
  }
  return sorted;
}

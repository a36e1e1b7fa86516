import type { Cell } from "./change-set.ts";

/** A cell, the same object wherever its header and value are the same, and a whole number that stands for it. */
export interface CodedCell {
  readonly cell: Cell;
  readonly code: number;
}

/** Numbers for cells: events write few different ones, since their dates are those of the horizon. */
export class CellCodes {
  readonly #codes = new Map<string, Map<number, CodedCell>>();
  #count = 0;

  of(label: string, value: number): CodedCell {
    let codes = this.#codes.get(label);
    if (!codes) this.#codes.set(label, (codes = new Map()));
    let coded = codes.get(value);
    if (!coded) codes.set(value, (coded = { cell: [label, value], code: this.#count++ }));
    return coded;
  }
}

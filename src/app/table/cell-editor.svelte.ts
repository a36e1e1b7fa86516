import type { GridPlace } from "./grid-selection.ts";

/** A cell of a grid that can be typed into. */
export interface OpenCell {
  /** What it shows now. */
  readonly text: string;
  /** What is wrong with a text, and what is expected instead; undefined where it can be taken. */
  readonly problem: (typed: string) => string | undefined;
  readonly take: (typed: string) => void;
}

/** What is being typed into a cell of a grid. */
export class CellEditor {
  /** The cell that is open. */
  place: GridPlace | undefined = $state.raw();
  text = $state("");
  /** Why the cell that was to be opened cannot be typed into. */
  refusal = $state("");
  #cell: OpenCell | undefined = $state.raw();
  readonly #open: (place: GridPlace) => OpenCell | string;

  /** @param open gives the cell, or why it cannot be typed into */
  constructor(open: (place: GridPlace) => OpenCell | string) {
    this.#open = open;
  }

  /** What is wrong with what is typed. */
  readonly problem: string | undefined = $derived.by(() =>
    this.#cell && this.text !== this.#cell.text ? this.#cell.problem(this.text) : undefined,
  );

  /** @param typed what takes the place of the cell's text; absent: that text is corrected */
  begin(place: GridPlace, typed?: string): void {
    const cell = this.#open(place);
    this.refusal = typeof cell === "string" ? cell : "";
    if (typeof cell === "string") return;
    this.#cell = cell;
    this.text = typed ?? cell.text;
    this.place = place;
  }

  /** Whether a key opens a cell: F2 and Enter as it stands, Delete emptied, any other for what is typed with it. */
  press({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, place: GridPlace): boolean {
    if (place.row < 0 || ctrlKey || metaKey || altKey) return false;
    if (key === "F2" || key === "Enter") this.begin(place);
    else if (key === "Delete" || key === "Backspace") this.begin(place, "");
    else if (key.length === 1) this.begin(place, key);
    else return false;
    return true;
  }

  /** Takes what is typed. @returns false where it cannot be taken: the cell stays open with it */
  take(): boolean {
    const cell = this.#cell;
    if (!cell) return true;
    if (this.problem !== undefined) return false;
    if (this.text !== cell.text) cell.take(this.text);
    this.leave();
    return true;
  }

  /** The cell keeps what it had. */
  leave(): void {
    this.place = undefined;
    this.#cell = undefined;
    this.refusal = "";
  }
}

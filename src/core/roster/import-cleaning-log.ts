import { isoDay } from "../date/day.ts";
import { yuanOf } from "../money/money.ts";
import { cleaningKinds, type CleaningKind } from "./import-cleaning.ts";
import { placeOf, valueAt, type DraftTable, type TidiedCell } from "./import-draft.ts";

/** One cell that was tidied before it was read, or that would have been. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  readonly kind: CleaningKind;
  /** What stands in the cell. */
  readonly before: string;
  /** What it is read as once tidied: an amount in 元, a date, 是 or 否, a text. */
  readonly after: string;
  /** Whether it is left as typed instead, and so cannot be read. */
  readonly isLeft: boolean;
}

type CountByKind = Readonly<Record<CleaningKind, number>>;

/** How many cells were tidied in which way, and how many were left as typed instead. */
export interface CleaningCounts {
  readonly tidied: CountByKind;
  readonly left: CountByKind;
}

/** Every cell that was tidied before it was read, table by table. */
export class CleaningLog {
  readonly #drafts: readonly DraftTable[];
  readonly #texts: readonly string[];

  /** @param texts of the roster */
  constructor(drafts: readonly DraftTable[], texts: readonly string[]) {
    this.#drafts = drafts.filter(({ tidied }) => tidied.length > 0); // the others' cells need not be held
    this.#texts = texts;
  }

  get counts(): CleaningCounts {
    return {
      tidied: this.#count(({ left }) => left === undefined),
      left: this.#count(({ left }) => left !== undefined),
    };
  }

  /** At most `count` changes from the `first` on. @param kind only those tidied in this way */
  changes(first: number, count: number, kind?: CleaningKind): readonly CellChange[] {
    const changes: CellChange[] = [];
    let before = 0;
    for (const draft of this.#drafts) {
      const own = kind === undefined ? draft.tidied : draft.tidied.filter((cell) => cell.kind === kind);
      const from = Math.max(0, first - before);
      const wanted = own.slice(from, from + count - changes.length);
      for (const cell of wanted) changes.push(changeOf(draft, cell, this.#texts));
      before += own.length;
    }
    return changes;
  }

  #count(isCounted: (cell: TidiedCell) => boolean): CountByKind {
    const counts = new Map<CleaningKind, number>();
    for (const { tidied } of this.#drafts) {
      for (const cell of tidied) if (isCounted(cell)) counts.set(cell.kind, (counts.get(cell.kind) ?? 0) + 1);
    }
    const counted = cleaningKinds.map((kind) => [kind, counts.get(kind) ?? 0] as const);
    return Object.fromEntries(counted) as Record<CleaningKind, number>;
  }
}

function changeOf(draft: DraftTable, { row, field, kind, left }: TidiedCell, texts: readonly string[]): CellChange {
  const { sheet = "", cell = "", column = "", found = "" } = placeOf(draft, row, field);
  const after = wordsOf(field, left ?? valueAt(draft, row, field.id), texts);
  return { sheet, cell, column, kind, before: found, after, isLeft: left !== undefined };
}

function wordsOf(field: TidiedCell["field"], value: number, texts: readonly string[]): string {
  switch (field.type) {
    case "money":
      return `${yuanOf(value)} 元`;
    case "date":
      return isoDay(value);
    case "truth":
      return value === 1 ? "是" : "否";
    case "choice":
      return field.choices?.[value] ?? "";
    case "code":
    case "text":
      return texts[value] ?? "";
    case "count":
    case "number":
      return String(value);
  }
}

import { isoDay } from "../date/day.ts";
import { yuanOf } from "../money/money.ts";
import { cleaningKinds, type CleaningKind } from "./import-cleaning.ts";
import { placeOf, valueAt, type DraftTable, type TidiedCell } from "./import-draft.ts";

/** One cell that was tidied before it was read. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  readonly kind: CleaningKind;
  /** What stands in the cell. */
  readonly before: string;
  /** What it was read as: an amount in 元, a date, 是 or 否, a text. */
  readonly after: string;
}

/** Every cell that was tidied before it was read, table by table. */
export class CleaningLog {
  readonly #drafts: readonly DraftTable[];

  constructor(drafts: readonly DraftTable[]) {
    this.#drafts = drafts;
  }

  get total(): number {
    return this.#drafts.reduce((sum, { tidied }) => sum + tidied.length, 0);
  }

  /** How many cells were tidied in which way. */
  get counts(): Readonly<Record<CleaningKind, number>> {
    const counts = new Map<CleaningKind, number>();
    for (const { tidied } of this.#drafts) {
      for (const { kind } of tidied) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const counted = cleaningKinds.map((kind) => [kind, counts.get(kind) ?? 0] as const);
    return Object.fromEntries(counted) as Record<CleaningKind, number>;
  }

  /** At most `count` changes from the `first` on. @param texts of the roster */
  changes(first: number, count: number, texts: readonly string[]): readonly CellChange[] {
    const changes: CellChange[] = [];
    let before = 0;
    for (const draft of this.#drafts) {
      const from = Math.max(0, first - before);
      const wanted = draft.tidied.slice(from, from + count - changes.length);
      for (const tidied of wanted) changes.push(changeOf(draft, tidied, texts));
      before += draft.tidied.length;
    }
    return changes;
  }
}

function changeOf(draft: DraftTable, { row, field, kind }: TidiedCell, texts: readonly string[]): CellChange {
  const { sheet = "", cell = "", column = "", found = "" } = placeOf(draft, row, field);
  return { sheet, cell, column, kind, before: found, after: afterOf(draft, row, field, texts) };
}

function afterOf(draft: DraftTable, row: number, field: TidiedCell["field"], texts: readonly string[]): string {
  const value = valueAt(draft, row, field.id);
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

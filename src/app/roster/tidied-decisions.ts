import type { CleaningKind } from "../../core/roster/import-cleaning.ts";
import type { CellChange } from "../../core/roster/import-cleaning-log.ts";

/** How someone decides whether cells are tidied before they are read. */
export interface TidiedDecisions {
  readonly isKindLeft: (kind: CleaningKind) => boolean;
  readonly leaveKind: (kind: CleaningKind, isLeft: boolean) => void;
  readonly leaveCells: (cells: readonly CellChange[], isLeft: boolean) => void;
}

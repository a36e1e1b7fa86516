import type { TableId } from "./fields.ts";
import type { CleaningKind } from "./import-cleaning.ts";
import type { HeaderMeaning } from "./import-header.ts";
import type { RawSheet } from "./raw-sheet.ts";

/** A column of a sheet and the field it holds. */
export interface MappedColumn extends HeaderMeaning {
  readonly position: number;
  /** Header as the workbook has it. */
  readonly header: string;
}

/** Which table a sheet holds, where its header ends (a stored row) and what its columns mean. */
export interface SheetLayout {
  readonly sheet: RawSheet;
  readonly table: TableId;
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  /** For child rows beside the enterprises of a wide sheet: what their headers call them. */
  readonly child?: string;
  /** What is read instead of what stands in a cell, by position and stored row. */
  readonly repaired?: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Ways of tidying that are switched off. */
  readonly untidied?: ReadonlySet<CleaningKind>;
}

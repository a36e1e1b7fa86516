import type { FieldId, TableId } from "../fields.ts";
import type { Unit } from "../import-header.ts";
import type { CleaningKind } from "../import-cleaning.ts";

export const MAPPING_FORMAT = "roster-mapping/1";

/** A column of a sheet and the field it is read as. */
export interface ColumnMapping {
  /** Letters of the column. */
  readonly column: string;
  /** Header as the workbook has it; the two lines of a two-line header with a space between. */
  readonly header: string;
  readonly field: FieldId;
  /** Unit of its amounts; absent: the one the field dictionary gives. */
  readonly unit?: Unit;
}

/** Rows of a child table that stand beside the enterprises in one wide sheet, e.g. 第1笔担保金额, 第1笔起始日期. */
export interface ChildMapping {
  readonly table: TableId;
  /** What the headers call it, e.g. `第1笔`. */
  readonly label: string;
  readonly columns: readonly ColumnMapping[];
}

/** How one sheet is read. */
export interface SheetMapping {
  readonly sheet: string;
  /** Of the header's texts: a sheet of another name with the same header is read in the same way. */
  readonly fingerprint: string;
  /** null: the sheet is not read. */
  readonly table: TableId | null;
  /** Row number, as Excel shows it, of the header's first line. */
  readonly headerRow: number;
  readonly headerLines: 1 | 2;
  readonly columns: readonly ColumnMapping[];
  readonly children: readonly ChildMapping[];
}

/**
 * A cell that is read as `after` as long as `before` stands in it; taking the entry out undoes it. Where both are the
 * same the cell is left as typed: it is not tidied before it is read.
 */
export interface CellRepair {
  readonly sheet: string;
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

/** How a workbook of this layout is read: plain JSON, to be kept, edited and handed on. */
export interface Mapping {
  readonly format: typeof MAPPING_FORMAT;
  readonly sheets: readonly SheetMapping[];
  /** Repairs someone consented to, and cells someone left as typed. */
  readonly repairs: readonly CellRepair[];
  /** Ways of tidying that are switched off: cells that need them are unreadable instead. */
  readonly untidied: readonly CleaningKind[];
}

/**
 * Why a column is read as a field. `label` and `synonym`: its header is one the dictionary knows. `content`: what
 * stands in it proves it. `likeness`: its header resembles one; never taken without being asked. `group`: it belongs
 * to a child row of a wide sheet. `mapping`: someone said so. `none`: nothing fits.
 */
export type ColumnReason = "label" | "synonym" | "content" | "likeness" | "group" | "mapping" | "none";

export interface FieldCandidate {
  readonly table: TableId;
  readonly field: FieldId;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: ColumnReason;
}

/** What is proposed for one column. */
export interface ColumnProposal {
  readonly column: string;
  readonly header: string;
  /** What it will be read as; absent: it will not be read. */
  readonly taken?: FieldCandidate;
  readonly unit?: Unit;
  /** Where the unit comes from; `dictionary`: nothing in the sheet states one. Absent for fields without a unit. */
  readonly unitFrom?: "header" | "note" | "dictionary";
  /** Share of the filled cells looked at that can be read as the field taken, 0 to 1. */
  readonly fit?: number;
  /** What else it might be, likeliest first. */
  readonly alternatives: readonly FieldCandidate[];
  /** What stands in its first filled cells. */
  readonly samples: readonly string[];
}

/** What someone chose for a sheet; without a row its header is looked for. */
export interface SheetChoice {
  readonly sheet: string;
  /** null: the sheet is not read. */
  readonly table: TableId | null;
  /** Row number, as Excel shows it; one that holds nothing stands for the next that does. */
  readonly headerRow?: number;
  readonly headerLines?: 1 | 2;
}

/** What stands in one of the first rows of a sheet. */
export interface SheetLine {
  /** Row number, as Excel shows it. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface SheetProposal {
  readonly sheet: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly table: TableId | null;
  /** 0 to 1: how much of what the table needs the header names. */
  readonly confidence: number;
  readonly reason: "name-and-header" | "header" | "mapping" | "none";
  /** Other tables whose headers fit as well. */
  readonly alternatives: readonly TableId[];
  readonly headerRow: number;
  readonly headerLines: 1 | 2;
  /** Rows below the header that hold something, totals and notes among them. */
  readonly rowsBelow: number;
  /** Its first rows, those that may be a header. */
  readonly lines: readonly SheetLine[];
  readonly columns: readonly ColumnProposal[];
}

/**
 * Why a repair is right. `check-digit`: with it the code passes its check digit. `same-code`: it stands whole elsewhere.
 * `near-code`: of the codes that pass and stand elsewhere just one is a single slip of the hand away.
 */
export interface ProposedRepair extends CellRepair {
  readonly proof: "check-digit" | "same-code" | "near-code";
  /** For `same-code` and `near-code`: where it stands whole, e.g. `担保!B7`. */
  readonly where?: string;
}

/** One sheet of a proposal, as it is read and why. */
export interface ProposedSheet {
  readonly mapping: SheetMapping;
  readonly proposal: SheetProposal;
}

/** A mapping for a workbook, with what speaks for it and what someone should look at. */
export interface MappingProposal {
  readonly mapping: Mapping;
  readonly sheets: readonly SheetProposal[];
  readonly repairs: readonly ProposedRepair[];
}

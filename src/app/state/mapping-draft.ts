import { fieldsOf, type Field, type FieldId } from "../../core/roster/fields.ts";
import type { CleaningKind } from "../../core/roster/import-cleaning.ts";
import type { CellChange } from "../../core/roster/import-cleaning-log.ts";
import type { Unit } from "../../core/roster/import-header.ts";
import type {
  CellRepair,
  ChildMapping,
  ColumnMapping,
  ColumnProposal,
  Mapping,
  MappingProposal,
  ProposedSheet,
  SheetMapping,
  SheetProposal,
} from "../../core/roster/mapping/mapping.ts";

/** A mapping while someone decides on it: what was proposed, what it says now, and the columns nobody decided on yet. */
export interface MappingDraft {
  readonly proposal: MappingProposal;
  readonly mapping: Mapping;
  /** Keys of columns that may be several fields, or that have lost theirs to another. */
  readonly asked: ReadonlySet<string>;
}

export const columnKey = (sheet: string, column: string): string => `${column} ${sheet}`;

export function draftOf(proposal: MappingProposal): MappingDraft {
  return { proposal, mapping: proposal.mapping, asked: new Set(proposal.sheets.flatMap(askedColumns)) };
}

/** A resemblance is asked about, never taken in silence. */
function askedColumns({ sheet, table, columns }: SheetProposal): string[] {
  if (table === null) return [];
  return columns
    .filter(({ taken, alternatives }) => !taken && alternatives.length > 0)
    .map(({ column }) => columnKey(sheet, column));
}

/** The child row of a wide sheet that a column belongs to. */
export const childIn = (sheet: SheetMapping, column: string): ChildMapping | undefined =>
  sheet.children.find(({ columns }) => columns.some((each) => each.column === column));

/** Field and unit of a column; undefined: it is not read. */
export const columnIn = (sheet: SheetMapping, column: string): ColumnMapping | undefined =>
  [...sheet.columns, ...(childIn(sheet, column)?.columns ?? [])].find((each) => each.column === column);

export const sheetIn = ({ mapping }: MappingDraft, sheet: string): SheetMapping | undefined =>
  mapping.sheets.find((each) => each.sheet === sheet);

/** The draft with one sheet read anew, as someone chose. */
export function withSheet(draft: MappingDraft, { mapping, proposal }: ProposedSheet): MappingDraft {
  const before = draft.proposal.sheets.find(({ sheet }) => sheet === proposal.sheet);
  const own = new Set(before?.columns.map(({ column }) => columnKey(proposal.sheet, column)));
  const sheets = draft.proposal.sheets.map((each) => (each.sheet === proposal.sheet ? proposal : each));
  return {
    proposal: { ...draft.proposal, sheets },
    mapping: changedSheet(draft.mapping, proposal.sheet, () => mapping),
    asked: new Set([...[...draft.asked].filter((key) => !own.has(key)), ...askedColumns(proposal)]),
  };
}

/** Reads a column as a field, null: not at all. A column that had the field loses it and is asked about. */
export function withField(
  draft: MappingDraft,
  sheet: string,
  { column, header }: Pick<ColumnProposal, "column" | "header">,
  field: FieldId | null,
): MappingDraft {
  const before = sheetIn(draft, sheet)?.columns.find((each) => each.field === field && each.column !== column);
  const asked = new Set(draft.asked);
  asked.delete(columnKey(sheet, column));
  if (before) asked.add(columnKey(sheet, before.column));
  const mapping = changedSheet(draft.mapping, sheet, (entry) => {
    const cleared = withoutColumns(entry, before ? [column, before.column] : [column]);
    return field === null ? cleared : { ...cleared, columns: [...cleared.columns, { column, header, field }] };
  });
  const isOwn = (repair: CellRepair): boolean => repair.sheet === sheet && repair.cell.replace(/\d+$/, "") === column;
  const repairs = mapping.repairs.filter((repair) => !isOwn(repair)); // they were for what it was read as before
  return { ...draft, mapping: { ...mapping, repairs }, asked };
}

function withoutColumns(entry: SheetMapping, letters: readonly string[]): SheetMapping {
  const others = (columns: readonly ColumnMapping[]) => columns.filter(({ column }) => !letters.includes(column));
  const children = entry.children.map((child) => ({ ...child, columns: others(child.columns) }));
  return { ...entry, columns: others(entry.columns), children: children.filter(({ columns }) => columns.length > 0) };
}

export function withUnit(draft: MappingDraft, sheet: string, column: string, unit: Unit): MappingDraft {
  const stated = (columns: readonly ColumnMapping[]): ColumnMapping[] =>
    columns.map((each) => (each.column === column ? { ...each, unit } : each));
  const mapping = changedSheet(draft.mapping, sheet, (entry) => ({
    ...entry,
    columns: stated(entry.columns),
    children: entry.children.map((child) => ({ ...child, columns: stated(child.columns) })),
  }));
  return { ...draft, mapping };
}

const cellKey = ({ sheet, cell }: Pick<CellRepair, "sheet" | "cell">): string => `${cell} ${sheet}`;

/** Consents to repairs, or takes consent back. */
export function withRepairs(draft: MappingDraft, repairs: readonly CellRepair[], consent: boolean): MappingDraft {
  const own = new Set(repairs.map(cellKey));
  const others = draft.mapping.repairs.filter((each) => !own.has(cellKey(each)));
  const given = repairs.map(({ sheet, cell, before, after }) => ({ sheet, cell, before, after }));
  return { ...draft, mapping: { ...draft.mapping, repairs: consent ? [...others, ...given] : others } };
}

export const isConsented = ({ mapping }: MappingDraft, repair: CellRepair): boolean =>
  mapping.repairs.some((each) => cellKey(each) === cellKey(repair) && each.after === repair.after);

/** Leaves cells as typed, or has them tidied again. */
export function withCellsLeft(draft: MappingDraft, cells: readonly CellChange[], isLeft: boolean): MappingDraft {
  const asTyped = cells.map(({ sheet, cell, before }) => ({ sheet, cell, before, after: before }));
  return withRepairs(draft, asTyped, isLeft);
}

/** Leaves all cells of a kind as typed, or has them tidied again. */
export function withKindLeft(draft: MappingDraft, kind: CleaningKind, isLeft: boolean): MappingDraft {
  const others = draft.mapping.untidied.filter((each) => each !== kind);
  return { ...draft, mapping: { ...draft.mapping, untidied: isLeft ? [...others, kind] : others } };
}

/** Required fields of a sheet's table that no column gives. */
export function missingFields({ table, columns }: SheetMapping): readonly Field[] {
  if (table === null) return [];
  return fieldsOf(table).filter(({ id, required }) => required && !columns.some(({ field }) => field === id));
}

const changedSheet = (mapping: Mapping, name: string, change: (entry: SheetMapping) => SheetMapping): Mapping => ({
  ...mapping,
  sheets: mapping.sheets.map((entry) => (entry.sheet === name ? change(entry) : entry)),
});

/** The notes that the template and the samples carry beside their tables. */
const notes: ReadonlySet<string> = new Set(["说明", "填写说明", "Instructions"]);

const isCanonicalSheet = ({ sheet, table, reason, visibility, headerLines, columns }: SheetProposal): boolean =>
  table === null
    ? notes.has(sheet)
    : reason === "name-and-header" &&
      visibility === "visible" &&
      headerLines === 1 &&
      columns.every(({ taken, unitFrom }) => taken?.reason === "label" && unitFrom !== "note");

/** Whether nothing needs a decision: every sheet and every column has the very name that the template gives it. */
export const isCanonical = ({ sheets, repairs }: MappingProposal): boolean =>
  repairs.length === 0 && sheets.every(isCanonicalSheet);

/** Whether someone decided on every sheet before, or none needs it. */
export const isSettled = ({ sheets }: MappingProposal): boolean =>
  sheets.every((sheet) => sheet.reason === "mapping" || isCanonicalSheet(sheet));

import { fieldsOf, tables, type Field, type TableId } from "../fields.ts";
import type { Unit } from "../import-header.ts";
import type { MappedColumn, SheetLayout } from "../import-layout.ts";
import type { RawSheet } from "../raw-sheet.ts";
import { groupColumns, type GroupedColumn } from "./child-groups.ts";
import { findHeader, tablesNamedBy } from "./find-header.ts";
import { HEADER_WITHIN, headersAt, type Header, type HeaderBlock } from "./header-block.ts";
import type { SheetChoice, SheetProposal } from "./mapping.ts";
import { matchColumns, type ColumnMatch } from "./match-columns.ts";
import { noteApplies, unitNoteOf, type UnitNote } from "./unit-note.ts";

/** How one sheet will be read, and why. */
export interface SheetPlan {
  readonly sheet: RawSheet;
  readonly table: TableId | null;
  readonly reason: SheetProposal["reason"];
  /** Tables its name mentions. */
  readonly named: readonly TableId[];
  /** Other tables whose headers fit as well. */
  readonly alternatives: readonly TableId[];
  readonly block: HeaderBlock;
  readonly headers: readonly Header[];
  readonly matches: readonly ColumnMatch[];
  readonly groups: readonly GroupedColumn[];
  /** The unit of amounts whose header states none. */
  readonly note?: UnitNote;
}

const everyTable = tables.map(({ id }) => id);

/** Recognises a sheet by its name and its headers. */
export function planSheet(sheet: RawSheet): SheetPlan {
  const named = tablesNamedBy(sheet.name);
  const byName = findHeader(sheet, named);
  const found = byName ?? findHeader(sheet, everyTable);
  if (!found) return unreadPlan(sheet, named);
  const { table, block, alternatives } = found;
  const reason = byName ? "name-and-header" : "header";
  return tablePlan({ sheet, table, reason, named, alternatives, block });
}

/** A sheet whose table and header someone chose; its columns are recognised. */
export function planChosen(sheet: RawSheet, { table, headerRow, headerLines = 1 }: SheetChoice): SheetPlan {
  const named = tablesNamedBy(sheet.name);
  if (table === null) return { ...unreadPlan(sheet, named), reason: "mapping" };
  const found = headerRow === undefined ? findHeader(sheet, [table])?.block : undefined;
  const block = found ?? { row: storedRow(sheet, headerRow ?? 1), lines: headerLines };
  return tablePlan({ sheet, table, reason: "mapping", named, alternatives: [], block });
}

/** Stored row of a row number, or the next; within those in which a mapping finds its header again. */
function storedRow({ rowNumber, rowCount }: RawSheet, number: number): number {
  const next = rowNumber.findIndex((row) => row >= number);
  const last = Math.min(HEADER_WITHIN, rowCount) - 1;
  return next < 0 ? Math.max(0, last) : Math.min(next, last);
}

interface FoundTable extends Pick<SheetPlan, "sheet" | "reason" | "named" | "alternatives" | "block"> {
  readonly table: TableId;
}

function tablePlan(found: FoundTable): SheetPlan {
  const { sheet, table, block } = found;
  const headers = headersAt(sheet, block);
  const matches = matchColumns(sheet, table, headers, headerEnd(block));
  const groups = table === "enterprises" ? groupColumns(matches) : [];
  return withNote({ ...found, headers, matches, groups });
}

/** A sheet that holds no table. */
export function unreadPlan(sheet: RawSheet, named: readonly TableId[]): SheetPlan {
  const block: HeaderBlock = { row: 0, lines: 1 };
  const headers = headersAt(sheet, block);
  return { sheet, table: null, reason: "none", named, alternatives: [], block, headers, matches: [], groups: [] };
}

export function withNote(plan: SheetPlan): SheetPlan {
  const note = unitNoteOf(plan.sheet, plan.block.row);
  return note ? { ...plan, note } : plan;
}

/** Stored row of the last line of a header. */
export const headerEnd = ({ row, lines }: HeaderBlock): number => row + lines - 1;

/** Unit a column is read in, unless it is the dictionary's. */
export function unitOf({ note }: SheetPlan, { field, unit }: Pick<ColumnMatch, "field" | "unit">): Unit | undefined {
  return unit ?? (note && field && noteApplies(field) ? note.unit : undefined);
}

/** The tables that a sheet holds: its own, and those of its child rows. */
export function layoutsOf(plan: SheetPlan): readonly SheetLayout[] {
  const { sheet, table, block } = plan;
  if (table === null) return [];
  const columns = plan.matches.flatMap((match): MappedColumn[] =>
    match.field ? [mappedColumn(plan, match.field, match)] : [],
  );
  const main: SheetLayout = { sheet, table, headerRow: headerEnd(block), columns };
  return [main, ...childLayouts(plan, main)];
}

function mappedColumn(
  plan: SheetPlan,
  field: Field,
  { position, unit }: { position: number; unit?: Unit },
): MappedColumn {
  const read = unitOf(plan, { field, ...(unit === undefined ? {} : { unit }) });
  const header = plan.headers[position]?.text ?? "";
  return { position, header, field, ...(read === undefined ? {} : { unit: read }) };
}

/** Child rows take the code of their enterprise. */
function childLayouts(plan: SheetPlan, { sheet, headerRow, columns }: SheetLayout): SheetLayout[] {
  const owner = columns.find(({ field }) => field.id === "uscc");
  const kinds = new Map(plan.groups.map(({ label, table }) => [`${table} ${label}`, { label, table }]));
  return [...kinds.values()].map(({ label, table }) => {
    const fields = fieldsOf(table);
    const own = plan.groups
      .filter((group) => group.label === label && group.table === table)
      .flatMap((group): MappedColumn[] => {
        const field = fields.find(({ id }) => id === group.field);
        return field ? [mappedColumn(plan, field, group)] : [];
      });
    const code = fields.find(({ id }) => id === "uscc");
    const shared = owner && code ? [{ ...owner, field: code }] : [];
    return { sheet, table, headerRow, columns: [...shared, ...own], child: label };
  });
}

import type { Issue } from "../issue/issue.ts";
import { fieldsOf, type Field, type FieldId, type TableId } from "./fields.ts";
import type { Fault } from "./import-cell.ts";
import { blankColumn, convertColumn } from "./import-column.ts";
import type { CleaningKind } from "./import-cleaning.ts";
import type { SheetLayout } from "./import-layout.ts";
import { columnLetters, shownAt } from "./import-raw-cell.ts";
import { selectRows } from "./import-rows.ts";
import type { TextPool } from "./import-text-pool.ts";
import { CellState, type Column } from "./roster.ts";

/** The rows of one sheet that belong to a table. */
export interface DraftSource {
  readonly layout: SheetLayout;
  /** Place of the sheet in the workbook. */
  readonly sheet: number;
  /** Stored rows that hold data. */
  readonly rows: Int32Array;
  /** Draft row of the first of them. */
  readonly offset: number;
}

/** Every data row of a table, from all its sheets, converted but not yet judged. */
export interface DraftTable {
  readonly id: TableId;
  readonly rowCount: number;
  readonly sources: readonly DraftSource[];
  readonly columns: ReadonlyMap<FieldId, Column>;
  readonly faults: readonly DraftFault[];
  /** Cells that were tidied before they were read, or that would have been. */
  readonly tidied: readonly TidiedCell[];
  /** 1 for a row that a check refused; the checks set it. */
  readonly refused: Uint8Array;
  /** 1 for a row that says the same as an accepted one above it. */
  readonly collapsed: Uint8Array;
}

export interface DraftFault {
  readonly row: number;
  readonly field: Field;
  readonly fault: Fault;
}

export interface TidiedCell {
  readonly row: number;
  readonly field: Field;
  readonly kind: CleaningKind;
  /** Where the cell is left as typed: what tidying it would have given. */
  readonly left?: number;
}

/** Converts the rows of all sheets that hold a table. */
export function draftTable(
  id: TableId,
  sheets: readonly { layout: SheetLayout; sheet: number }[],
  pool: TextPool,
): { draft: DraftTable; issues: Issue[] } {
  const issues: Issue[] = [];
  let rowCount = 0;
  const sources = sheets.map(({ layout, sheet }): DraftSource => {
    const selected = selectRows(layout);
    issues.push(...selected.issues);
    const offset = rowCount;
    rowCount += selected.rows.length;
    return { layout, sheet, rows: selected.rows, offset };
  });
  const { columns, faults, tidied } = convertSources(id, sources, rowCount, pool);
  const draft = {
    id,
    rowCount,
    sources,
    columns,
    faults,
    tidied,
    refused: new Uint8Array(rowCount),
    collapsed: new Uint8Array(rowCount),
  };
  return { draft, issues };
}

function convertSources(id: TableId, sources: readonly DraftSource[], rowCount: number, pool: TextPool) {
  const columns = new Map<FieldId, Column>();
  const faults: DraftFault[] = [];
  const tidied: TidiedCell[] = [];
  for (const field of fieldsOf(id)) {
    for (const { layout, rows, offset } of sources) {
      const mapped = layout.columns.find((candidate) => candidate.field === field);
      if (!mapped) continue;
      const part = convertColumn(layout, rows, mapped, pool);
      const whole = columns.get(field.id) ?? blankColumn(rowCount);
      whole.values.set(part.column.values, offset);
      whole.state.set(part.column.state, offset);
      columns.set(field.id, whole);
      for (const { row, fault } of part.faults) faults.push({ row: row + offset, field, fault });
      for (const cell of part.tidied) tidied.push({ ...cell, row: cell.row + offset, field });
    }
  }
  return { columns, faults, tidied };
}

/** State of a cell; a column the workbook does not have is blank. */
export const stateAt = (draft: DraftTable, row: number, field: FieldId): number =>
  draft.columns.get(field)?.state[row] ?? CellState.blank;

export const valueAt = (draft: DraftTable, row: number, field: FieldId): number =>
  draft.columns.get(field)?.values[row] ?? Number.NaN;

/** Whether no check has refused or collapsed the row so far. */
export const stands = (draft: DraftTable, row: number): boolean =>
  draft.refused[row] === 0 && draft.collapsed[row] === 0;

/** The rows that stand, ascending. */
export function standingRows(draft: DraftTable): Int32Array {
  const rows = new Int32Array(draft.rowCount);
  let count = 0;
  for (let row = 0; row < draft.rowCount; row++) if (stands(draft, row)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** Source of a draft row. */
export function sourceOf(draft: DraftTable, row: number): DraftSource {
  const source = draft.sources.find(({ offset, rows }) => row >= offset && row < offset + rows.length);
  if (!source) throw new RangeError(`table ${draft.id} has no row ${row}`);
  return source;
}

/** Row number of a draft row as Excel shows it. */
export function sheetRowOf(draft: DraftTable, row: number): number {
  const { layout, rows, offset } = sourceOf(draft, row);
  return layout.sheet.rowNumber[rows[row - offset] ?? -1] ?? 0;
}

/** Sheet, row, cell, header and content for an issue on a row, or on one field of it. */
export function placeOf(draft: DraftTable, row: number, field?: Field): Partial<Issue> {
  const { layout, rows, offset } = sourceOf(draft, row);
  const sheetRow = sheetRowOf(draft, row);
  const place = { sheet: layout.sheet.name, row: sheetRow };
  if (!field) return place;
  const mapped = layout.columns.find((candidate) => candidate.field === field);
  if (!mapped) return { ...place, column: field.label };
  const stored = rows[row - offset] ?? -1;
  const found = layout.repaired?.get(mapped.position)?.get(stored) ?? shownAt(layout.sheet, mapped.position, stored);
  return {
    ...place,
    cell: columnLetters(mapped.position) + sheetRow,
    column: mapped.header,
    ...(found === "" ? {} : { found }),
  };
}

/** Marks a row refused and says why. */
export function refuse(draft: DraftTable, row: number, issue: Pick<Issue, "code" | "expected">, field?: Field): Issue {
  draft.refused[row] = 1;
  return { severity: "error", ...placeOf(draft, row, field), ...issue, refusesRow: true };
}

/** Takes a row as it is and says what to look at. */
export function warn(draft: DraftTable, row: number, issue: Pick<Issue, "code" | "expected">, field?: Field): Issue {
  return { severity: "warning", ...placeOf(draft, row, field), ...issue };
}

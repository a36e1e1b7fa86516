import type { Issue } from "../issue/issue.ts";
import { fieldsOf, tables, type Field, type TableId } from "./fields.ts";
import { normaliseHeader, readHeader, type HeaderMeaning } from "./import-header.ts";
import { columnLetters, kindAt, shownAt } from "./import-raw-cell.ts";
import { RawKind, type RawSheet } from "./raw-sheet.ts";

/** A column of a sheet and the field it holds. */
export interface MappedColumn extends HeaderMeaning {
  readonly position: number;
  /** Header as the workbook has it. */
  readonly header: string;
}

/** Which table a sheet holds, where its header stands (a stored row) and what its columns mean. */
export interface SheetLayout {
  readonly sheet: RawSheet;
  readonly table: TableId;
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
}

const HEADER_WITHIN = 20;

const nameParts: readonly (readonly [string, TableId])[] = [
  ...tables.map(({ label, id }) => [label, id] as const),
  ["拨付", "disbursements"],
];

/** Reads what a sheet is; a sheet that is no table has no layout, and an issue says so. */
export function layOut(sheet: RawSheet): { layout?: SheetLayout; issues: Issue[] } {
  const named = tablesNamedBy(sheet.name);
  const found =
    findHeader(sheet, named) ??
    findHeader(
      sheet,
      tables.map(({ id }) => id),
    );
  if (!found) return { issues: [unrecognised(sheet, named)] };
  const { layout, issues } = mapColumns(sheet, found.table, found.row);
  return { layout, issues: [...issues, ...missingColumns(layout), ...doubtfulUnits(layout)] };
}

function tablesNamedBy(name: string): readonly TableId[] {
  const text = normaliseHeader(name);
  const exact = nameParts.filter(([part]) => part === text);
  const chosen = exact.length > 0 ? exact : nameParts.filter(([part]) => text.includes(part));
  // a name such as 企业担保明细 holds 企业 beside the word that matters
  return chosen.map(([, table]) => table).sort((a, b) => Number(a === "enterprises") - Number(b === "enterprises"));
}

function unrecognised(sheet: RawSheet, named: readonly TableId[]): Issue {
  return named.length > 0
    ? { code: "no-header", severity: "error", sheet: sheet.name }
    : { code: "sheet-ignored", severity: "warning", sheet: sheet.name };
}

function findHeader(sheet: RawSheet, candidates: readonly TableId[]): { table: TableId; row: number } | undefined {
  let best: { table: TableId; row: number; score: number } | undefined;
  for (let row = 0; row < Math.min(HEADER_WITHIN, sheet.rowCount); row++) {
    for (const table of candidates) {
      const score = scoreOf(sheet, table, row);
      if (score > (best?.score ?? 0)) best = { table, row, score };
    }
  }
  return best;
}

/** Number of fields a row names, 0 unless it names two and one of them is required. */
function scoreOf(sheet: RawSheet, table: TableId, row: number): number {
  const named = new Set<Field>();
  for (let position = 0; position < sheet.columns.length; position++) {
    const meaning = readHeader(table, headerAt(sheet, position, row));
    if (meaning) named.add(meaning.field);
  }
  return named.size >= 2 && [...named].some((field) => field.required) ? named.size : 0;
}

function headerAt(sheet: RawSheet, position: number, row: number): string {
  const kind = kindAt(sheet, position, row);
  return kind === RawKind.text || kind === RawKind.number ? shownAt(sheet, position, row) : "";
}

function mapColumns(sheet: RawSheet, table: TableId, headerRow: number): { layout: SheetLayout; issues: Issue[] } {
  const columns = new Map<Field, MappedColumn>();
  const issues: Issue[] = [];
  for (let position = 0; position < sheet.columns.length; position++) {
    const header = headerAt(sheet, position, headerRow);
    const meaning = readHeader(table, header);
    const first = meaning && columns.get(meaning.field);
    if (meaning && !first) columns.set(meaning.field, { ...meaning, position, header });
    else if (header !== "") issues.push(unusedColumn(sheet, headerRow, position, header, first));
  }
  return { layout: { sheet, table, headerRow, columns: [...columns.values()] }, issues };
}

function unusedColumn(sheet: RawSheet, row: number, position: number, header: string, first?: MappedColumn): Issue {
  const rowNumber = sheet.rowNumber[row] ?? 0;
  const place = {
    sheet: sheet.name,
    row: rowNumber,
    cell: columnLetters(position) + rowNumber,
    column: header,
    found: header,
  };
  return first
    ? {
        code: "duplicate-label",
        severity: "error",
        ...place,
        expected: `${columnLetters(first.position)} ${first.header}`,
      }
    : { code: "column-ignored", severity: "warning", ...place };
}

function missingColumns({ sheet, table, headerRow, columns }: SheetLayout): Issue[] {
  const present = new Set(columns.map(({ field }) => field));
  const row = sheet.rowNumber[headerRow] ?? 0;
  return fieldsOf(table)
    .filter((field) => field.required && !present.has(field))
    .map((field) => ({
      code: "missing-required-column",
      severity: field.id === "name" || field.id === "investment" ? "warning" : "error",
      sheet: sheet.name,
      row,
      expected: field.label,
    }));
}

/** A line such as 单位：元 above a header whose amounts are read in another unit. */
function doubtfulUnits({ sheet, headerRow, columns }: SheetLayout): Issue[] {
  const assumed = columns.filter(({ field, unit }) => field.type === "money" && unit === undefined);
  const issues: Issue[] = [];
  for (let row = 0; row < headerRow; row++) {
    for (let position = 0; position < sheet.columns.length; position++) {
      const stated = /单位:?(?:人民币)?(万元|亿元|千元|百万元|元)/.exec(
        normaliseHeader(headerAt(sheet, position, row)),
      )?.[1];
      const contradicted = assumed.find(({ field }) => stated !== undefined && field.unit !== stated);
      const rowNumber = sheet.rowNumber[row] ?? 0;
      if (stated !== undefined && contradicted) {
        issues.push({
          code: "unit-in-doubt",
          severity: "warning",
          sheet: sheet.name,
          row: rowNumber,
          cell: columnLetters(position) + rowNumber,
          column: contradicted.header,
          found: stated,
          expected: contradicted.field.unit ?? "万元",
        });
      }
    }
  }
  return issues;
}

import type { Issue } from "../../issue/issue.ts";
import { fieldOf, fieldsOf, tables, type TableId } from "../fields.ts";
import { columnLetters, shownAt } from "../import-raw-cell.ts";
import type { ColumnMatch } from "./match-columns.ts";
import { headerEnd, type SheetPlan } from "./plan-sheet.ts";
import { noteApplies } from "./unit-note.ts";

/** What someone should know about how a sheet is read. */
export function planIssues(plan: SheetPlan): Issue[] {
  if (plan.table === null) return [unrecognised(plan)];
  return [
    ...hiddenSheet(plan),
    ...doubtfulTable(plan),
    ...plan.matches.flatMap((match) => columnIssue(plan, match)),
    ...missingColumns(plan, plan.table),
    ...unitIssues(plan),
  ];
}

/** @param named whether the name of the sheet promised a table */
function unrecognised({ sheet, named, reason }: SheetPlan): Issue {
  return named.length > 0 && reason === "none"
    ? { code: "no-header", severity: "error", sheet: sheet.name }
    : { code: "sheet-ignored", severity: "warning", sheet: sheet.name };
}

function hiddenSheet({ sheet }: SheetPlan): Issue[] {
  return sheet.visibility === "visible" ? [] : [{ code: "hidden-sheet", severity: "warning", sheet: sheet.name }];
}

const labelOf = (table: TableId): string => tables.find(({ id }) => id === table)?.label ?? table;

function doubtfulTable({ sheet, table, alternatives, reason }: SheetPlan): Issue[] {
  if (table === null || reason !== "header" || alternatives.length === 0) return [];
  const expected = alternatives.map(labelOf).join("、");
  return [{ code: "sheet-in-doubt", severity: "warning", sheet: sheet.name, found: labelOf(table), expected }];
}

function columnIssue(plan: SheetPlan, match: ColumnMatch): Issue[] {
  const { position, header, field, candidate, sameAs, alternatives, filled } = match;
  if (plan.groups.some((group) => group.position === position)) return [];
  const place = headerPlace(plan, position);
  if (field && candidate?.reason === "content") {
    return [{ code: "column-by-content", severity: "warning", ...place, expected: field.label }];
  }
  if (field) return hiddenColumn(plan, match);
  if (sameAs !== undefined) {
    const expected = `${columnLetters(sameAs)} ${plan.headers[sameAs]?.text ?? ""}`;
    return [{ code: "duplicate-label", severity: "error", ...place, expected }];
  }
  if (header === "") {
    const [first = 0, second] = filled;
    // a word beside a table is no column
    if (second === undefined) return [];
    return [{ code: "blank-header", severity: "warning", ...place, found: shownAt(plan.sheet, position, first) }];
  }
  if (alternatives.length === 0) return [{ code: "column-ignored", severity: "warning", ...place }];
  const expected = alternatives.map((likely) => fieldOf(likely.table, likely.field).label).join("、");
  return [{ code: "column-in-doubt", severity: "warning", ...place, expected }];
}

function hiddenColumn(plan: SheetPlan, { position }: ColumnMatch): Issue[] {
  if (!plan.sheet.hiddenColumns.includes(position)) return [];
  return [{ code: "hidden-column", severity: "warning", ...headerPlace(plan, position) }];
}

function headerPlace({ sheet, block, headers }: SheetPlan, position: number): Partial<Issue> {
  const row = sheet.rowNumber[headerEnd(block)] ?? 0;
  const header = headers[position]?.text ?? "";
  const place = { sheet: sheet.name, row, cell: columnLetters(position) + row };
  return header === "" ? place : { ...place, column: header, found: header };
}

function missingColumns({ sheet, block, matches }: SheetPlan, table: TableId): Issue[] {
  const present = new Set(matches.map(({ field }) => field));
  const row = sheet.rowNumber[headerEnd(block)] ?? 0;
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

/** A note above the header that says in which unit amounts are read, or that another unit than theirs is meant. */
function unitIssues({ sheet, matches, note }: SheetPlan): Issue[] {
  if (!note) return [];
  const amounts = matches.filter(({ field, unit }) => field?.type === "money" && unit === undefined);
  const row = sheet.rowNumber[note.row] ?? 0;
  const place = { severity: "warning", sheet: sheet.name, row, cell: columnLetters(note.position) + row } as const;
  const taken = note.unit === "万元" ? undefined : amounts.find(({ field }) => field && noteApplies(field));
  const contradicted = amounts.find(({ field }) => field && !noteApplies(field) && field.unit !== note.unit);
  const issues: Issue[] = [];
  if (taken)
    issues.push({ code: "unit-from-note", ...place, column: taken.header, found: note.unit, expected: "万元" });
  if (contradicted) {
    const expected = contradicted.field?.unit ?? "万元";
    issues.push({ code: "unit-in-doubt", ...place, column: contradicted.header, found: note.unit, expected });
  }
  return issues;
}

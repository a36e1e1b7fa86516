import type { Issue } from "../issue/issue.ts";
import { describeIssue } from "../issue/issue-text.ts";
import { yuanOf } from "../money/money.ts";
import type { Evaluation } from "../policy/evaluation.ts";
import { stakedIssues } from "../policy/staked-issues.ts";
import { columnLetters } from "../roster/import-raw-cell.ts";
import type { SheetLayout } from "../roster/import-layout.ts";
import type { Mapping } from "../roster/mapping/mapping.ts";
import { layoutsOf } from "../roster/mapping/plan-sheet.ts";
import { planWorkbook } from "../roster/mapping/plan-workbook.ts";
import type { RawWorkbook } from "../roster/raw-sheet.ts";
import type { Roster } from "../roster/roster.ts";

/** One problem of a workbook as the error workbook says it. */
export interface ErrorMark {
  readonly severity: Issue["severity"];
  readonly sheet: string;
  /** The cell to mark; empty for a problem of a whole sheet or of the file. */
  readonly cell: string;
  readonly column: string;
  readonly what: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
  /** Money that the cell decides, 元; absent where none is known. */
  readonly yuan?: number;
}

/** What an import and an evaluation of it found. */
export interface FoundErrors {
  readonly workbook: RawWorkbook;
  readonly mapping: Mapping | undefined;
  readonly issues: readonly Issue[];
  /** Absent where no roster came of the workbook. */
  readonly evaluated?: { readonly roster: Roster; readonly evaluation: Evaluation };
}

/** The cell of an issue: its own, else its column's in its row, else the first column that its row is read by. */
function cellOf({ cell, row, column, sheet }: Issue, layouts: readonly SheetLayout[]): string {
  if (cell !== undefined) return cell;
  if (row === undefined) return "";
  const columns = layouts.filter((layout) => layout.sheet.name === sheet).flatMap((layout) => layout.columns);
  const own = columns.find(({ header, field }) => field.label === column || header === column) ?? columns[0];
  return columnLetters(own?.position ?? 0) + row;
}

/** Every problem with its cell, words and money: largest amount first, then errors before warnings, as they stand. */
export function errorMarks(found: FoundErrors, language: "zh" | "en"): readonly ErrorMark[] {
  const layouts = planWorkbook(found.workbook, found.mapping).plans.flatMap(layoutsOf);
  return stakedIssues(found.issues, found.evaluated).map(({ issue, amount }): ErrorMark => {
    const { code, severity, sheet = "", column = "", found: stands = "", expected = "", refusesRow } = issue;
    const words = {
      code,
      severity,
      ...(column !== "" && { column }),
      ...(stands !== "" && { found: stands }),
      ...(expected !== "" && { expected }),
      ...(refusesRow !== undefined && { refusesRow }),
    };
    const { message, remedy } = describeIssue(words, language);
    const place = { severity, sheet, cell: cellOf(issue, layouts), column };
    const yuan = amount === undefined ? {} : { yuan: yuanOf(amount) };
    return { ...place, what: message, found: stands, expected, remedy, ...yuan };
  });
}

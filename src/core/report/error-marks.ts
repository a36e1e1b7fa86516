import type { Issue } from "../issue/issue.ts";
import { describeIssue } from "../issue/issue-text.ts";
import { yuanOf, type Fen } from "../money/money.ts";
import { moneyText } from "../policy/doubt/doubt.ts";
import type { Evaluation } from "../policy/evaluation.ts";
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

const stakeKey = (code: string, sheet: string, row: number, column = ""): string => `${code} ${row} ${column} ${sheet}`;

/** Amounts that no issue has taken yet, 分: several doubts may be about one row. */
function amountsAtStake({ evaluated }: FoundErrors): ReadonlyMap<string, Fen[]> {
  const amounts = new Map<string, Fen[]>();
  if (!evaluated) return amounts;
  const { roster, evaluation } = evaluated;
  for (const { code, table, row, column, amount } of evaluation.atStake) {
    const { sheet, sheetRow } = roster.tables[table];
    const key = stakeKey(code, roster.sheetNames[sheet[row] ?? 0] ?? "", sheetRow[row] ?? 0, column);
    amounts.set(key, [...(amounts.get(key) ?? []), amount]);
  }
  return amounts;
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
  const amounts = amountsAtStake(found);
  const issues = [...found.issues, ...(found.evaluated?.evaluation.issues ?? [])];
  const marks = issues.map((issue): ErrorMark => {
    const { code, severity, sheet = "", row, column = "", found: stands = "", expected = "", ...rest } = issue;
    const open = (row === undefined ? undefined : amounts.get(stakeKey(code, sheet, row, column))) ?? [];
    const [amount] = open.splice(
      Math.max(
        0,
        open.findIndex((fen) => moneyText(fen) === stands),
      ),
      1,
    );
    const { refusesRow } = rest;
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
  const rank = ({ severity }: ErrorMark): number => (severity === "error" ? 0 : 1);
  return marks.toSorted((a, b) => (b.yuan ?? 0) - (a.yuan ?? 0) || rank(a) - rank(b));
}

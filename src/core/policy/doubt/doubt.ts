import type { Issue, IssueCode } from "../../issue/issue.ts";
import { yuanOf, type Fen } from "../../money/money.ts";
import type { TableId } from "../../roster/fields.ts";
import type { Context } from "../block.ts";
import type { Ledger } from "../ledger.ts";
import type { CompiledMeasure } from "../prepare.ts";
import type { Priced, Work } from "../price.ts";

/** What an evaluation came to, as far as doubts look at it. */
export interface Examined {
  readonly context: Context;
  readonly measures: readonly CompiledMeasure[];
  /** Grants and pools by measure index, planning basis. */
  readonly outcomes: ReadonlyMap<number, { readonly work: Work; readonly planning: Priced }>;
  readonly ledger: Ledger;
}

/** A cell or row of an accepted row that may be other than it looks. */
export interface Doubt {
  readonly code: IssueCode;
  readonly enterprise: number;
  readonly table: TableId;
  readonly row: number;
  /** Header of the doubtful column, absent for a whole row. */
  readonly column?: string;
  /** What it decides, planning basis: the amount at its best value less that at its worst; 0 for a mere warning. */
  readonly amount: Fen;
  readonly found?: string;
  readonly expected?: string;
}

/** A doubt about a column of an enterprise. */
export const enterpriseDoubt = (
  code: IssueCode,
  enterprise: number,
  column: string,
  amount: Fen,
  words: Pick<Doubt, "found" | "expected"> = {},
): Doubt => ({ code, enterprise, table: "enterprises", row: enterprise, column, amount, ...words });

/** An amount as issues print it. */
export const moneyText = (fen: Fen): string => `${yuanOf(fen) / 10_000}万元`;

/** A doubt as a warning at its place in the workbook. */
export function warningOf({ bound }: Context, { code, table, row, column, found, expected }: Doubt): Issue {
  const { sheet, sheetRow } = bound.roster.tables[table];
  return {
    code,
    severity: "warning",
    sheet: bound.roster.sheetNames[sheet[row] ?? 0] ?? "",
    row: sheetRow[row] ?? 0,
    ...(column !== undefined && { column }),
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
  };
}

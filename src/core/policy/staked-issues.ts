import type { Issue } from "../issue/issue.ts";
import type { Fen } from "../money/money.ts";
import type { Roster } from "../roster/roster.ts";
import { moneyText } from "./doubt/doubt.ts";
import type { Evaluation } from "./evaluation.ts";

/** An issue with the money that its cell decides, 分, planning basis; without an amount where none is known. */
export interface StakedIssue {
  readonly issue: Issue;
  readonly amount?: Fen;
}

const stakeKey = (code: string, sheet: string, row: number, column = ""): string => `${code} ${row} ${column} ${sheet}`;

/** Amounts that no issue has taken yet, 分: several doubts may be about one row. */
function amountsAtStake(roster: Roster, evaluation: Evaluation): ReadonlyMap<string, Fen[]> {
  const amounts = new Map<string, Fen[]>();
  for (const { code, table, row, column, amount } of evaluation.atStake) {
    const { sheet, sheetRow } = roster.tables[table];
    const key = stakeKey(code, roster.sheetNames[sheet[row] ?? 0] ?? "", sheetRow[row] ?? 0, column);
    amounts.set(key, [...(amounts.get(key) ?? []), amount]);
  }
  return amounts;
}

/**
 * Every issue of an import and of what was evaluated of it, with its money: largest amount first, then errors before
 * warnings, as they stand.
 * @param evaluated absent where no roster came of the workbook
 */
export function stakedIssues(
  issues: readonly Issue[],
  evaluated?: { readonly roster: Roster; readonly evaluation: Evaluation },
): readonly StakedIssue[] {
  const amounts = evaluated ? amountsAtStake(evaluated.roster, evaluated.evaluation) : new Map<string, Fen[]>();
  const staked = [...issues, ...(evaluated?.evaluation.issues ?? [])].map((issue): StakedIssue => {
    const { code, sheet = "", row, column, found } = issue;
    const open = (row === undefined ? undefined : amounts.get(stakeKey(code, sheet, row, column))) ?? [];
    const own = open.findIndex((fen) => moneyText(fen) === found);
    const [amount] = open.splice(Math.max(0, own), 1);
    return { issue, ...(amount !== undefined && { amount }) };
  });
  const rank = ({ issue }: StakedIssue): number => (issue.severity === "error" ? 0 : 1);
  return staked.toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || rank(a) - rank(b));
}

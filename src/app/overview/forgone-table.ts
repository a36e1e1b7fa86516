import type { Fen } from "../../core/money/money.ts";
import { limitKinds, type LimitKind } from "../../core/policy/policy.ts";
import type { Sums } from "../../core/policy/totals.ts";

/** Money not paid: one row a measure, one column a limit, both only where there is any. */
export interface ForgoneTable {
  readonly limits: readonly LimitKind[];
  /** `index` into `policy.measures`; `cells` one a limit. */
  readonly rows: readonly { readonly index: number; readonly cells: readonly Fen[]; readonly total: Fen }[];
  readonly sums: readonly Fen[];
  readonly total: Fen;
}

const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, amount) => total + amount, 0);

/** What each limit withholds, the measure that loses most first. */
export function forgoneTable({ forgone }: Pick<Sums, "forgone">): ForgoneTable {
  const limits = limitKinds.filter((limit) => forgone.some((lost) => (lost.get(limit) ?? 0) !== 0));
  const rows = forgone
    .map((lost, index) => {
      const cells = limits.map((limit) => lost.get(limit) ?? 0);
      return { index, cells, total: sum(cells) };
    })
    .filter(({ total }) => total !== 0)
    .sort((a, b) => b.total - a.total);
  const sums = limits.map((_, column) => sum(rows.map(({ cells }) => cells[column] ?? 0)));
  return { limits, rows, sums, total: sum(sums) };
}

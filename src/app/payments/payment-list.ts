import type { Fen } from "../../core/money/money.ts";
import { Eligibility, type Ledger } from "../../core/policy/ledger.ts";

/** Sums of a list of payments: what is due, and what would be if the roster's gaps were filled. */
export interface PaymentSums {
  readonly gross: Fen;
  readonly net: Fen;
  readonly statutory: Fen;
  readonly count: number;
}

/** Sums over the payments of one eligibility. */
export function paymentSums(ledger: Ledger, payments: Int32Array, eligibility: number): PaymentSums {
  const sums = { gross: 0, net: 0, statutory: 0, count: 0 };
  for (const payment of payments) {
    if (ledger.eligibility[payment] !== eligibility) continue;
    sums.gross += ledger.gross[payment] ?? 0;
    sums.net += ledger.net[payment] ?? 0;
    sums.statutory += ledger.statutory[payment] ?? 0;
    sums.count++;
  }
  return sums;
}

const rank = { [Eligibility.true]: 0, [Eligibility.unknown]: 1, [Eligibility.false]: 2 } as Readonly<
  Record<number, number>
>;

/** Due payments first, then the unverified, then the refused; the largest first in each. */
export function byWeight(ledger: Ledger, payments: Int32Array): Int32Array {
  const rankOf = (payment: number): number => rank[ledger.eligibility[payment] ?? 0] ?? 0;
  return payments.slice().sort((a, b) => rankOf(a) - rankOf(b) || (ledger.net[b] ?? 0) - (ledger.net[a] ?? 0) || a - b);
}

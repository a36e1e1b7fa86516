import type { Fen } from "../../core/money/money.ts";
import type { Booking } from "../../core/policy/cells.ts";
import { Eligibility, type Ledger } from "../../core/policy/ledger.ts";

/** Sums of a list of payments: what is due, and what would be if the roster's gaps were filled. */
export interface PaymentSums {
  readonly gross: Fen;
  readonly net: Fen;
  readonly statutory: Fen;
  readonly count: number;
}

/** Sums over the payments of one eligibility, of what `parts` takes of each measure's amounts. */
export function paymentSums(
  ledger: Ledger,
  payments: Int32Array,
  parts: readonly (Booking["part"] | undefined)[],
  eligibility: number,
): PaymentSums {
  const sums = { gross: 0, net: 0, statutory: 0, count: 0 };
  for (const payment of payments) {
    if (ledger.eligibility[payment] !== eligibility) continue;
    const part = parts[ledger.measure[payment] ?? -1];
    if (!part) continue;
    sums.gross += part(ledger.gross[payment] ?? 0);
    sums.net += part(ledger.net[payment] ?? 0);
    sums.statutory += part(ledger.statutory[payment] ?? 0);
    sums.count++;
  }
  return sums;
}

const rank = { [Eligibility.true]: 0, [Eligibility.unknown]: 1, [Eligibility.false]: 2 } as Readonly<
  Record<number, number>
>;

/** The first `count` of the payments: due ones, then the unverified, then the refused; the largest first in each. */
export function heaviest(ledger: Ledger, payments: Int32Array, count: number): Int32Array {
  const rankOf = (payment: number): number => rank[ledger.eligibility[payment] ?? 0] ?? 0;
  const order = (a: number, b: number): number =>
    rankOf(a) - rankOf(b) || (ledger.net[b] ?? 0) - (ledger.net[a] ?? 0) || a - b;
  const kept: number[] = [];
  // a list of a million is not sorted for the few that are shown: most of them lose to the last one kept
  for (const payment of payments) {
    const last = kept.at(-1);
    if (kept.length === count && last !== undefined && order(payment, last) > 0) continue;
    kept.splice(placeIn(kept, payment, order), 0, payment);
    if (kept.length > count) kept.pop();
  }
  return Int32Array.from(kept);
}

/** Where an item belongs in a sorted list. */
function placeIn(sorted: readonly number[], item: number, order: (a: number, b: number) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(sorted[middle] ?? 0, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

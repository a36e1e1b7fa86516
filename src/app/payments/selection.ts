import { bookingsOf, type Booking } from "../../core/policy/cells.ts";
import { lastYearOf } from "../../core/policy/figures.ts";
import { bindIndex, type BindName, type Ledger } from "../../core/policy/ledger.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";

/** What a click on a bar, a cell, a measure or a department narrows the page to; absent members narrow nothing. */
export interface Selection {
  /** Index into `policy.measures`. */
  readonly measure?: number;
  readonly department?: string;
  /** Budget year of the payment. */
  readonly year?: number;
  /** Only payments after the last budget year of the term. */
  readonly tail?: true;
  /** Only payments that this limit lowered last. */
  readonly binds?: BindName;
  readonly enterprise?: number;
  /** Narrows nothing: every payment is meant, and listed. */
  readonly all?: true;
}

/**
 * What of each measure's amounts belongs to a selection: the part that its department bears, all without a department,
 * undefined for a measure outside the selection.
 */
export function selectedParts(
  policy: Policy,
  scenario: Scenario,
  { measure, department }: Selection,
): readonly (Booking["part"] | undefined)[] {
  return bookingsOf(policy, scenario).map((bookings, index) => {
    if (measure !== undefined && measure !== index) return undefined;
    if (department === undefined) return (amount) => amount;
    return bookings.find((booking) => booking.department === department)?.part;
  });
}

/** Ledger entries inside the selection, in ledger order; their parts sum to the figure that was selected. */
export function selectedPayments(ledger: Ledger, policy: Policy, scenario: Scenario, selection: Selection): Int32Array {
  const parts = selectedParts(policy, scenario, selection);
  const afterYear = selection.tail ? lastYearOf(policy) : Number.NEGATIVE_INFINITY;
  const binds = selection.binds && bindIndex(selection.binds);
  const selected = new Int32Array(ledger.count);
  let count = 0;
  // one pass over up to a million payments at every click
  for (let entry = 0; entry < ledger.count; entry++) {
    if (!parts[ledger.measure[entry] ?? -1]) continue;
    if (selection.year !== undefined && ledger.year[entry] !== selection.year) continue;
    if (!((ledger.year[entry] ?? 0) > afterYear)) continue;
    if (binds !== undefined && ledger.binds[entry] !== binds) continue;
    if (selection.enterprise !== undefined && ledger.enterprise[entry] !== selection.enterprise) continue;
    selected[count++] = entry;
  }
  return selected.slice(0, count);
}

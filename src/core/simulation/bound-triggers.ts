import type { Day } from "../date/day.ts";
import { limitsByTrigger } from "../policy/cells.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { Bound } from "./trial-cells.ts";

/** Hears of an entry of a ledger: the index into `bindNames` of a limit, and what it does there. */
type Hear = (entry: number, limit: number, bound: Bound) => void;

/**
 * What binds the simulated triggers of a ledger: amounts under the limit that binds the payment, the trigger under the
 * last one that binds any of its payments. Triggers without an amount (not claimed) have nothing that could be cut.
 * @param after the as-of day: triggers up to it are recorded
 * @param codes `Eligibility` of the triggers that are meant
 */
export function boundTriggersOf(ledger: Ledger, after: Day, codes: readonly number[], hear: Hear): void {
  const isMeant = (entry: number): boolean =>
    codes.includes(ledger.eligibility[entry] ?? -1) &&
    (ledger.date[entry] ?? Number.NaN) > after &&
    (ledger.gross[entry] ?? 0) > 0;
  const { first, strongest } = limitsByTrigger(ledger, isMeant);
  for (let entry = 0; entry < ledger.count; entry++) {
    if (!isMeant(entry)) continue;
    const gross = ledger.gross[entry] ?? 0;
    const forgone = gross - (ledger.net[entry] ?? 0);
    hear(entry, ledger.binds[entry] ?? 0, { triggers: 0, gross, forgone });
    const trigger = ledger.trigger[entry] ?? 0;
    if (first[trigger] === entry) hear(entry, strongest[trigger] ?? 0, { triggers: 1, gross: 0, forgone: 0 });
  }
}

/** The eligibility of triggers that totals count. */
export const counted: readonly number[] = [Eligibility.true];

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
  const { count, eligibility, date, gross, net, binds, trigger } = ledger;
  const isMeant = (entry: number): boolean =>
    (gross[entry] ?? 0) > 0 && (date[entry] ?? Number.NaN) > after && codes.includes(eligibility[entry] ?? -1);
  const { first, strongest } = limitsByTrigger(ledger, isMeant);
  for (let entry = 0; entry < count; entry++) {
    if (!isMeant(entry)) continue;
    const before = gross[entry] ?? 0;
    const [limit, last] = [binds[entry] ?? 0, strongest[trigger[entry] ?? -1] ?? 0];
    const triggers = first[trigger[entry] ?? -1] === entry ? 1 : 0;
    // most payments are their trigger's only one
    const isTold = triggers === 1 && limit === last;
    hear(entry, limit, { triggers: isTold ? 1 : 0, gross: before, forgone: before - (net[entry] ?? 0) });
    if (triggers === 1 && !isTold) hear(entry, last, { triggers, gross: 0, forgone: 0 });
  }
}

/** The eligibility of triggers that totals count. */
export const counted: readonly number[] = [Eligibility.true];

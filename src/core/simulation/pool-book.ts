import { monthIndexOf } from "../date/day.ts";
import type { Fen } from "../money/money.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { poolTerms, PoolEntry } from "../policy/pool.ts";
import type { CellYears } from "./trial-cells.ts";

const kinds = { "top-up": 0, recovery: 1, claim: 2 } as const;

/** Recorded entries of a pool in the order they are booked, struct of arrays with one entry each. */
export interface PoolEntries {
  readonly count: number;
  /** A position among {@link kinds}. */
  readonly kind: Uint8Array;
  readonly day: Float64Array;
  readonly month: Int32Array;
  readonly amount: Float64Array;
  readonly eligibility: Uint8Array;
  /** A claim's place among what was paid, and for a recovery that of its claim, −1 where there is none. */
  readonly place: Int32Array;
  readonly places: number;
}

/** Recorded entries ready to be booked: recoveries of what is not surely eligible, or of nothing, are none. */
export function packedEntries(entries: readonly PoolEntry[]): PoolEntries {
  const known = entries.filter(
    ({ kind, eligibility, amount }) => kind !== "recovery" || (eligibility === Eligibility.true && amount > 0),
  );
  const placeOf = new Map<number, number>();
  for (const { kind, due } of known) if (kind === "claim") placeOf.set(due, placeOf.size);
  return {
    count: known.length,
    kind: Uint8Array.from(known, ({ kind }) => kinds[kind]),
    day: Float64Array.from(known, ({ day }) => day),
    month: Int32Array.from(known, ({ day }) => monthIndexOf(day)),
    amount: Float64Array.from(known, ({ amount }) => amount),
    eligibility: Uint8Array.from(known, ({ eligibility }) => eligibility),
    place: Int32Array.from(known, ({ due }) => placeOf.get(due) ?? -1),
    places: placeOf.size,
  };
}

/** Months over which balances are noted. */
export interface PoolMonths {
  readonly first: number;
  readonly count: number;
}

/** A pool's account on one basis while a trial is booked; entries are booked day by day. */
export class PoolBook {
  balance: Fen;
  /** Month index of the first claim not paid in full; NaN: none so far. */
  exhausted = Number.NaN;
  /** TRUE claims of the term that could not be paid, 分. */
  unpaid = 0;
  /** Months whose last balance is noted so far. */
  noted = 0;
  /** Paid to TRUE and to UNKNOWN claims by budget year; see `yearOf`. */
  readonly paid: Float64Array;
  readonly unverified: Float64Array;
  /** Balance at the end of each month, 分, as far as noted. */
  readonly balances: Float64Array;
  private next = 0;
  private readonly paidClaims: Float64Array;

  constructor(
    private readonly entries: PoolEntries,
    private readonly terms: ReturnType<typeof poolTerms>,
    readonly months: PoolMonths,
    readonly years: CellYears,
    private readonly lastDayOfTerm: number,
  ) {
    this.balance = terms.size;
    this.paid = new Float64Array(years.count);
    this.unverified = new Float64Array(years.count);
    this.balances = new Float64Array(months.count);
    this.paidClaims = new Float64Array(entries.places);
  }

  /** Day of the next recorded entry; Infinity after the last. */
  get nextDay(): number {
    return this.next < this.entries.count ? (this.entries.day[this.next] ?? Infinity) : Infinity;
  }

  /** Takes over the state of another book of the same entries. */
  copy(from: PoolBook): void {
    this.balance = from.balance;
    this.exhausted = from.exhausted;
    this.unpaid = from.unpaid;
    this.noted = from.noted;
    this.next = from.next;
    this.paid.set(from.paid);
    this.unverified.set(from.unverified);
    this.balances.set(from.balances);
    if (this.next < this.entries.count) this.paidClaims.set(from.paidClaims);
  }

  /** Notes the balance of every month before one. */
  noteUntil(month: number): void {
    const until = Math.min(month - this.months.first, this.months.count);
    if (until <= this.noted) return;
    this.balances.fill(this.balance, this.noted, until);
    this.noted = until;
  }

  /** Notes what a TRUE claim was not paid. */
  noteUnpaid(day: number, month: number, amount: Fen): void {
    if (Number.isNaN(this.exhausted)) this.exhausted = month;
    if (day <= this.lastDayOfTerm) this.unpaid += amount;
  }

  /**
   * Books the recorded entries up to a day, that day included: of one day they come before simulated claims.
   * @returns the day of the next one, see `nextDay`
   */
  bookRecorded(day: number): number {
    const { kind, amount, place, count, day: days } = this.entries;
    for (; this.next < count && (days[this.next] ?? 0) <= day; this.next++) {
      const at = this.next;
      const [most, own] = [amount[at] ?? 0, place[at] ?? -1];
      this.noteUntil(this.entries.month[at] ?? 0);
      if (kind[at] === kinds.claim) this.bookClaim(at, most, own);
      else if (kind[at] === kinds.recovery) this.balance += Math.min(most, this.paidClaims[own] ?? 0);
      else {
        const { target } = this.terms;
        this.balance += Number.isNaN(target) ? most : Math.max(0, target - this.balance);
      }
    }
    return this.nextDay;
  }

  private bookClaim(at: number, claimed: Fen, place: number): void {
    const { eligibility, month, day } = this.entries;
    const code = eligibility[at] ?? Eligibility.false;
    if (code === Eligibility.false) return;
    const paid = Math.min(claimed, this.balance);
    const year = slotOf(this.years, month[at] ?? 0);
    if (code === Eligibility.unknown) {
      this.unverified[year] = (this.unverified[year] ?? 0) + paid;
      return;
    }
    this.balance -= paid;
    this.paidClaims[place] = paid;
    this.paid[year] = (this.paid[year] ?? 0) + paid;
    if (paid < claimed) this.noteUnpaid(day[at] ?? 0, month[at] ?? 0, claimed - paid);
  }
}

/** Position of a month's year among the years that have cells. @throws RangeError where it has none */
export function slotOf({ first, count }: CellYears, month: number): number {
  const slot = Math.floor(month / 12) - first;
  if (slot < 0 || slot >= count) throw new RangeError(`no cell for the year ${slot + first}`);
  return slot;
}

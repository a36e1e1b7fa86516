import { yearOf } from "../date/day.ts";
import type { Fen } from "../money/money.ts";
import { allocate, type AllocationTerms, type Awards, type Claims } from "../policy/allocation.ts";
import { returned, returnYear, type TakenBack } from "../policy/clawback.ts";
import { bindIndex, Eligibility } from "../policy/ledger.ts";
import { split } from "../policy/ledger-builder.ts";
import type { Basis } from "../policy/values.ts";

/** An amount due of a measure whose claims are settled together: a recorded one, or one of a trial. */
export interface ApartDue {
  /** Row in 企业, −1 where its code is not in 企业. */
  readonly enterprise: number;
  /** Budget year in which it competes; 0: the term. */
  readonly contest: number;
  readonly date: number;
  readonly year: number;
  /** Order of its credit code and of its row, for ties. */
  readonly code: number;
  readonly row: number;
  readonly eligibility: number;
  /** Whether it arose after the as-of day. */
  readonly simulated: boolean;
  /** Amount before any limit, planning basis, 分. */
  readonly gross: Fen;
  /** Index into `bindNames`, planning basis, before it is settled. */
  readonly binds: number;
  readonly amount: Readonly<Record<Basis, Fen>>;
  readonly score: Readonly<Record<Basis, number>>;
  /** Last year in which the planning basis pays an instalment. */
  readonly lastYear: number;
  readonly taken: TakenBack | undefined;
}

/** How dues become payments. */
export interface ApartRule {
  /** Absent: every due is paid. */
  readonly terms: AllocationTerms | undefined;
  /** Absent: paid once. */
  readonly shares: readonly number[] | undefined;
}

/** Where money of a due goes. */
export interface ApartMoney {
  /** @param arisen year of the trigger */
  add(basis: Basis | "unverified", year: number, arisen: number, amount: Fen): void;
  /** Hears what binds a simulated due of TRUE eligibility, by index into `bindNames`. */
  bound(limit: number, triggers: number, gross: Fen, forgone: Fen): void;
}

const bases = ["planning", "statutory"] as const;

/** Settles dues that compete with each other on both bases, and books what is paid and what is taken back. */
export function bookDues(dues: readonly ApartDue[], rule: ApartRule, money: ApartMoney): void {
  if (dues.length === 0) return;
  const paid = { planning: settled(dues, rule, "planning"), statutory: settled(dues, rule, "statutory") };
  dues.forEach((due, i) => {
    for (const basis of bases) bookPayments(due, rule, basis, paid[basis][i] ?? 0, money);
    if (due.simulated && due.eligibility === Eligibility.true) tellBound(due, rule, paid.planning[i] ?? 0, money);
  });
}

function settled(dues: readonly ApartDue[], { terms }: ApartRule, basis: Basis): Awards["paid"] {
  const of = (read: (due: ApartDue) => number): Float64Array => Float64Array.from(dues, read);
  const amount = of((due) => due.amount[basis]);
  if (!terms) return amount;
  const claims: Claims = {
    contest: of(({ contest }) => contest),
    score: of(({ score }) => score[basis]),
    date: of(({ date }) => date),
    code: of(({ code }) => code),
    row: of(({ row }) => row),
    amount,
    eligibility: Uint8Array.from(dues, ({ eligibility }) => eligibility),
  };
  return allocate(claims, terms).paid;
}

/** Payments of a due by budget year; the planning basis stops after the year of 迁出日期. */
function paymentsOf({ year, lastYear }: ApartDue, { shares }: ApartRule, basis: Basis, paid: Fen): [number, Fen][] {
  if (!shares) return [[year, paid]];
  const stops = basis === "planning" ? lastYear : Number.POSITIVE_INFINITY;
  return split(paid, shares).map((part, k) => [year + k, year + k > stops ? 0 : part]);
}

function bookPayments(due: ApartDue, rule: ApartRule, basis: Basis, paid: Fen, money: ApartMoney): void {
  const { eligibility, taken } = due;
  if (eligibility === Eligibility.false || (eligibility === Eligibility.unknown && basis === "statutory")) return;
  const into = eligibility === Eligibility.unknown ? "unverified" : basis;
  const arisen = yearOf(due.date);
  for (const [year, amount] of paymentsOf(due, rule, basis, paid)) {
    if (amount === 0) continue;
    money.add(into, year, arisen, amount);
    if (!taken) continue;
    const back = returnYear(taken, year);
    if (back !== undefined) money.add(into, back, arisen, 0 - returned(taken, amount));
  }
}

/** As `boundTriggersOf` counts: amounts under the limit of each payment, the trigger under the last of them. */
function tellBound(due: ApartDue, rule: ApartRule, paid: Fen, money: ApartMoney): void {
  if (due.gross === 0) return;
  const limit = paid < due.amount.planning ? bindIndex("envelope") : due.binds;
  const whole = paymentsOf({ ...due, lastYear: Number.POSITIVE_INFINITY }, rule, "planning", paid);
  const kept = paymentsOf(due, rule, "planning", paid);
  const gross = rule.shares ? split(due.gross, rule.shares) : [due.gross];
  let strongest = limit;
  gross.forEach((before, k) => {
    const net = kept[k]?.[1] ?? 0;
    const gone = net < (whole[k]?.[1] ?? 0) ? bindIndex("moveout") : limit;
    strongest = Math.max(strongest, gone);
    money.bound(gone, 0, before, before - net);
  });
  money.bound(strongest, 1, 0, 0);
}

import type { Fen } from "../money/money.ts";
import type { Day } from "../date/day.ts";
import type { AllocationRule } from "./policy.ts";

/** Kleene value of a trigger's eligibility. */
export const Eligibility = { false: 0, true: 1, unknown: 2 } as const;

/** What binds an amount, in the order of section 9. */
export const bindNames = [
  "rate",
  "cap",
  "cofund",
  "topup",
  "contribution",
  "moveout",
  "envelope",
  "pool",
  "ineligible",
] as const;
export type BindName = (typeof bindNames)[number];

export const bindIndex = (name: BindName): number => bindNames.indexOf(name);

/**
 * Every payment of every recorded trigger, one entry a payment year, struct-of-arrays of length `count`,
 * sorted by measure, then enterprise chain order. All tables, charts and files are sums over it.
 */
export interface Ledger {
  readonly count: number;
  /** Index into `policy.measures`. */
  readonly measure: Uint8Array;
  /** Index of the enterprise whose money it is, −1 = 无主体 or a code not in 企业. */
  readonly enterprise: Int32Array;
  /** Row index in the measure's table, −1 for an envelope without entity. */
  readonly row: Int32Array;
  /** Number of the trigger, 0-based over the whole ledger: payments of one trigger share it. */
  readonly trigger: Int32Array;
  /** Index into `measure.triggers`, 0 where there is none. */
  readonly rule: Uint8Array;
  /** Trigger date. */
  readonly date: Float64Array;
  /** Budget year of the payment. */
  readonly year: Int16Array;
  /** Payment number within the trigger, 0-based. */
  readonly part: Uint8Array;
  /** Rate or tier amount before any limit, planning basis, 分. */
  readonly gross: Float64Array;
  /** Planning amount, 分; 0 where eligibility is FALSE. */
  readonly net: Float64Array;
  /** Statutory amount, 分; 0 where eligibility is FALSE. */
  readonly statutory: Float64Array;
  readonly eligibility: Uint8Array;
  /** Index into `bindNames`, planning basis. */
  readonly binds: Uint8Array;
}

/** A figure by budget year, 分; a missing year is 0. */
export type ByYear = ReadonlyMap<number, Fen>;

/** The pool's account on one basis. Months are month indices (see `monthIndexOf`). */
export interface PoolLedger {
  readonly measure: number;
  readonly capacity: Fen;
  /** Events in the order they were booked. */
  readonly events: readonly PoolEvent[];
  /** TRUE claims by year of 代偿日期. */
  readonly claims: ByYear;
  readonly paid: ByYear;
  readonly unpaid: ByYear;
  readonly topUps: ByYear;
  readonly recoveries: ByYear;
  /** Paid if they were good: claims of UNKNOWN eligibility. */
  readonly unverified: ByYear;
  readonly exhaustionMonth: number | null;
  /** The same if every UNKNOWN claim were good. */
  readonly exhaustionMonthAll: number | null;
}

export interface PoolEvent {
  readonly kind: "opening" | "top-up" | "recovery" | "claim";
  readonly day: Day;
  /** Row of the guarantee, −1 for opening and top-up. */
  readonly row: number;
  readonly eligibility: number;
  /** Claim, recovery or addition. */
  readonly amount: Fen;
  readonly paid: Fen;
  readonly balance: Fen;
}

/** Who was paid of those that compete for the places or the money of one measure, on one basis. */
export interface AllocationLedger {
  readonly measure: number;
  readonly order: AllocationRule["order"];
  /** Infinity: no limit. */
  readonly places: number;
  /** 分; Infinity: no limit. */
  readonly envelope: number;
  /** One an amount due. */
  readonly entries: readonly AllocationEntry[];
}

export interface AllocationEntry {
  /** Row in the measure's table. */
  readonly row: number;
  /** Index into `measure.triggers`. */
  readonly rule: number;
  readonly date: Day;
  /** Budget year in which it competes; 0: the term. */
  readonly contest: number;
  /** NaN where it is not known. */
  readonly score: number;
  /** From 1 on; 0 where nothing is claimed or claims share in proportion. */
  readonly rank: number;
  /** What it would be paid alone. */
  readonly amount: Fen;
  readonly paid: Fen;
  readonly eligibility: number;
}

/** The fund's account (section 6). */
export interface FundLedger {
  readonly measure: number;
  readonly size: Fen;
  readonly drawn: ByYear;
  readonly drawnDirect: ByYear;
  readonly undrawn: Fen;
  /** What is left, spread over the years after the as-of year. */
  readonly planned: ByYear;
  readonly recovered: Fen;
}

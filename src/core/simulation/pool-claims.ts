import { monthIndexOf } from "../date/day.ts";
import { codesAt, numbersAt, orderByEnterprise } from "../policy/columns.ts";

/** Simulated claims on one pool in any order, struct of arrays with one entry a claim. */
export interface ClaimColumns {
  readonly trial: Int32Array;
  readonly day: Float64Array;
  /** Claims of one day are taken by the order of their guarantees. */
  readonly order: Int32Array;
  /** Amounts before the pool, 分. */
  readonly planning: Float64Array;
  readonly statutory: Float64Array;
  /** `Eligibility` of each. */
  readonly eligibility: Uint8Array;
  /** Amount before any limit, 分; 0 where it is not claimed. */
  readonly gross: Float64Array;
  /** Index into `bindNames`: what binds the claim, planning basis, before the pool. */
  readonly binds: Uint8Array;
}

/** The same in the order in which trial by trial is paid: whatever a pool has or pays, its claims stay sorted. */
export interface TrialClaims extends Omit<ClaimColumns, "trial" | "order"> {
  /** Claims of trial `t` stand from `starts[t]` to before `starts[t + 1]`. */
  readonly starts: Int32Array;
  /** Month index of each day. */
  readonly month: Int32Array;
  /** Day of the first claim of any trial; Infinity where there is none. */
  readonly earliest: number;
}

/** Empty columns for so many claims. */
export const claimColumns = (count: number): ClaimColumns => ({
  trial: new Int32Array(count),
  day: new Float64Array(count),
  order: new Int32Array(count),
  planning: new Float64Array(count),
  statutory: new Float64Array(count),
  eligibility: new Uint8Array(count),
  gross: new Float64Array(count),
  binds: new Uint8Array(count),
});

/** Sorts claims by trial, day, guarantee, amount and eligibility; equal ones stay as they stand. */
export function sortedClaims(columns: ClaimColumns, trials: number): TrialClaims {
  const { trial, day, order, planning, eligibility } = columns;
  const index = orderByEnterprise(
    trial,
    (a, b) =>
      (day[a] ?? 0) - (day[b] ?? 0) ||
      (order[a] ?? 0) - (order[b] ?? 0) ||
      (planning[a] ?? 0) - (planning[b] ?? 0) ||
      (eligibility[a] ?? 0) - (eligibility[b] ?? 0),
  );
  const days = numbersAt(day, index);
  return {
    starts: startsOf(trial, trials),
    day: days,
    month: monthsOf(days),
    earliest: days.reduce((least, each) => Math.min(least, each), Infinity),
    planning: numbersAt(planning, index),
    statutory: numbersAt(columns.statutory, index),
    eligibility: codesAt(eligibility, index),
    gross: numbersAt(columns.gross, index),
    binds: codesAt(columns.binds, index),
  };
}

function startsOf(trial: Int32Array, trials: number): Int32Array {
  const starts = new Int32Array(trials + 1);
  for (let i = 0; i < trial.length; i++) {
    const after = (trial[i] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}

/** Most claims share a few days: each is looked up in the calendar once. */
function monthsOf(days: Float64Array): Int32Array {
  const known = new Map<number, number>();
  const months = new Int32Array(days.length);
  for (let i = 0; i < months.length; i++) {
    const day = days[i] ?? Number.NaN;
    let month = known.get(day);
    if (month === undefined) known.set(day, (month = monthIndexOf(day)));
    months[i] = month;
  }
  return months;
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, monthIndexOf } from "../../../src/core/date/day.ts";
import { bindNames } from "../../../src/core/policy/ledger.ts";
import type { PoolEntry } from "../../../src/core/policy/pool.ts";
import { packedEntries } from "../../../src/core/simulation/pool-book.ts";
import { claimColumns, sortedClaims } from "../../../src/core/simulation/pool-claims.ts";
import { payPoolTrials, type RecordedPool } from "../../../src/core/simulation/pool-trials.ts";
import { TrialCells } from "../../../src/core/simulation/trial-cells.ts";
import { payPlainTrial, type PlainClaim, type PlainPool } from "./pool-reference.ts";

const TRIALS = 4;
const years = { first: 2023, count: 20 };
const months = { first: monthIndexOf(dayOf(2025, 1, 1)), count: 36 };
const termEnd = dayOf(2027, 6, 30);

/** Few days, guarantees and amounts, so that claims often tie. */
const day = fc.integer({ min: 0, max: 30 }).map((month) => dayOf(2024, 10 + month, 15));
const fen = fc.integer({ min: 0, max: 5 }).map((amount) => amount * 1_000_003);
const eligibility = fc.integer({ min: 0, max: 2 });

const claim: fc.Arbitrary<PlainClaim> = fc.record({
  trial: fc.integer({ min: 0, max: TRIALS - 1 }),
  day,
  order: fc.integer({ min: 0, max: 2 }),
  planning: fen,
  statutory: fen,
  eligibility,
  gross: fen,
  binds: fc.integer({ min: 0, max: bindNames.length - 1 }),
});

/** Recorded claims, each with a recovery where `recovered` is not 0, and top-ups. */
const entries = fc
  .record({
    claims: fc.array(
      fc.record({ day, amount: fen, eligibility, recovered: fen, after: fc.integer({ min: 1, max: 400 }) }),
      {
        maxLength: 8,
      },
    ),
    topUp: fen,
  })
  .map(({ claims, topUp }): PoolEntry[] => {
    const ownClaims = claims.map((each, due): PoolEntry => ({
      kind: "claim",
      day: each.day,
      row: due,
      due,
      amount: each.amount,
      eligibility: each.eligibility,
    }));
    const recoveries = claims.map((each, due): PoolEntry => ({
      kind: "recovery",
      day: each.day + each.after,
      row: due,
      due,
      amount: each.recovered,
      eligibility: each.eligibility,
    }));
    const topUps = [2025, 2026, 2027].map((year): PoolEntry => ({
      kind: "top-up",
      day: dayOf(year, 1, 1),
      row: -1,
      due: -1,
      amount: topUp,
      eligibility: 1,
    }));
    return [...topUps, ...recoveries, ...ownClaims].sort((a, b) => a.day - b.day);
  });
const terms = fc.record({ size: fen, target: fc.oneof(fen, fc.constant(Number.NaN)) });

const pools: fc.Arbitrary<PlainPool> = fc.record({
  measure: fc.integer({ min: 0, max: 1 }),
  entries: fc.record({ planning: entries, statutory: entries }),
  terms: fc.record({ planning: terms, statutory: terms }),
});

const packed = (pool: PlainPool): RecordedPool => ({
  ...pool,
  entries: { planning: packedEntries(pool.entries.planning), statutory: packedEntries(pool.entries.statutory) },
});

function columnsOf(claims: readonly PlainClaim[]) {
  const columns = claimColumns(claims.length);
  claims.forEach((each, at) => {
    for (const [name, column] of Object.entries(columns)) column[at] = each[name as keyof PlainClaim];
  });
  return columns;
}

const moneyOf = ({ planning, statutory, unverified, bounds, tail }: TrialCells) => ({
  planning,
  statutory,
  unverified,
  bounds,
  tail: tail.filter((amounts) => amounts?.some((amount) => amount !== 0)),
});

test("every trial is paid as if its entries were booked one after another", () => {
  fc.assert(
    fc.property(pools, fc.array(claim, { maxLength: 40 }), (pool, claims) => {
      const [cells, plainCells] = [new TrialCells(2, years, TRIALS), new TrialCells(2, years, TRIALS)];
      const sorted = sortedClaims(columnsOf(claims), TRIALS);
      const found = payPoolTrials(packed(pool), sorted, months, termEnd, cells);
      for (let trial = 0; trial < TRIALS; trial++) {
        const plain = payPlainTrial(pool, claims, trial, months, termEnd, plainCells);
        expect(found.exhaustionMonth[trial]).toBe(plain.exhaustionMonth);
        expect(found.unpaid[trial]).toBe(plain.unpaid);
        const balances = plain.balances.map((_, month) => found.balance[month * TRIALS + trial]);
        expect(balances).toEqual(plain.balances);
      }
      expect(moneyOf(cells)).toEqual(moneyOf(plainCells));
    }),
    { numRuns: 300 },
  );
});

test("a claim in a year without a cell is refused", () => {
  const late: PlainClaim = {
    trial: 0,
    day: dayOf(2050, 1, 1),
    order: 0,
    planning: 1,
    statutory: 1,
    eligibility: 1,
    gross: 1,
    binds: 0,
  };
  const none = packedEntries([]);
  const pool = {
    measure: 0,
    entries: { planning: none, statutory: none },
    terms: { planning: { size: 1, target: 1 }, statutory: { size: 1, target: 1 } },
  };
  const pay = () =>
    payPoolTrials(pool, sortedClaims(columnsOf([late]), 1), months, termEnd, new TrialCells(1, years, 1));
  expect(pay).toThrow(new RangeError("no cell for the year 2050"));
});

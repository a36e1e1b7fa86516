import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, codeRanks, type AllocationTerms, type Claims } from "../../../src/core/policy/allocation.ts";
import { returned, returnYear } from "../../../src/core/policy/clawback.ts";
import { dayOf } from "../../../src/core/date/day.ts";
import { Eligibility } from "../../../src/core/policy/ledger.ts";

interface Claim {
  readonly contest?: number;
  readonly score?: number;
  readonly date?: number;
  readonly code?: number;
  readonly row?: number;
  readonly amount: number;
  readonly eligibility?: number;
}

function claimsOf(list: readonly Claim[]): Claims {
  const of = (read: (claim: Claim) => number): Float64Array => Float64Array.from(list, read);
  return {
    contest: of(({ contest = 2024 }) => contest),
    score: of(({ score = 0 }) => score),
    date: of(({ date = 0 }) => date),
    code: of(({ code = 0 }) => code),
    row: of(({ row = 0 }) => row),
    amount: of(({ amount }) => amount),
    eligibility: Uint8Array.from(list, ({ eligibility = Eligibility.true }) => eligibility),
  };
}

const terms = (rest: Partial<AllocationTerms>): AllocationTerms => ({
  order: "score",
  places: Infinity,
  envelope: Infinity,
  ...rest,
});
const paid = (list: readonly Claim[], rest: Partial<AllocationTerms>) => [
  ...allocate(claimsOf(list), terms(rest)).paid,
];
const ranks = (list: readonly Claim[], rest: Partial<AllocationTerms>) => [
  ...allocate(claimsOf(list), terms(rest)).rank,
];

describe("allocation of places and money", () => {
  it("breaks ties by date, then code, then row", () => {
    const equal: Claim[] = [
      { score: 9, date: 5, code: 1, amount: 1 },
      { score: 9, date: 4, code: 3, row: 2, amount: 1 },
      { score: 9, date: 4, code: 3, row: 1, amount: 1 },
      { score: 9, date: 4, code: 2, row: 9, amount: 1 },
      { score: 8, date: 1, code: 1, amount: 1 },
    ];
    expect(ranks(equal, { places: 2 })).toEqual([4, 3, 2, 1, 5]);
    expect(paid(equal, { places: 2 })).toEqual([0, 0, 1, 1, 0]);
  });

  it("gives no place to what claims nothing or is refused, and none away to what is not known to be good", () => {
    const mixed: Claim[] = [
      { score: 9, amount: 0 },
      { score: 8, amount: 10, eligibility: Eligibility.false },
      { score: 7, amount: 10, eligibility: Eligibility.unknown },
      { score: 6, amount: 10 },
      { score: 5, amount: 10, eligibility: Eligibility.unknown },
      { score: 4, amount: 10 },
    ];
    expect(ranks(mixed, { places: 1 })).toEqual([0, 0, 1, 1, 2, 2]);
    expect(paid(mixed, { places: 1 })).toEqual([0, 0, 10, 10, 0, 0]);
  });

  it("takes a claim whose score is not known as the best, and lets it draw nothing", () => {
    const open: Claim[] = [
      { score: 6, amount: 10 },
      { score: Number.NaN, amount: 10, eligibility: Eligibility.unknown },
    ];
    expect(paid(open, { places: 1, envelope: 10 })).toEqual([10, 10]);
  });

  it("pays the last what is left, contest by contest", () => {
    const two: Claim[] = [
      { contest: 2024, date: 1, amount: 60 },
      { contest: 2024, date: 2, amount: 60 },
      { contest: 2024, date: 3, amount: 60 },
      { contest: 2025, date: 4, amount: 60 },
    ];
    expect(paid(two, { order: "date", envelope: 100 })).toEqual([60, 40, 0, 60]);
  });

  it("orders codes by code point, equal texts alike", () => {
    const ranks = codeRanks(["B", "A", "B", "𠀀", "\uffee"], [0, 1, 2, 3, 4]);
    expect([0, 1, 2, 3, 4].map((position) => ranks.get(position))).toEqual([2, 1, 2, 4, 3]);
  });

  it("never pays more than places, envelope and claims, whatever the order of rows", () => {
    const claim = fc.record({
      contest: fc.constantFrom(2024, 2025),
      score: fc.integer({ min: 0, max: 3 }),
      date: fc.integer({ min: 0, max: 3 }),
      code: fc.integer({ min: 0, max: 100_000 }),
      amount: fc.integer({ min: 0, max: 100 }),
      eligibility: fc.constantFrom(0, 1, 2),
    });
    const limits = fc.record({
      order: fc.constantFrom("score" as const, "date" as const, "share" as const),
      places: fc.integer({ min: 0, max: 4 }),
      envelope: fc.integer({ min: 0, max: 200 }),
    });
    const many = fc.uniqueArray(claim, { selector: ({ code }) => code, maxLength: 12 });
    fc.assert(
      fc.property(many, limits, (list, rest) => {
        const got = paid(list, rest);
        for (const contest of [2024, 2025]) {
          const good = list.flatMap((each, i) =>
            each.contest === contest && each.eligibility === Eligibility.true ? [got[i] ?? 0] : [],
          );
          expect(good.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(rest.envelope);
          const winners = good.filter((amount) => amount > 0).length;
          if (rest.order !== "share") expect(winners).toBeLessThanOrEqual(rest.places);
        }
        list.forEach(({ amount }, i) => expect(got[i]).toBeLessThanOrEqual(amount));
        expect(paid(list.toReversed(), rest)).toEqual(got.toReversed());
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("payments taken back", () => {
  const taken = { day: dayOf(2026, 3, 1), years: 3, share: 0.3333 };

  it("go to the year of the fact, up to the last year that it reaches back to", () => {
    expect(returnYear(taken, 2023)).toBe(2026);
    expect(returnYear(taken, 2022)).toBeUndefined();
    expect(returnYear(taken, 2027)).toBe(2027); // paid after the fact: returned in its own year
  });

  it("are a share rounded to 分, never more than was paid", () => {
    expect(returned(taken, 100_00)).toBe(33_33);
    expect(returned({ ...taken, share: 1 }, 1)).toBe(1);
    expect(returned({ ...taken, share: 0 }, 100)).toBe(0);
  });
});

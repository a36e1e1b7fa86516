import fc from "fast-check";
import { expect, it } from "vitest";
import { heaviest, paymentSums } from "../../../src/app/payments/payment-list.ts";
import { Eligibility, type Ledger } from "../../../src/core/policy/ledger.ts";

const ledger: Ledger = {
  count: 4,
  measure: new Uint8Array(4),
  enterprise: Int32Array.of(0, 1, 2, 3),
  row: Int32Array.of(0, 1, 2, 3),
  trigger: Int32Array.of(0, 1, 2, 3),
  rule: new Uint8Array(4),
  date: new Float64Array(4).fill(45_100),
  year: new Int16Array(4).fill(2024),
  part: new Uint8Array(4),
  gross: Float64Array.of(900, 100, 200, 400),
  net: Float64Array.of(0, 100, 200, 300),
  statutory: Float64Array.of(0, 100, 250, 400),
  eligibility: Uint8Array.of(Eligibility.false, Eligibility.true, Eligibility.true, Eligibility.unknown),
  binds: new Uint8Array(4),
};
const whole = [(amount: number) => amount];
const all = Int32Array.of(0, 1, 2, 3);

it("sums due and unverified payments apart and the refused in neither", () => {
  expect(paymentSums(ledger, all, whole, Eligibility.true)).toEqual({ gross: 300, net: 300, statutory: 350, count: 2 });
  expect(paymentSums(ledger, all, whole, Eligibility.unknown)).toEqual({
    gross: 400,
    net: 300,
    statutory: 400,
    count: 1,
  });
});

it("puts due payments first, the largest first, and the refused last", () => {
  expect([...heaviest(ledger, all, 4)]).toEqual([2, 1, 3, 0]);
});

it("keeps of many payments the same first ones that sorting all would give", () => {
  const nets = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 1, 2)), { minLength: 1 });
  fc.assert(
    fc.property(nets, fc.integer({ min: 1, max: 20 }), (entries, count) => {
      const many = {
        ...ledger,
        net: Float64Array.from(entries, ([net]) => net),
        eligibility: Uint8Array.from(entries, ([, eligibility]) => eligibility),
      };
      const payments = Int32Array.from(entries.keys());
      const sorted = heaviest(many, payments, entries.length);
      expect([...heaviest(many, payments, count)]).toEqual([...sorted.slice(0, count)]);
      expect([...sorted].sort((a, b) => a - b)).toEqual([...payments]);
    }),
    { seed: 71 },
  );
});

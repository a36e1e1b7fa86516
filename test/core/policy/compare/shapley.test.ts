import fc from "fast-check";
import { expect, it } from "vitest";
import { orderEffects } from "../../../../src/core/policy/compare/shapley.ts";

it("gives each of two changes the mean of being made first and being made last", () => {
  // alone 10 and 20, together 50: 10 and 30 by order for the first, 20 and 40 for the second
  expect(orderEffects([0, 10, 20, 50])).toEqual([
    { shapley: 20, least: 10, most: 30 },
    { shapley: 30, least: 20, most: 40 },
  ]);
});

it("solves the glove game: one left glove against two right ones is worth 2/3 to 1/6 each", () => {
  const worth = [0, 0, 0, 600, 0, 600, 0, 600];
  expect(orderEffects(worth).map(({ shapley }) => shapley)).toEqual([400, 100, 100]);
});

it("keeps whole 分: half a 分 each goes to the earlier change", () => {
  expect(orderEffects([0, 1, 1, 1]).map(({ shapley }) => shapley)).toEqual([1, 0]);
  expect(orderEffects([0, -1, -1, -1]).map(({ shapley }) => shapley)).toEqual([0, -1]);
});

it("sums to the whole difference to the 分, at amounts as large as budgets get", () => {
  const totals = fc.integer({ min: -(10 ** 15), max: 10 ** 15 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 }).chain((n) => fc.array(totals, { minLength: 2 ** n, maxLength: 2 ** n })),
      (worth) => {
        const sum = orderEffects(worth).reduce((total, { shapley }) => total + shapley, 0);
        expect(sum).toBe((worth.at(-1) ?? 0) - (worth[0] ?? 0));
      },
    ),
    { seed: 71, numRuns: 200 },
  );
});

it("says that a change nobody feels moves nothing in any order", () => {
  expect(orderEffects([5, 8, 5, 8])[1]).toEqual({ shapley: 0, least: 0, most: 0 });
});

it("refuses totals that are not of all subsets, and more subsets than are counted", () => {
  expect(() => orderEffects([1, 2, 3])).toThrow("found 3");
  expect(() => orderEffects(Array.from({ length: 512 }, () => 0))).toThrow("found 512");
});

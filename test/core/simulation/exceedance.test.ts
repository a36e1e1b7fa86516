import fc from "fast-check";
import { expect, it } from "vitest";
import { exceedanceCurve } from "../../../src/core/simulation/exceedance.ts";

it("gives each amount the share of trials above it, equal amounts once they are all passed", () => {
  expect(exceedanceCurve(Float64Array.of(1, 2, 2, 5))).toEqual({
    amounts: Float64Array.of(1, 2, 2, 5),
    above: Float64Array.of(0.75, 0.25, 0.25, 0),
  });
});

it("is one point where no trial differs", () => {
  expect(exceedanceCurve(new Float64Array(1000).fill(7))).toEqual({
    amounts: Float64Array.of(7),
    above: Float64Array.of(0),
  });
});

it("keeps the ends of many trials, falls from one to the other, and each point is exact", () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 2000 });
  fc.assert(
    fc.property(amounts, (drawn) => {
      const sorted = Float64Array.from(drawn).sort();
      const curve = exceedanceCurve(sorted);
      expect([curve.amounts[0], curve.amounts.at(-1)]).toEqual([sorted[0], sorted.at(-1)]);
      expect(curve.amounts.length).toBeLessThanOrEqual(250);
      expect(curve.above).toEqual(curve.above.toSorted().reverse());
      curve.amounts.forEach((amount, at) =>
        expect(curve.above[at]).toBe(drawn.filter((each) => each > amount).length / drawn.length),
      );
    }),
    { seed: 1, numRuns: 60 },
  );
});

import { expect, it } from "vitest";
import { spacedValues, twoWayGrid } from "../../../src/core/simulation/two-way-grid.ts";

const percents = { minimum: 0, steps: 10_000, perUnit: 10_000 };

// 10 % to 50 % in thirds: 10, 23.33, 36.67, 50; the present 30 % lies between
it("spaces values evenly on the steps of the range, with the present value among them", () => {
  expect(spacedValues(percents, [0.1, 0.5], 4, 0.3)).toEqual([0.1, 0.2333, 0.3, 0.3667, 0.5]);
  expect(spacedValues(percents, [0.5, 0.1], 3, 0.3)).toEqual([0.1, 0.3, 0.5]);
  expect(spacedValues(percents, [0.1, 0.5], 2, 0.6)).toEqual([0.1, 0.5]);
});

it("has no value twice where there are fewer steps than values asked for", () => {
  expect(spacedValues({ minimum: 0, steps: 120, perUnit: 1 }, [3, 5], 7)).toEqual([3, 4, 5]);
});

it("prices every pair, the first parameter by row", async () => {
  const grid = await twoWayGrid([1, 2], [10, 20, 30], (row, column) => Promise.resolve(row * 100 + column));
  expect(grid.figures).toEqual([
    [110, 120, 130],
    [210, 220, 230],
  ]);
});

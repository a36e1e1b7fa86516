import fc from "fast-check";
import { expect, it } from "vitest";
import { movedCell } from "../../../src/app/charts/cell-place.ts";
import { heatTable, tintOf } from "../../../src/app/overview/heat-table.ts";

it("puts every year in its column and sums rows and columns", () => {
  const table = heatTable(
    [
      new Map([[2024, 500]]),
      new Map([
        [2023, 100],
        [2024, 7],
      ]),
    ],
    [2023, 2024, 2025],
  );
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    [0, 500, 0],
    [100, 7, 0],
  ]);
  expect(table.rows.map(({ total }) => total)).toEqual([500, 107]);
  expect(table.sums).toEqual({ cells: [100, 507, 0], total: 607 });
  expect(table.largest).toBe(500);
});

it("sums to the same total by rows and by columns", () => {
  const years = [2023, 2024, 2025];
  const line = fc.array(fc.tuple(fc.constantFrom(...years), fc.integer({ min: 0, max: 1e12 })));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const table = heatTable(
        lines.map((entries) => new Map(entries)),
        years,
      );
      expect(table.rows.reduce((sum, { total }) => sum + total, 0)).toBe(table.sums.total);
    }),
    { seed: 71 },
  );
});

it("tints nothing for no money and the largest cell most", () => {
  expect(tintOf(0, 100)).toBe(0);
  expect(tintOf(1, 100)).toBeGreaterThan(0);
  expect(tintOf(100, 100)).toBe(40);
});

it("moves by arrows inside the table and leaves other keys alone", () => {
  const last = { row: 3, column: 5 };
  expect(movedCell({ row: 0, column: 0 }, "ArrowUp", last)).toEqual({ row: 0, column: 0 });
  expect(movedCell({ row: 0, column: 0 }, "ArrowDown", last)).toEqual({ row: 1, column: 0 });
  expect(movedCell({ row: 3, column: 5 }, "ArrowRight", last)).toEqual({ row: 3, column: 5 });
  expect(movedCell({ row: 2, column: 1 }, "End", last)).toEqual({ row: 2, column: 5 });
  expect(movedCell({ row: 2, column: 1 }, "Enter", last)).toBeUndefined();
});

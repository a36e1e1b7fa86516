import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { cellsIn, toggled, without } from "../../../src/app/overview/narrowing.ts";
import type { Cell } from "../../../src/core/policy/cells.ts";

const cell = (members: Partial<Cell>): Cell => ({
  measure: 0,
  department: "区发改委",
  year: 2024,
  binds: "rate",
  committed: 1,
  statutory: 1,
  unverified: 0,
  forgone: 0,
  ...members,
});

it("combines what is picked, takes back what is picked twice, and lets a year and the tail exclude each other", () => {
  expect(toggled({ department: "区发改委" }, { year: 2024 })).toEqual({ department: "区发改委", year: 2024 });
  expect(toggled({ department: "区发改委", year: 2024 }, { year: 2024 })).toEqual({ department: "区发改委" });
  expect(toggled({ year: 2024 }, { year: 2025, measure: 3 })).toEqual({ year: 2025, measure: 3 });
  expect(toggled({ year: 2024 }, { tail: true })).toEqual({ tail: true });
  expect(toggled({ tail: true }, { year: 2024 })).toEqual({ year: 2024 });
  expect(without({ year: 2024, measure: 0 }, "year")).toEqual({ measure: 0 });
});

it("keeps the cells that every member of a selection admits", () => {
  const cells = [
    cell({}),
    cell({ department: "区科信局" }),
    cell({ measure: 4 }),
    cell({ year: 2029, binds: "cap" }),
    cell({ year: 2028 }),
  ];
  const kept = (selection: Parameters<typeof cellsIn>[2]): number[] =>
    cellsIn(cells, xicheng202371, selection).map((each) => cells.indexOf(each));
  expect(kept({})).toEqual([0, 1, 2, 3, 4]);
  expect(kept({ department: "区科信局" })).toEqual([1]);
  expect(kept({ measure: 4 })).toEqual([2]);
  expect(kept({ tail: true })).toEqual([3]);
  expect(kept({ binds: "cap", year: 2028 })).toEqual([]);
  expect(kept({ year: 2028 })).toEqual([4]);
});

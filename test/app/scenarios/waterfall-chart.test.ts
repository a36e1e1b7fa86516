import { expect, it } from "vitest";
import { barParts, waterfallBars } from "../../../src/app/scenarios/waterfall-chart.ts";
import { ofSubsets } from "../../../src/app/scenarios/waterfall-run.ts";

const chart = { totalName: "合计", unitName: "万元", reducedMotion: true };

it("lets each bar begin where the one before ended, and the whole difference at 0", () => {
  const steps = [5, -8, 2].map((amount, at) => ({ name: `改动${at}`, amount }));
  expect(waterfallBars({ ...chart, steps }).map(({ from, to }) => [from, to])).toEqual([
    [0, 5],
    [5, -3],
    [-3, -1],
    [0, -1],
  ]);
});

it("holds a bar up to where it floats, above 0, below 0, and across it", () => {
  expect(barParts({ from: 2, to: 5 })).toEqual({ held: 2, above: 3, below: 0 });
  expect(barParts({ from: -1, to: -3 })).toEqual({ held: -1, above: 0, below: -2 });
  expect(barParts({ from: 5, to: -3 })).toEqual({ held: 0, above: 5, below: -3 });
});

it("finds changes in order and alone among the totals of all subsets", () => {
  const change = { kind: "asOf", from: undefined, to: "2026-03-31" } as const;
  // alone 10 and 20, together 50
  const { inOrder, alone } = ofSubsets([change, change], [100, 110, 120, 150]);
  expect([inOrder, alone]).toEqual([
    [10, 40],
    [10, 20],
  ]);
});

import { expect, test } from "vitest";
import type { BindName } from "../../../src/core/policy/ledger.ts";
import { boundLines } from "../../../src/core/simulation/bound-figures.ts";
import { boundTable, heaviestLimit } from "../../../src/app/risk/bound-table.ts";

const bound = (triggers: number, gross: number, forgone: number, cutTrials: number) => ({
  triggers,
  gross,
  forgone,
  cutTrials,
});
type Bounds = ReadonlyMap<BindName, ReturnType<typeof bound>>;

// ten trials: of the first measure 30 triggers at the rate and 10 at the cap; of the third 20, all cut by the pool
const bounds: Bounds[] = [
  new Map([
    ["rate", bound(30, 3000, 0, 0)],
    ["cap", bound(10, 2000, 500, 8)],
  ]),
  new Map(),
  new Map([["pool", bound(20, 4000, 1000, 5)]]),
  new Map([["rate", bound(5, 100, 0, 0)]]),
];
const lines = boundLines({ bounds, trials: 10 });

test("measures stand in the order of what is cut from them a trial, those without triggers not at all", () => {
  expect(lines.map(({ measure, triggers, gross, forgone }) => [measure, triggers, gross, forgone])).toEqual([
    [2, 2, 400, 100],
    [0, 4, 500, 50],
    [3, 0.5, 10, 0],
  ]);
  expect(lines[1]?.limits.get("cap")).toEqual({ triggers: 1, share: 0.25, forgone: 50, cutShare: 0.8 });
});

test("amounts have their sum and the amount before limits beside, for measures that lose any", () => {
  expect(boundTable(lines, "forgone")).toEqual({
    limits: ["cap", "pool"],
    rows: [
      { measure: 2, cells: [0, 100, 100, 400] },
      { measure: 0, cells: [50, 0, 50, 500] },
    ],
  });
});

test("shares of triggers are of all measures and add up to one, with the rate", () => {
  const { limits, rows } = boundTable(lines, "share");
  expect(limits).toEqual(["rate", "cap", "pool"]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    [0, 0, 1],
    [0.75, 0.25, 0],
    [1, 0, 0],
  ]);
});

test("the limit that cuts most is named, none where nothing is cut", () => {
  expect(heaviestLimit(lines)).toEqual({ name: "pool", forgone: 100 });
  expect(heaviestLimit(lines.slice(2))).toBeUndefined();
});

import { expect, it } from "vitest";
import { benchDifference } from "../../../src/app/state/bench-difference.ts";
import { deleted, measuredAgainst, savedAs, workbenchOf } from "../../../src/app/state/workbench.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const start = workbenchOf({ ...publishedScenario, values: { "m06.补助比例": 0.2, "m14.补偿比例": 0.4 } });
const none = { desk: [], saved: [], baseline: false, other: false };

it("finds nothing between equal states, in whatever order the edits were made", () => {
  const turned = workbenchOf({ ...publishedScenario, values: { "m14.补偿比例": 0.4, "m06.补助比例": 0.2 } });
  expect(benchDifference(start, turned)).toEqual(none);
});

it("names edits, saved scenarios, the baseline and the rest apart", () => {
  const edited = workbenchOf({
    ...publishedScenario,
    values: { "m06.补助比例": 0.3 },
    readings: { 单户上限口径: "年度" },
  });
  expect(benchDifference(start, edited).desk).toEqual(["m06.补助比例", "m14.补偿比例", "单户上限口径"]);
  const two = savedAs(savedAs(start, "甲"), "乙");
  expect(benchDifference(two, deleted(two, "1"))).toEqual({ ...none, saved: ["甲"] });
  expect(benchDifference(two, measuredAgainst(two, "2"))).toEqual({ ...none, baseline: true });
  const seeded = workbenchOf({ ...start.current, seed: 7 });
  expect(benchDifference(start, seeded)).toEqual({ ...none, other: true });
});

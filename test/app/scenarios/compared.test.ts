import { expect, it } from "vitest";
import { comparedOf, members } from "../../../src/app/scenarios/compared.ts";
import { MOST_COMPARED } from "../../../src/core/policy/compare/compared-sums.ts";
import * as bench from "../../../src/app/state/workbench.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const names = { published: "现行政策", unsaved: "未保存" };
const start = bench.workbenchOf(publishedScenario);
const edited = bench.workbenchOf({ ...publishedScenario, values: { "m06.补助比例": 0.2 } });
const keysOf = (of: bench.Workbench): readonly string[] => members(of, names).map(({ key }) => key);

it("compares what is on the desk only where it is saved nowhere", () => {
  expect(keysOf(start)).toEqual(["published"]);
  expect(keysOf(edited)).toEqual(["published", "desk"]);
  expect(keysOf(bench.savedAs(edited, "甲"))).toEqual(["published", "1"]);
});

it("puts the baseline first", () => {
  const two = ["甲", "乙"].reduce(bench.savedAs, edited);
  expect(keysOf(bench.measuredAgainst(two, "2"))).toEqual(["2", "published", "1"]);
});

it("takes five at most, and the baseline even where it is left out", () => {
  const all = members(["甲", "乙", "丙", "丁", "戊"].reduce(bench.savedAs, edited), names);
  expect(comparedOf(all, [])).toHaveLength(MOST_COMPARED);
  expect(comparedOf(all, ["published", "1", "2"]).map(({ key }) => key)).toEqual(["published", "3", "4", "5"]);
});

import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { keptText, restoredWorkbench } from "../../../src/app/state/kept-workbench.ts";
import * as bench from "../../../src/app/state/workbench.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const lower = { ...publishedScenario, values: { "m06.补助比例": 0.2 } };
const start = bench.workbenchOf(lower);
const three = ["甲", "乙", "丙"].reduce(bench.savedAs, start);
const names = ({ saved }: bench.Workbench): readonly string[] => saved.map(({ scenario }) => scenario.name);
const idOf = ({ saved }: bench.Workbench, name: string): string =>
  saved.find(({ scenario }) => scenario.name === name)?.id ?? "";

it("saves what is on the desk under a name, and under another where the name is taken", () => {
  expect(names(bench.savedAs(three, "乙"))).toEqual(["甲", "乙", "丙", "乙 2"]);
  expect(three.current).toEqual({ ...lower, name: "丙" });
  expect(bench.isKept(three)).toBe(true);
});

it("knows edits that are not saved, in whatever order edits were made", () => {
  const [first, second] = [
    { "m06.补助比例": 0.2, "m14.补偿比例": 0.4 },
    { "m14.补偿比例": 0.4, "m06.补助比例": 0.2 },
  ];
  const saved = bench.savedAs(bench.workbenchOf({ ...lower, values: first }), "甲");
  expect(bench.isKept({ ...saved, current: { ...saved.current, values: second } })).toBe(true);
  const edited = { ...saved, current: { ...saved.current, values: {} } };
  expect(bench.isKept(edited)).toBe(false);
  expect(bench.savedAgain(edited).saved[0]?.scenario.values).toEqual({});
});

it("puts a copy below its original, and moves scenarios no further than the ends", () => {
  const copied = bench.duplicated(three, idOf(three, "甲"), "甲 副本");
  expect(names(copied)).toEqual(["甲", "甲 副本", "乙", "丙"]);
  expect(names(bench.moved(copied, idOf(copied, "丙"), -2))).toEqual(["甲", "丙", "甲 副本", "乙"]);
  expect(bench.moved(copied, idOf(copied, "丙"), 1)).toBe(copied);
});

it("renames the scenario on the desk with its saved one", () => {
  const renamed = bench.renamed(three, idOf(three, "丙"), "甲");
  expect(names(renamed)).toEqual(["甲", "乙", "甲 2"]);
  expect(renamed.current.name).toBe("甲 2");
});

it("forgets the baseline and the opened scenario once they are deleted, and nothing else", () => {
  const measured = bench.measuredAgainst(three, idOf(three, "甲"));
  expect(bench.deleted(measured, idOf(three, "乙"))).toMatchObject({ baseline: "1", opened: "3" });
  expect(bench.deleted(measured, "1")).not.toHaveProperty("baseline");
  expect(bench.deleted(measured, "3")).not.toHaveProperty("opened");
});

it("takes the grounds of an edit into the saved scenario as long as the edit is there", () => {
  const ground = { reason: "试点", document: "西财发〔2026〕8号" };
  const grounded = bench.savedAs(bench.withGround(start, "m06.补助比例", ground), "甲");
  expect(grounded.saved[0]?.scenario.grounds).toEqual({ "m06.补助比例": ground });
  expect(bench.openedFrom(bench.laidOut(grounded, publishedScenario), "1").grounds).toEqual({ "m06.补助比例": ground });
  expect(bench.savedAgain({ ...grounded, current: publishedScenario }).saved[0]?.scenario).not.toHaveProperty(
    "grounds",
  );
  expect(bench.withGround(grounded, "m06.补助比例", {}).grounds).toEqual({});
});

it("restores all scenarios of an earlier visit, and starts from the published policy without one", () => {
  const kept = bench.measuredAgainst(bench.withGround(three, "m06.补助比例", { reason: "试点" }), "1");
  expect(restoredWorkbench(keptText(kept), xicheng202371)).toEqual(kept);
  expect(restoredWorkbench(null, xicheng202371)).toEqual(bench.workbenchOf(publishedScenario));
});

it("reads what a visit kept before there were saved scenarios", () => {
  const restored = restoredWorkbench('{"values":{"m06.补助比例":0.1},"readings":{}}', xicheng202371);
  expect(restored.current.values).toEqual({ "m06.补助比例": 0.1 });
  expect(restored.saved).toEqual([]);
});

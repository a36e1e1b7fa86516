import { deleteDB } from "idb";
import { afterEach, expect, it } from "vitest";
import { KeptWork } from "../../../src/app/state/kept-work.ts";

const name = "kept-work-test";
const opened: KeptWork[] = [];
const open = async (): Promise<KeptWork> => {
  const work = await KeptWork.open(name);
  opened.push(work);
  return work;
};
const roster = { content: new Blob(["bytes of a workbook"]), fileName: "名册.xlsx" };

afterEach(async () => {
  for (const work of opened.splice(0)) work.close();
  await deleteDB(name);
});

it("gives back the file and the scenario that were kept, and nothing before that", async () => {
  const first = await open();
  expect([first.roster, first.scenario]).toEqual([undefined, null]);
  expect(await first.keepRoster(roster)).toBe("kept");
  expect(await first.keepScenario("{}")).toBe("kept");
  const second = await open();
  expect(second.roster?.fileName).toBe(roster.fileName);
  expect(await second.roster?.content.text()).toBe("bytes of a workbook");
  expect(second.scenario).toBe("{}");
});

it("overwrites nothing that another window has kept since, until it is told to take over", async () => {
  const [one, other] = [await open(), await open()];
  expect(await one.keepScenario("one")).toBe("kept");
  expect(await other.keepScenario("other")).toBe("elsewhere");
  expect((await open()).scenario).toBe("one");
  await other.takeOver();
  expect(await other.keepScenario("other")).toBe("kept");
  expect((await open()).scenario).toBe("other");
});

it("forgets everything", async () => {
  const work = await open();
  await work.keepRoster(roster);
  await work.keepScenario("{}");
  expect(await work.forget()).toBe("kept");
  const after = await open();
  expect([after.roster, after.scenario]).toEqual([undefined, null]);
});

it("says that nothing is kept where the store is gone", async () => {
  const work = await open();
  work.close();
  expect(await work.keepScenario("{}")).toBe("blocked");
});

import { deleteDB } from "idb";
import { afterEach, expect, it, vi } from "vitest";
import { KeptWork, MOST_VERSIONS } from "../../../src/app/state/kept-work.ts";

const name = "kept-work-test";
const opened: KeptWork[] = [];
const open = async (policy?: string): Promise<KeptWork> => {
  const work = await KeptWork.open(name, policy);
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

it("keeps the scenarios of each policy apart, the roster for all, and forgets both", async () => {
  const first = await open();
  await first.keepRoster(roster);
  await first.keepScenario("first");
  const other = await open("example-district");
  expect([other.scenario, other.roster?.fileName]).toEqual([null, roster.fileName]);
  expect(await other.keepScenario("other")).toBe("kept");
  expect((await open()).scenario).toBe("first");
  expect((await open("example-district")).scenario).toBe("other");
  await other.forget();
  expect((await open()).scenario).toBe(null);
  expect([(await open("example-district")).scenario, (await open()).roster]).toEqual([null, undefined]);
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

it("takes over at once, and the other window's scenarios stay among the versions", async () => {
  const [one, other] = [await open(), await open()];
  await one.keepScenario("one");
  await other.keepScenario("other");
  expect(await other.takeOver()).toBe("kept");
  expect((await open()).scenario).toBe("other");
  expect((await other.versions()).map(({ text }) => text)).toEqual(["other", "one"]);
});

it("keeps one version of edits made within two minutes, and no more than twenty", async () => {
  let now = 1_000_000;
  const work = await KeptWork.open(name, undefined, () => now);
  opened.push(work);
  for (const text of ["a", "ab", "abc"]) {
    await work.keepScenario(text);
    now += 50_000;
  }
  expect((await work.versions()).map(({ text, at }) => [text, at])).toEqual([["abc", 1_100_000]]);
  for (let edit = 0; edit < 30; edit++) {
    now += 200_000;
    await work.keepScenario(`edit ${edit}`);
  }
  const kept = await work.versions();
  expect(kept).toHaveLength(MOST_VERSIONS);
  expect(kept[0]?.text).toBe("edit 29");
});

it("keeps the edits where there is no room for the roster, and the roster once there is", async () => {
  const work = await open();
  const put = IDBObjectStore.prototype.put;
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    if (key === "roster") throw new DOMException("no room", "QuotaExceededError");
    return put.call(this, value, key);
  });
  expect(await work.keepRoster(roster)).toBe("full");
  expect(await work.keepScenario("edited")).toBe("full");
  const during = await open();
  expect([during.scenario, during.roster]).toEqual(["edited", undefined]);
  full.mockRestore();
  expect(await work.retry()).toBe("kept");
  expect((await open()).roster?.fileName).toBe(roster.fileName);
});

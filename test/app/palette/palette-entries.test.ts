import { expect, it } from "vitest";
import { matchingEntries, type PaletteEntry } from "../../../src/app/palette/palette-entries.ts";

const entry = (title: string, found: string): PaletteEntry => ({
  group: "articles",
  title,
  found,
  run: () => undefined,
});
const entries = [
  entry("第十条", "第十条 融资担保 Article 10 Guarantees"),
  entry("第十一条", "第十一条 融资租赁 Article 11 Leases"),
  entry("a*b", "a*b"),
];
const titles = (typed: string): string[] => matchingEntries(entries, typed).map(({ title }) => title);

it("finds by every word typed, in any order and either language, whatever case and width", () => {
  expect(titles("融资")).toEqual(["第十条", "第十一条"]);
  expect(titles("guarantees 融资")).toEqual(["第十条"]);
  expect(titles("ＡＲＴＩＣＬＥ　１１")).toEqual(["第十一条"]);
  expect(titles("融资 retail")).toEqual([]);
});

it("offers everything while only spaces are typed, and reads signs as signs", () => {
  expect(titles(" \u3000")).toHaveLength(3);
  expect(titles("*")).toEqual(["a*b"]);
  expect(titles(".")).toEqual([]);
});

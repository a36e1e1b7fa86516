import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { A, read } from "../../support/imported-roster.ts";
import { liveModel, reportInput, sheetOf } from "../../support/recalculated-report.ts";

const { roster } = read({
  企业: [
    ["统一社会信用代码", "企业名称"],
    [A, "甲公司"],
  ],
});

const rowsOf = (language: "zh" | "en", sheet: string) =>
  sheetOf(liveModel(reportInput(roster, { ...publishedScenario, asOf: "2026-06-30" }, { language })), sheet).rows.map(
    (row) => row.map(({ value }) => value),
  );

const rows = rowsOf("zh", "假设与口径");
const title = rows.findIndex(([value]) => String(value).startsWith("模拟过程的固定参数"));
const listed = rows.slice(title + 2);

/** Every number of a process that no key of the scenario can change. */
const numbersIn = (value: unknown): readonly number[] =>
  typeof value === "number" ? [value] : value instanceof Object ? Object.values(value).flatMap(numbersIn) : [];

it("lists every process of the pack, each row with source, rating and what the rating means", () => {
  expect(new Set(listed.map(([id]) => id))).toEqual(new Set(xicheng202371.processes.map(({ id }) => id)));
  for (const { id, source, rating } of xicheng202371.processes) {
    const own = listed.filter((row) => row[0] === id);
    for (const row of own) expect(row.slice(4, 6)).toEqual([source, rating]);
    expect(own.every((row) => String(row[6]).length > 0)).toBe(true);
  }
});

it("lists every number that a process fixes, but for the sign of its factor and a count that a rate replaces", () => {
  for (const process of xicheng202371.processes) {
    const replaced = process.kind === "arrival" && process.count.per === "stock" ? { perEnterprise: null } : {};
    const fixed = numbersIn({ ...process, link: null, ...replaced });
    const values = listed.filter((row) => row[0] === process.id).map((row) => row[2]);
    expect(values, process.id).toEqual(expect.arrayContaining([...fixed]));
  }
});

it("shows money in 元, chances in per cent and the condition as it is tested", () => {
  const item = (id: string, words: string) =>
    listed.find((row) => row[0] === id && String(row[1]).includes(words))?.[2];
  expect(item("升规", "市级升规奖励取值")).toBe(300_000);
  expect(item("升规", "发生对象")).toContain("营业收入>=10000000");
  expect(item("上市", "随后成功的概率")).toBe(0.7);
  expect(item("市级专精特新复核", "有效期")).toBe(36);
  expect(item("新增担保", "担保金额均值")).toBe(2_970_000);
  expect(item("违约代偿", "公共因子")).toBe("宏观（向好则减少）");
});

it("names the items in English in an English report", () => {
  const texts = rowsOf("en", "Assumptions").map((row) => String(row[1] ?? ""));
  expect(texts).toContain("Scales up: value of 市级升规奖励");
});

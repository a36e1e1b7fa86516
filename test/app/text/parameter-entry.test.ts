import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { articleName } from "../../../src/core/policy/article-name.ts";
import { entryText, parseEntry, shownValue } from "../../../src/app/text/parameter-entry.ts";
import { zh } from "../../../src/app/text/zh.ts";

function parameter(key: string) {
  const found = xicheng202371.parameters.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`the policy must have ${key}`);
  return found;
}
const share = parameter("m14.补偿比例");
const money = parameter("m14.单项上限");

describe("typing a parameter", () => {
  it.each(xicheng202371.parameters)("reads back exactly what it shows for $key", (each) => {
    expect(parseEntry(each, entryText(each, each.value), zh)).toEqual({ value: each.value });
  });

  it("reads per cent as a share and 万元 as 元, without a binary tail", () => {
    expect(parseEntry(share, "7", zh)).toEqual({ value: 0.07 });
    expect(parseEntry(share, "29", zh)).toEqual({ value: 0.29 });
    expect(parseEntry(money, "1,234.56", zh)).toEqual({ value: 12_345_600 });
  });

  it("shows values with their unit", () => {
    expect(shownValue(share, 0.3, zh)).toBe("30%");
    expect(shownValue(money, 5_000_000, zh)).toBe("500万元");
  });

  it("refuses words, blanks and numbers outside the range, and says the range", () => {
    expect(parseEntry(share, "很多", zh)).toEqual({ problem: zh.notANumber });
    expect(parseEntry(share, "", zh)).toEqual({ problem: zh.notANumber });
    expect(parseEntry(share, "101", zh)).toEqual({ problem: "应在 0% 至 100% 之间" });
  });
});

it("names articles as the text does", () => {
  expect([1, 10, 14, 20, 31].map((number) => articleName(number, "zh"))).toEqual([
    "第一条",
    "第十条",
    "第十四条",
    "第二十条",
    "第三十一条",
  ]);
});

import { describe, expect, it } from "vitest";
import { budgetEntry, budgetField } from "../../../src/app/risk/budget-entry.ts";
import { budgetText } from "../../../src/app/risk/budget-text.ts";
import type { MoneyUnit } from "../../../src/app/text/amount.ts";

const entered = (text: string, unit: MoneyUnit = "万元") =>
  budgetEntry(text, unit, "全区合计 2027 年预算", budgetText.zh);

describe("a typed budget", () => {
  it.each([
    ["1,234.5", "万元", 12_345_000],
    ["１２００", "万元", 12_000_000],
    ["1.1", "亿元", 110_000_000],
    ["0.07", "万元", 700],
    ["100.005", "元", 100.01],
    [" 0 ", "元", 0],
    ["1 000 000", "亿元", undefined],
  ] as const)("%s in %s is read to the 分", (text, unit, amount) => {
    if (amount === undefined) expect(entered(text, unit)).toHaveProperty("problem");
    else expect(entered(text, unit)).toEqual({ amount });
  });

  it("is taken away by a blank", () => {
    expect(["", "  ", "-"].map((text) => entered(text))).toEqual(Array(3).fill({ amount: undefined }));
  });

  it.each(["约500", "1e3", "1.2.3", "=1+1", "12万元"])("%s is refused with its place and the remedy", (text) => {
    expect(entered(text)).toEqual({
      problem: expect.stringMatching(/^全区合计 2027 年预算：“.*”不是数。请填/u) as string,
    });
  });

  it("is refused below 0 and above what a scenario file may hold, with the range in the page's unit", () => {
    const range = { problem: expect.stringContaining("应为 0 至 100000000 万元") as string };
    expect([entered("-1"), entered("100000001")]).toEqual([range, range]);
  });

  it("stands in its field as it was typed", () => {
    expect([budgetField(110_000_000, "亿元"), budgetField(700, "万元"), budgetField(undefined, "元")]).toEqual([
      "1.1",
      "0.07",
      "",
    ]);
  });
});

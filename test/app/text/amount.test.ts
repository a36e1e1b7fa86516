import { expect, it } from "vitest";
import { amountText, isMoneyUnit, shareText } from "../../../src/app/text/amount.ts";

it("writes 元 and 亿元 with two decimals and 万元 with one", () => {
  expect(amountText(123_456_789, "元")).toBe("1,234,567.89");
  expect(amountText(123_456_789, "万元")).toBe("123.5");
  expect(amountText(12_345_678_900, "亿元")).toBe("1.23");
});

it("never writes a negative nothing", () => {
  expect(amountText(-1, "亿元")).toBe("0.00");
  expect(amountText(-100, "元")).toBe("-1.00");
});

it("knows its units", () => {
  expect(["元", "万元", "亿元", "角", null].map(isMoneyUnit)).toEqual([true, true, true, false, false]);
});

it("writes shares in per cent, small ones with two decimals", () => {
  expect([0, 0.0025, 0.1234, 1].map(shareText)).toEqual(["0.0%", "0.25%", "12.3%", "100.0%"]);
});

import { expect, it } from "vitest";
import { groupedDigits } from "../../../src/app/table/grid.ts";
import { tabSeparated } from "../../../src/app/table/tab-separated.ts";

it("writes lines of cells that a spreadsheet pastes as they stand", () => {
  expect(
    tabSeparated(
      [
        ["甲", "1.5"],
        ["乙", ""],
      ],
      [true, false],
    ),
  ).toBe("甲\t1.5\r\n乙\t");
  expect(tabSeparated([['两行\n"引号"\t制表']], [true])).toBe('"两行\n""引号""\t制表"');
});

it("keeps text that begins like a formula from becoming one, and leaves negative numbers", () => {
  expect(tabSeparated([["=1+1", "-2.5"]], [true, false])).toBe("'=1+1\t-2.5");
});

it("groups the digits of numbers and of nothing else", () => {
  expect(["1234567.1234", "-1000", "999", "2024-01-01", "⚠", ""].map(groupedDigits)).toEqual([
    "1,234,567.1234",
    "-1,000",
    "999",
    "2024-01-01",
    "⚠",
    "",
  ]);
});

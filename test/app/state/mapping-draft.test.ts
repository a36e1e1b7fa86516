import { expect, it } from "vitest";
import { proposeMapping, proposeSheet } from "../../../src/core/roster/mapping/propose-mapping.ts";
import {
  childIn,
  columnIn,
  columnKey,
  draftOf,
  isCanonical,
  isSettled,
  missingFields,
  sheetIn,
  withField,
  withRepairs,
  withSheet,
  withUnit,
  type MappingDraft,
} from "../../../src/app/state/mapping-draft.ts";
import { A, B } from "../../support/imported-roster.ts";
import { rawWorkbook } from "../../support/raw-workbook.ts";

const untidy = rawWorkbook({
  企业: [
    ["企业全称", "社会信用代码", "营业总收入", "资产总计（千元）", "第1笔担保金额", "第1笔起始日期"],
    ["甲", A, 5, 7, 100, { date: "2026-01-05" }],
    ["乙", B, 6, 8, 200, { date: "2026-02-05" }],
  ],
});
const canonical = rawWorkbook({
  企业: [
    ["统一社会信用代码", "企业名称"],
    [A, "甲"],
  ],
  说明: [["示例"]],
});

const draft = draftOf(proposeMapping(untidy));
const sheetOf = (of: MappingDraft) => {
  const sheet = sheetIn(of, "企业");
  if (!sheet) throw new Error("the draft must have the sheet");
  return sheet;
};
const revenue = { column: "C", header: "营业总收入" };

it("asks about a column that only resembles a field, until it is decided on either way", () => {
  expect([...draft.asked]).toEqual([columnKey("企业", "C")]);
  for (const field of ["revenue", null]) expect(withField(draft, "企业", revenue, field).asked.size).toBe(0);
  expect(columnIn(sheetOf(withField(draft, "企业", revenue, "revenue")), "C")?.field).toBe("revenue");
});

it("takes a field from one column for another and asks what the first one is then", () => {
  const moved = withField(draft, "企业", revenue, "assets");
  expect(columnIn(sheetOf(moved), "C")?.field).toBe("assets");
  expect(columnIn(sheetOf(moved), "D")).toBeUndefined();
  expect([...moved.asked]).toEqual([columnKey("企业", "D")]);
});

it("changes the unit of a column of the sheet or of a child row, and of no other", () => {
  const changed = sheetOf(withUnit(withUnit(draft, "企业", "D", "亿元"), "企业", "E", "元"));
  expect(columnIn(changed, "D")?.unit).toBe("亿元");
  expect(columnIn(changed, "E")?.unit).toBe("元");
  expect(columnIn(changed, "A")).toEqual(columnIn(sheetOf(draft), "A"));
});

it("takes a column out of its child row, and the child row away with the last of them", () => {
  expect(childIn(sheetOf(draft), "E")).toMatchObject({ label: "第1笔", table: "guarantees" });
  const one = withField(draft, "企业", { column: "E", header: "第1笔担保金额" }, null);
  expect(sheetOf(one).children).toHaveLength(1);
  const none = withField(one, "企业", { column: "F", header: "第1笔起始日期" }, null);
  expect(sheetOf(none).children).toEqual([]);
});

it("forgets what it asked about a sheet that is read anew", () => {
  const chosen = proposeSheet(untidy, { sheet: "企业", table: null });
  if (!chosen) throw new Error("the workbook has the sheet");
  const unread = withSheet(draft, chosen);
  expect(unread.asked.size).toBe(0);
  expect(sheetOf(unread).table).toBeNull();
});

it("names the required fields that no column gives", () => {
  expect(missingFields(sheetOf(draft))).toEqual([]);
  const without = withField(draft, "企业", { column: "B", header: "社会信用代码" }, null);
  expect(missingFields(sheetOf(without)).map(({ id }) => id)).toEqual(["uscc"]);
});

it("holds each repair consented to once, and none that was taken back", () => {
  const repair = { sheet: "企业", cell: "B2", before: "O", after: "0" };
  const twice = withRepairs(withRepairs(draft, [repair], true), [repair], true);
  expect(twice.mapping.repairs).toEqual([repair]);
  expect(withRepairs(twice, [repair], false).mapping.repairs).toEqual([]);
});

it("tells a file that needs no decision from one that does, and one decided on before", () => {
  const [plain, other] = [proposeMapping(canonical), proposeMapping(untidy)];
  expect([isCanonical(plain), isSettled(plain)]).toEqual([true, true]);
  expect([isCanonical(other), isSettled(other)]).toEqual([false, false]);
  const again = proposeMapping(untidy, other.mapping);
  expect([isCanonical(again), isSettled(again)]).toEqual([false, true]);
});

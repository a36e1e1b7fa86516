import { describe, expect, it } from "vitest";
import { A, B, C, read } from "../../support/imported-roster.ts";
import type { TestCell } from "../../support/raw-workbook.ts";

/** Issues of one firm with these cells. */
const firm = (cells: Readonly<Record<string, TestCell>>) =>
  read({
    企业: [
      ["统一社会信用代码", "企业名称", ...Object.keys(cells)],
      [A, "甲公司", ...Object.values(cells)],
    ],
  }).issues.map(({ code, severity, column, expected }) => [code, severity, column, expected]);

describe("implausible values are kept with a warning", () => {
  it.each<[string, Record<string, TestCell>, string, string, string]>([
    [
      "revenue a head too high",
      { 营业收入: 5_000_000, 从业人员: 2 },
      "implausible-value",
      "营业收入",
      "人均 100 元至 2 亿元",
    ],
    [
      "revenue a head too low",
      { 营业收入: 0.05, 从业人员: 20 },
      "implausible-value",
      "营业收入",
      "人均 100 元至 2 亿元",
    ],
    [
      "a year in another unit",
      { 营业收入2023: 1200, 营业收入2024: 12_500_000 },
      "implausible-value",
      "营业收入2024",
      "与营业收入2023相差不到 5000 倍",
    ],
    [
      "a contribution above the revenue",
      { 营业收入2024: 10, 区级综合贡献2024: 11 },
      "implausible-value",
      "区级综合贡献2024",
      "≤ 营业收入2024",
    ],
    [
      "a title before the firm was founded",
      { 成立日期: "2024-01-01", 市级专精特新认定日期: "2023-06-01" },
      "bad-date-order",
      "市级专精特新认定日期",
      "≥ 成立日期",
    ],
    [
      "title levels out of order",
      { 市级专精特新认定日期: "2024-01-01", 国家级小巨人认定日期: "2023-06-01" },
      "bad-date-order",
      "国家级小巨人认定日期",
      "≥ 市级专精特新认定日期",
    ],
  ])("%s", (_, cells, code, column, expected) => {
    expect(firm(cells)).toEqual([[code, "warning", column, expected]]);
  });

  it("and none is given for values that can be right, zero and blanks among them", () => {
    expect(
      firm({
        营业收入: 1200,
        从业人员: 20,
        营业收入2023: 1100,
        营业收入2024: 0,
        区级综合贡献2024: null,
        成立日期: "2020-01-01",
        市级专精特新认定日期: "2023-06-01",
        国家级小巨人认定日期: "2023-06-01",
      }),
    ).toEqual([]);
    expect(firm({ 营业收入: 0, 从业人员: 20 })).toEqual([]);
  });
});

describe("firms that are almost the same", () => {
  it("are told, with the row of the first, and kept", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称"],
        [A, "北京示例科技有限公司"],
        [B, "示例科技（北京）有限责任公司"],
        [C, "示例科贸有限公司"],
      ],
    });
    expect(issues).toMatchObject([{ code: "near-duplicate", severity: "warning", cell: "B3", expected: "企业 2" }]);
    expect(roster.tables.enterprises.rowCount).toBe(3);
  });
});

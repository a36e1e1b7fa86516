import { describe, expect, it } from "vitest";
import { A, read, readCell, shown } from "../../support/imported-roster.ts";
import type { TestCell } from "../../support/raw-workbook.ts";

describe("converting cells", () => {
  it.each<[TestCell, number]>([
    [123.456789, 1_234_567.89],
    ["1,234.5", 12_345_000],
    ["１２３．５", 1_235_000],
    ["(12)", -120_000],
    ["（1,200.5）", -12_005_000],
    [" -3 ", -30_000],
    ["1.2e3", 12_000_000],
    [0, 0],
    ["3万", 30_000],
    ["3 万元", 30_000],
    ["1,200.5元", 1200.5],
    ["０.5亿", 50_000_000],
    ["2百万元", 2_000_000],
    ["(3)千元", -3000],
  ])("reads %j in 万元 as %d 元", (cell, yuan) => {
    expect(readCell("营业收入", cell, "revenue").value).toBe(yuan);
  });

  it.each<[string, number]>([
    ["金融资产总额", 300_000_000],
    ["金融资产总额(万元)", 30_000],
    ["金融资产总额（元）", 3],
  ])("reads 3 under %s as %d 元", (header, yuan) => {
    expect(readCell(header, 3, "financialAssets").value).toBe(yuan);
  });

  it.each<[TestCell]>([["3万人"], ["1,23"], ["约5"], ["30%"], ["-"], [true], [{ date: "2023-05-29" }]])(
    "takes %j for no amount",
    (cell) => {
      const { value, issues } = readCell("营业收入", cell, "revenue");
      expect(value).toBe("unreadable");
      expect(issues).toMatchObject([{ code: "type-error", severity: "error", cell: "C2", column: "营业收入" }]);
    },
  );

  it("takes no fraction for a number of persons", () => {
    expect(readCell("从业人员", 2.5, "employees").value).toBe("unreadable");
    expect(readCell("从业人员", "1,200", "employees").value).toBe(1200);
  });

  it.each<[TestCell]>([
    [{ date: "2023-05-29", time: 0.75 }],
    [45075],
    [20230529],
    ["20230529"],
    ["2023-5-29"],
    ["2023/5/29"],
    ["2023.5.29"],
    ["2023年5月29日"],
    [" ２０２３．５．２９ "],
    ["2023-05-29T08:30:00Z"],
    ["2023-05-29 08:30:00.000"],
  ])("reads %j as 2023-05-29", (cell) => {
    const { value, issues } = readCell("成立日期", cell, "founded");
    expect(value).toBe("2023-05-29");
    expect(issues).toEqual([]);
  });

  it("reads a month as its first day, with a warning", () => {
    const { value, issues } = readCell("成立日期", "2023年5月", "founded");
    expect(value).toBe("2023-05-01");
    expect(issues).toMatchObject([
      { code: "type-error", severity: "warning", found: "2023年5月", expected: "2023-05-01" },
    ]);
  });

  it.each<[TestCell]>([
    ["2023-02-29"],
    ["2023-13-01"],
    [2023],
    [36525],
    [55154],
    [45075.5],
    ["45075"],
    ["2023"],
    [true],
  ])("takes %j for no date", (cell) => {
    expect(readCell("成立日期", cell, "founded").value).toBe("unreadable");
  });

  it.each<[TestCell, number | string]>([
    ...(["是", "有", "√", "Y", "yes", "TRUE", "1", "真", 1, true] as const).map(
      (cell) => [cell, 1] as [TestCell, number],
    ),
    ...(["否", "无", "×", "N", "no", "false", "0", "假", 0, false] as const).map(
      (cell) => [cell, 0] as [TestCell, number],
    ),
    ["也许", "unreadable"],
    [2, "unreadable"],
    ["　", "blank"],
  ])("reads %j as the truth value %s", (cell, value) => {
    expect(readCell("户籍创业", cell, "residentStartup").value).toBe(value);
  });

  it("calls a value outside an open list unreadable and keeps the row", () => {
    const { value, issues } = readCell("申报划型", "中型企业", "declaredSize");
    expect(value).toBe("unreadable");
    expect(issues).toMatchObject([
      { code: "not-in-list", cell: "C2", found: "中型企业", expected: "大型、中型、小型、微型" },
    ]);
    expect(readCell("申报划型", " 中型　", "declaredSize").value).toBe("中型");
  });

  it("calls a cell in error and a formula without a result unreadable, each by its name", () => {
    expect(readCell("营业收入", { error: "#N/A" }, "revenue")).toMatchObject({
      value: "unreadable",
      issues: [{ code: "cell-error", cell: "C2", found: "#N/A" }],
    });
    expect(readCell("营业收入", { uncached: true }, "revenue")).toMatchObject({
      value: "unreadable",
      issues: [{ code: "no-cached-value", cell: "C2" }],
    });
  });

  it("keeps a negative amount in an optional column, with a warning", () => {
    expect(readCell("营业收入", -1, "revenue")).toMatchObject({
      value: -10_000,
      issues: [{ code: "implausible-value", severity: "warning", cell: "C2" }],
    });
  });

  it("reads an industry code or a name in a numeric cell as its decimal text", () => {
    expect(readCell("行业代码", 6510, "industryCode").value).toBe("6510");
  });
});

describe("codes", () => {
  it("are compared in half-width upper case", () => {
    const { roster } = read({
      企业: [
        ["统一社会信用代码", "企业名称"],
        [" ９１１１００００６０００３７３４１l ", "甲"],
      ],
    });
    expect(shown(roster, "enterprises", "uscc")).toEqual([A]);
  });

  it("in a numeric cell of more than 15 digits are damaged and refuse the row", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称"],
        [911000001000013400, "甲"],
        [A, "乙"],
      ],
    });
    expect(issues).toMatchObject([{ code: "damaged-code", severity: "error", cell: "A2", refusesRow: true }]);
    expect(shown(roster, "enterprises", "name")).toEqual(["乙"]);
  });

  it("that fail their check digit or are not of 18 characters are kept with a warning", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称"],
        ["911100006000373410", "甲"],
        [12345, "乙"],
      ],
    });
    expect(issues).toMatchObject([
      { code: "code-check-digit", severity: "warning", cell: "A2" },
      { code: "code-check-digit", severity: "warning", cell: "A3" },
    ]);
    expect(shown(roster, "enterprises", "uscc")).toEqual(["911100006000373410", "12345"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDay } from "../../../src/core/date/day.ts";
import type { Issue, IssueCode } from "../../../src/core/issue/issue.ts";
import { fieldOf, type TableId } from "../../../src/core/roster/fields.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { CellState, type Roster } from "../../../src/core/roster/roster.ts";
import { rawSheet, rawWorkbook, type TestCell, type TestRow } from "../../support/raw-workbook.ts";

const A = "91110000600037341L";
const B = "91110000802100433B";
const C = "91110102999900003H";
const noise: readonly IssueCode[] = ["absent-column-assumed"];

type Sheets = Readonly<Record<string, readonly TestRow[]>>;

function read(sheets: Sheets): { roster: Roster; issues: Issue[] } {
  const { roster, issues } = importRoster(rawWorkbook(sheets));
  if (!roster) throw new Error("expected a roster");
  return { roster, issues: issues.filter(({ code }) => !noise.includes(code)) };
}

/** 企业 with A, B and C beside the sheets given. */
const withEnterprises = (sheets: Sheets): Sheets => ({
  企业: [
    ["统一社会信用代码", "企业名称"],
    [A, "甲"],
    [B, "乙"],
    [C, "丙"],
  ],
  ...sheets,
});

const codes = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);

/** Values of a column as a person would write them: 元, ISO dates, words. */
function shown(roster: Roster, table: TableId, id: string): (string | number)[] {
  const column = roster.tables[table].columns.get(id);
  const { type, choices } = fieldOf(table, id);
  return Array.from(column?.values ?? [], (value, row) => {
    if (column?.state[row] === CellState.blank) return "blank";
    if (column?.state[row] === CellState.unreadable) return "unreadable";
    if (type === "money") return value / 100;
    if (type === "date") return isoDay(value);
    if (type === "choice") return choices?.[value] ?? "?";
    return type === "text" || type === "code" ? (roster.texts[value] ?? "?") : value;
  });
}

/** One cell of 企业 under a header, read. */
function readCell(header: string, cell: TestCell, id: string): { value: string | number; issues: Issue[] } {
  const { roster, issues } = read({
    企业: [
      ["统一社会信用代码", "企业名称", header],
      [A, "甲", cell],
    ],
  });
  return { value: shown(roster, "enterprises", id)[0] ?? "absent", issues };
}

describe("recognising sheets and headers", () => {
  it("gives no roster and says so when no sheet holds enterprises", () => {
    const { roster, issues } = importRoster(rawWorkbook({ 说明: [["填报说明"], ["请如实填写"]] }));
    expect(roster).toBeUndefined();
    expect(codes(issues)).toEqual(["no-recognised-sheet", "sheet-ignored"]);
  });

  it("finds the header below title rows and reads synonyms in any order with units and full-width forms", () => {
    const { roster, issues } = read({
      "2023年企业名单": [
        ["西城区企业名册"],
        ["填报单位：测试"],
        ["公司名称", "资产总计（亿元）", "* 社会信用\n代码", "２０２２年营业收入(元)", "从业人数（人）"],
        ["甲", 2, A, 12345, 7],
      ],
    });
    expect(issues).toEqual([]);
    expect(shown(roster, "enterprises", "assets")).toEqual([200_000_000]);
    expect(shown(roster, "enterprises", "revenue2022")).toEqual([12345]);
    expect(shown(roster, "enterprises", "employees")).toEqual([7]);
    expect(shown(roster, "enterprises", "uscc")).toEqual([A]);
    expect(roster.tables.enterprises.sheetRow[0]).toBe(4);
  });

  it("knows a sheet by its headers when its name says nothing", () => {
    const { roster } = read({
      Sheet1: [
        ["统一社会信用代码", "企业名称", "营业收入"],
        [A, "甲", 1],
      ],
      Sheet2: [
        ["统一社会信用代码", "项目名称", "项目类型", "总投资"],
        [A, "改造", "节能技改", 5],
      ],
    });
    expect(roster.counts).toEqual({
      Sheet1: { table: "enterprises", rows: 1, accepted: 1 },
      Sheet2: { table: "projects", rows: 1, accepted: 1 },
    });
  });

  it("warns of a sheet it ignores and of a column it ignores", () => {
    const { issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称", "备注"],
        [A, "甲", "好"],
      ],
      附页: [["随便"]],
    });
    expect(issues).toMatchObject([
      { code: "column-ignored", severity: "warning", cell: "C1", column: "备注" },
      { code: "sheet-ignored", severity: "warning", sheet: "附页" },
    ]);
  });

  it("takes the first of two columns with one meaning and names the second", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称", "总资产", "资产总额"],
        [A, "甲", 1, 2],
      ],
    });
    expect(shown(roster, "enterprises", "assets")).toEqual([10_000]);
    expect(issues).toMatchObject([{ code: "duplicate-label", cell: "D1", column: "资产总额" }]);
  });

  it("does not take a header that only contains a known one", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称", "营业收入增长率"],
        [A, "甲", 3],
      ],
    });
    expect(roster.tables.enterprises.columns.has("revenue")).toBe(false);
    expect(codes(issues)).toEqual(["column-ignored"]);
  });

  it("doubts the unit when a line above the header states another", () => {
    const { issues } = read({ 企业: [["单位：元"], ["统一社会信用代码", "企业名称", "营业收入"], [A, "甲", 3]] });
    expect(issues).toMatchObject([{ code: "unit-in-doubt", cell: "A1", column: "营业收入", found: "元" }]);
  });

  it("says that a required column is missing and refuses each row for it", () => {
    const { roster, issues } = read(
      withEnterprises({
        用工: [
          ["统一社会信用代码", "类别", "人数"],
          [A, "岗位一档", 3],
        ],
      }),
    );
    expect(issues).toMatchObject([
      { code: "missing-required-column", severity: "error", sheet: "用工", expected: "起始日期" },
      { code: "missing-cell", severity: "error", sheet: "用工", row: 2, column: "起始日期", refusesRow: true },
    ]);
    expect(roster.tables.employment.rowCount).toBe(0);
  });

  it("lists the columns it reads as given because the workbook does not have them", () => {
    const { issues } = importRoster(rawWorkbook(withEnterprises({})));
    expect(issues.map(({ column, expected }) => [column, expected])).toEqual([
      ["区内注册", "是"],
      ["区内纳税", "是"],
      ["独立核算", "是"],
      ["经营异常或失信", "否"],
      ["户籍创业", "否"],
    ]);
  });
});

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

  it.each<[TestCell]>([["3万"], ["1,23"], ["约5"], ["30%"], ["-"], [true], [{ date: "2023-05-29" }]])(
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

describe("rows", () => {
  it("that are blank, totals or notes at the end are no data, and the latter two are named", () => {
    const { roster, issues } = read({
      企业: [
        ["序号", "统一社会信用代码", "企业名称", "营业收入"],
        [1, A, "甲", 1],
        [null, null, null, null],
        ["合 计", null, null, 1],
        ["  ", null, " "],
        ["注：数据截至六月"],
        [null, null, "制表人"],
      ],
    });
    expect(roster.counts["企业"]).toEqual({ table: "enterprises", rows: 1, accepted: 1 });
    expect(issues.map(({ code, row, found }) => [code, row, found])).toEqual([
      ["column-ignored", 1, "序号"],
      ["totals-row-skipped", 4, "合 计"],
      ["totals-row-skipped", 6, "注：数据截至六月"],
      ["totals-row-skipped", 7, "制表人"],
    ]);
  });

  it("with a name alone between others are refused, not taken for a note", () => {
    const { issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称"],
        [null, "甲"],
        [B, "乙"],
      ],
    });
    expect(issues).toMatchObject([{ code: "missing-cell", row: 2, cell: "A2", refusesRow: true }]);
  });

  it("of enterprises without a name are kept with a warning", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称", "营业收入"],
        [A, null, 1],
      ],
    });
    expect(issues).toMatchObject([{ code: "blank-name", severity: "warning", cell: "B2" }]);
    expect(roster.tables.enterprises.rowCount).toBe(1);
  });

  it("hidden in the sheet are read, with one warning", () => {
    const sheet = rawSheet(
      "企业",
      [
        ["统一社会信用代码", "企业名称"],
        [A, "甲"],
        [B, "乙"],
        [C, "丙"],
      ],
      [3, 4],
    );
    const { roster, issues } = importRoster({ sheets: [sheet] });
    expect(roster?.tables.enterprises.rowCount).toBe(3);
    expect(issues.filter(({ code }) => code === "hidden-row")).toMatchObject([{ row: 3, found: "2" }]);
  });

  const projectHeader = ["统一社会信用代码", "项目名称", "项目类型", "总投资", "审计费用"];

  it("with an unreadable or negative required cell, or a value outside a closed list, are refused", () => {
    const { roster, issues } = read(
      withEnterprises({
        项目: [
          projectHeader,
          [A, "一", "节能技改", "约五百万", null],
          [A, "二", "节能技改", -5, null],
          [A, "三", "别的", 5, null],
          [A, "四", "节能技改", 5, null],
        ],
      }),
    );
    expect(issues).toMatchObject([
      { code: "type-error", row: 2, cell: "D2", refusesRow: true },
      { code: "negative-value", row: 3, cell: "D3", refusesRow: true },
      { code: "not-in-list", row: 4, cell: "C4", refusesRow: true },
    ]);
    expect(shown(roster, "projects", "projectName")).toEqual(["四"]);
  });

  it("of an energy audit need the fee instead of the investment", () => {
    const { roster, issues } = read(
      withEnterprises({
        项目: [
          projectHeader,
          [A, "一", "能源审计", null, 3],
          [A, "二", "能源审计", 5, null],
          [A, "三", "能源审计", -5, 3],
          [A, "四", "新能源", null, 3],
        ],
      }),
    );
    expect(issues).toMatchObject([
      { code: "missing-cell", row: 3, cell: "E3", refusesRow: true },
      { code: "implausible-value", row: 4, cell: "D4" },
      { code: "missing-cell", row: 5, cell: "D5", refusesRow: true },
    ]);
    expect(shown(roster, "projects", "projectName")).toEqual(["一", "三"]);
  });

  it("of employment that end before they start are refused", () => {
    const { roster, issues } = read(
      withEnterprises({
        用工: [
          ["统一社会信用代码", "类别", "人数", "起始日期", "结束日期"],
          [A, "岗位一档", 3, "2023-06-01", "2023-05-31"],
          [A, "岗位一档", 3, "2023-06-01", "2023-06-01"],
          [A, "岗位一档", 3, "2023-06-01", null],
        ],
      }),
    );
    expect(issues).toMatchObject([{ code: "bad-date-order", severity: "error", cell: "E2", refusesRow: true }]);
    expect(roster.tables.employment.rowCount).toBe(2);
  });

  it("of enterprises that left before they came are kept with a warning", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称", "迁入日期", "迁出日期"],
        [A, "甲", "2023-06-01", "2023-06-01"],
      ],
    });
    expect(issues).toMatchObject([{ code: "bad-date-order", severity: "warning", cell: "D2" }]);
    expect(roster.tables.enterprises.rowCount).toBe(1);
  });
});

describe("keys of 企业", () => {
  it("collapse identical rows into the upper one, with a warning", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称", "营业收入"],
        [A, "甲", 12],
        [A, " 甲", "12.0"],
      ],
    });
    expect(issues).toMatchObject([{ code: "duplicate-row", severity: "warning", row: 3, expected: "2" }]);
    expect([...roster.tables.enterprises.sheetRow]).toEqual([2]);
  });

  it("refuse all differing rows and name the columns, and their children with them", () => {
    const { roster, issues } = read({
      企业: [
        ["统一社会信用代码", "企业名称", "营业收入"],
        [A, "甲", 12],
        [B, "乙", 1],
        [A, "甲", 13],
      ],
      项目: [
        ["统一社会信用代码", "项目类型", "总投资"],
        [A, "节能技改", 5],
        [B, "节能技改", 5],
      ],
    });
    expect(issues).toMatchObject([
      { code: "unique-error", row: 2, cell: "A2", expected: "营业收入", refusesRow: true },
      { code: "unique-error", row: 4, cell: "A4", expected: "营业收入", refusesRow: true },
      { code: "parent-refused", sheet: "项目", row: 2, cell: "A2", refusesRow: true },
    ]);
    expect(shown(roster, "enterprises", "name")).toEqual(["乙"]);
    expect([...roster.tables.projects.enterprise]).toEqual([0]);
  });

  it("are judged across all sheets of enterprises", () => {
    const { roster, issues } = read({
      企业一: [
        ["统一社会信用代码", "企业名称", "营业收入"],
        [A, "甲", 1],
      ],
      企业二: [
        ["企业名称", "统一社会信用代码"],
        ["乙", B],
        ["甲", A],
      ],
    });
    expect(codes(issues)).toEqual(["unique-error", "unique-error"]);
    expect(shown(roster, "enterprises", "revenue")).toEqual(["blank"]);
    expect([...roster.tables.enterprises.sheet]).toEqual([1]);
  });
});

describe("codes of child tables", () => {
  const unknown = "91110102999900011C";

  it("not in 企业 refuse rows of 项目 and 用工 and 人才服务", () => {
    const { roster, issues } = read(
      withEnterprises({
        项目: [
          ["统一社会信用代码", "项目类型", "总投资"],
          [unknown, "节能技改", 5],
        ],
        用工: [
          ["统一社会信用代码", "类别", "人数", "起始日期"],
          [unknown, "岗位一档", 3, "2023-06-01"],
        ],
        人才服务: [
          ["机构代码", "用人单位代码", "服务费", "日期"],
          [unknown, A, 3, "2023-06-01"],
          [B, unknown, 3, "2023-06-01"],
        ],
      }),
    );
    expect(codes(issues)).toEqual(["foreign-key", "foreign-key", "foreign-key"]);
    expect(issues.every(({ refusesRow }) => refusesRow === true)).toBe(true);
    expect([...roster.tables.hrServices.enterprise]).toEqual([1]);
    expect(shown(roster, "hrServices", "employer")).toEqual([unknown]);
  });

  it("not in 企业 keep rows of 担保 and 拨付台账 without an enterprise", () => {
    const { roster, issues } = read(
      withEnterprises({
        担保: [
          ["统一社会信用代码", "担保编号", "担保金额", "起始日期"],
          [unknown, "D1", 5, "2023-06-01"],
          [C, 1001, 5, "2023-06-01"],
        ],
        拨付台账: [
          ["统一社会信用代码", "条款", "拨付日期", "金额"],
          [unknown, 6, "2023-06-01", 5],
        ],
      }),
    );
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["foreign-key", "warning"],
      ["foreign-key", "warning"],
    ]);
    expect([...roster.tables.guarantees.enterprise]).toEqual([-1, 2]);
    expect(shown(roster, "guarantees", "guaranteeNumber")).toEqual(["D1", "1001"]);
    expect([...roster.tables.disbursements.enterprise]).toEqual([-1]);
    expect(shown(roster, "disbursements", "clause")).toEqual(["6"]);
  });

  it("do not exist in 基金投资", () => {
    const { roster, issues } = read(
      withEnterprises({
        基金投资: [
          ["被投对象", "形式", "出资金额", "出资日期"],
          ["某基金", "子基金", 5, "2023-06-01"],
        ],
      }),
    );
    expect(issues).toEqual([]);
    expect([...roster.tables.fundInvestments.enterprise]).toEqual([-1]);
  });
});

describe("rows of 担保", () => {
  const header = ["统一社会信用代码", "担保编号", "担保金额", "起始日期", "代偿日期", "代偿金额"];

  it("need the compensation when its date is filled", () => {
    const { issues } = read(
      withEnterprises({
        担保: [header, [A, "D1", 5, "2023-06-01", "2024-06-01", null], [A, "D2", 5, "2023-06-01", null, null]],
      }),
    );
    expect(issues).toMatchObject([{ code: "missing-cell", cell: "F2", expected: "代偿金额", refusesRow: true }]);
  });

  it("are unique by number: identical ones collapse, differing ones are all refused", () => {
    const { roster, issues } = read(
      withEnterprises({
        担保: [
          header,
          [A, "d1", 5, "2023-06-01"],
          [A, "D1", 5, "2023-06-01"],
          [A, "D2", 5, "2023-06-01"],
          [B, "D2", 6, "2023-06-01"],
          [B, "D2", "坏", "2023-06-01"],
        ],
      }),
    );
    expect(issues.map(({ code, row, expected }) => [code, row, expected])).toEqual([
      ["duplicate-row", 3, "2"],
      ["unique-error", 4, "统一社会信用代码、担保金额"],
      ["unique-error", 5, "统一社会信用代码、担保金额"],
      ["type-error", 6, "数字"],
    ]);
    expect([...roster.tables.guarantees.sheetRow]).toEqual([2]);
  });
});

describe("equal rows of other tables", () => {
  it("are kept with a warning", () => {
    const row = [A, "岗位一档", 3, "2023-06-01"];
    const { roster, issues } = read(
      withEnterprises({ 用工: [["统一社会信用代码", "类别", "人数", "起始日期"], row, row] }),
    );
    expect(issues).toMatchObject([{ code: "duplicate-row", severity: "warning", row: 3, expected: "2" }]);
    expect(roster.tables.employment.rowCount).toBe(2);
  });
});

describe("the hash of a roster", () => {
  const header = ["统一社会信用代码", "企业名称", "营业收入", "成立日期", "申报划型"];
  const rows: TestRow[] = [
    [A, "甲", 12, "2020-01-01", "小型"],
    [B, "乙", null, { date: "2021-03-04" }, "别的"],
    [C, "丙", "1,000", null, "微型"],
  ];
  const hashOf = (sheetRows: readonly TestRow[]): string => read({ 企业: sheetRows }).roster.hash;
  const original = hashOf([header, ...rows]);

  it("does not depend on the order of rows and columns", () => {
    const order = (length: number) => {
      const indices = Array.from({ length }, (_, index) => index);
      return fc.shuffledSubarray(indices, { minLength: length, maxLength: length });
    };
    fc.assert(
      fc.property(order(rows.length), order(header.length), (rowOrder, columnOrder) => {
        const arranged = rowOrder.map((row) => columnOrder.map((column) => rows[row]?.[column] ?? null));
        expect(hashOf([columnOrder.map((column) => header[column] ?? null), ...arranged])).toBe(original);
      }),
      { seed: 71, numRuns: 50 },
    );
  });

  it("changes with any accepted content, and with a column that is there but blank", () => {
    const changed = rows.map((row, index) => (index === 0 ? [A, "甲", 12.000001, "2020-01-01", "小型"] : row));
    expect(hashOf([header, ...changed])).not.toBe(original);
    expect(hashOf([[...header, "房租"], ...rows])).not.toBe(original);
  });

  it("does not change with a row that is refused", () => {
    expect(hashOf([header, ...rows, [null, "丁", 4, null, null]])).toBe(original);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { A, B, C, codes, read, shown, withEnterprises } from "../../support/imported-roster.ts";
import { rawSheet, rawWorkbook, type TestRow } from "../../support/raw-workbook.ts";

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

  it("reads amounts without a unit of their own in the one that a line above the header states, and says so", () => {
    const header = ["统一社会信用代码", "企业名称", "营业收入", "资产总额（万元）"];
    const { roster, issues } = read({ 企业: [["单位：元"], header, [A, "甲", 3, 3]] });
    expect(shown(roster, "enterprises", "revenue")).toEqual([3]);
    expect(shown(roster, "enterprises", "assets")).toEqual([30_000]);
    expect(issues).toMatchObject([{ code: "unit-from-note", cell: "A1", column: "营业收入", found: "元" }]);
  });

  it("doubts the unit of a column that is read in 亿元 when a line above states another", () => {
    const { roster, issues } = read({
      企业: [["（单位：万元）"], ["统一社会信用代码", "企业名称", "金融资产总额"], [A, "甲", 3]],
    });
    expect(shown(roster, "enterprises", "financialAssets")).toEqual([300_000_000]);
    expect(issues).toMatchObject([{ code: "unit-in-doubt", cell: "A1", found: "万元", expected: "亿元" }]);
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

import { describe, expect, it } from "vitest";
import { A, B, C, codes, read, shown, withEnterprises } from "../../support/imported-roster.ts";

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

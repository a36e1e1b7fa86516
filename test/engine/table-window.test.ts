import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableQuery } from "../../src/engine/table-query.ts";
import { TableReader } from "../../src/engine/table-window.ts";
import { A, B, C, read, withEnterprises } from "../support/imported-roster.ts";

const { roster } = read({
  说明: [["这一页不是数据"]],
  企业: [
    ["统一社会信用代码", "企业名称", "营业收入", "成立日期", "申报划型", "区内注册"],
    [A, "甲 Alpha", 1234.5, "2020-05-01", "小型", "是"],
    [B, "乙", "", "2021-11-30", "微型", "否"],
    [C, "", 20, "不详", "小型", ""],
  ],
  担保: [
    ["统一社会信用代码", "担保编号", "担保金额", "起始日期"],
    [B, "G-1", 100, "2024-01-01"],
    [A, "G-2", 50, "2024-02-01"],
  ],
});
const titles = (query: Partial<TableQuery>): string[] =>
  new TableReader(roster).window({ table: "enterprises", search: "", ...query }, 0, 99).rows.map(({ title }) => title);

describe("a window of a roster table", () => {
  it("shows cells as a person reads them, under the columns the roster has, and calls a nameless firm by its code", () => {
    const { fields, rows, total } = new TableReader(roster).window({ table: "enterprises", search: "" }, 0, 2);
    expect(fields).toEqual(["uscc", "revenue", "declaredSize", "registered", "founded"]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [A, "1234.5", "小型", "是", "2020-05-01"],
      [B, "", "微型", "否", "2021-11-30"],
    ]);
    expect(rows.map(({ sheet, sheetRow }) => [sheet, sheetRow])).toEqual([
      ["企业", 2],
      ["企业", 3],
    ]);
    expect(total).toBe(3);
    expect(titles({})).toEqual(["甲 Alpha", "乙", C]);
  });

  it("puts a sign where a cell could not be read", () => {
    const { rows } = new TableReader(roster).window({ table: "enterprises", search: "" }, 2, 1);
    expect(rows[0]?.cells.at(-1)).toBe("⚠");
  });

  it("finds text in any column, in either case, and only in the column that is named", () => {
    expect(titles({ search: " alpha " })).toEqual(["甲 Alpha"]);
    expect(titles({ search: "小型" })).toEqual(["甲 Alpha", C]);
    expect(titles({ search: "小型", field: "name" })).toEqual([]);
    expect(titles({ search: "2021-11" })).toEqual(["乙"]);
    expect(titles({ search: "34.5" })).toEqual(["甲 Alpha"]);
  });

  it("finds rows of a child table by the name of their enterprise", () => {
    const { rows } = new TableReader(roster).window({ table: "guarantees", search: "甲" }, 0, 9);
    expect(rows.map(({ title, cells }) => [title, cells[1]])).toEqual([["甲 Alpha", "G-2"]]);
  });

  it("orders by a column with blanks last in both directions", () => {
    const by = (descending: boolean) => titles({ order: { by: "revenue", descending } });
    expect(by(false)).toEqual([C, "甲 Alpha", "乙"]);
    expect(by(true)).toEqual(["甲 Alpha", C, "乙"]);
  });

  it("says where a row of a sheet stands, and nothing for a row that was refused or read past", () => {
    const reader = new TableReader(roster);
    expect(reader.find("担保", 3)).toEqual({ table: "guarantees", row: 1 });
    expect(reader.find("企业", 1)).toBeUndefined();
    expect(reader.find("说明", 1)).toBeUndefined();
  });

  it("answers a series of queries as if each were the first", () => {
    const many = read(
      withEnterprises({
        项目: [
          ["统一社会信用代码", "项目名称", "项目类型", "总投资"],
          ...Array.from({ length: 40 }, (_, index) => [A, `项目${index % 7}${index}`, "新能源", index * 11]),
        ],
      }),
    ).roster;
    const query = fc.record({
      search: fc.constantFrom("", "1", "11", "项目", "项目1", "1 ", "zz"),
      by: fc.constantFrom("projectName", "investment", "title"),
      descending: fc.boolean(),
      field: fc.constantFrom(undefined, "projectName"),
    });
    fc.assert(
      fc.property(fc.array(query, { minLength: 1, maxLength: 6 }), (queries) => {
        const reader = new TableReader(many);
        for (const { search, by, descending, field } of queries) {
          const asked = { table: "projects", search, order: { by, descending }, ...(field && { field }) } as const;
          expect(reader.window(asked, 0, 50)).toEqual(new TableReader(many).window(asked, 0, 50));
        }
      }),
    );
  });
});

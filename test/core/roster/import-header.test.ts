import { describe, expect, it } from "vitest";
import { fields, tables } from "../../../src/core/roster/fields.ts";
import { readHeader } from "../../../src/core/roster/import-header.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { rawWorkbook } from "../../support/raw-workbook.ts";

const headers = fields.flatMap((field) => [field.label, ...field.synonyms].map((header) => ({ field, header })));

describe("headers of the field dictionary", () => {
  it("name one field each within their table", () => {
    const meant = headers.filter(({ field, header }) => readHeader(field.table, header)?.field !== field);
    expect(meant.map(({ field, header }) => `${field.table}.${field.id}: ${header}`)).toEqual([]);
  });

  it("keep their meaning with a unit in brackets or at the end, spaces, line breaks and asterisks", () => {
    for (const { field, header } of headers) {
      for (const unit of field.type === "money"
        ? ["万元", "元", "亿元", "千元", "百万元"]
        : field.type === "count"
          ? ["人"]
          : []) {
        expect(readHeader(field.table, `＊ ${header}\n（${unit}）`)).toEqual({ field, unit });
        expect(readHeader(field.table, `${header}(${unit})*`)).toEqual({ field, unit });
        expect(readHeader(field.table, header + unit)).toEqual({ field, unit });
      }
    }
  });

  it("take no unit that does not fit the field", () => {
    expect(readHeader("enterprises", "从业人员(万元)")).toBeUndefined();
    expect(readHeader("enterprises", "营业收入(人)")).toBeUndefined();
    expect(readHeader("enterprises", "营业收入(美元)")).toBeUndefined();
    expect(readHeader("enterprises", "成立日期(元)")).toBeUndefined();
  });

  it("make every table known by its headers alone, whatever the sheet is called", () => {
    const sheets = tables.map(({ id }) => [id, [fields.filter(({ table }) => table === id).map(({ label }) => label)]]);
    const { roster } = importRoster(rawWorkbook(Object.fromEntries(sheets)));
    expect(Object.entries(roster?.counts ?? {}).map(([sheet, { table }]) => [sheet, table])).toEqual(
      tables.map(({ id }) => [id, id]),
    );
  });

  it("without a column of names are told once, and the rows are kept", () => {
    const { roster, issues } = importRoster(
      rawWorkbook({
        企业: [
          ["统一社会信用代码", "营业收入"],
          ["91110000600037341L", 1],
        ],
      }),
    );
    expect(roster?.tables.enterprises.rowCount).toBe(1);
    expect(issues.filter(({ code }) => code !== "absent-column-assumed")).toMatchObject([
      { code: "missing-required-column", severity: "warning", expected: "企业名称" },
    ]);
  });
});

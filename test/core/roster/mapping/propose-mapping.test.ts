import { describe, expect, it } from "vitest";
import { disorderedRoster } from "../../../../samples/disordered-roster.ts";
import { writeSheets } from "../../../../samples/write-sheets.ts";
import { importRoster } from "../../../../src/core/roster/import-roster.ts";
import type {
  ColumnProposal,
  Mapping,
  SheetChoice,
  SheetMapping,
} from "../../../../src/core/roster/mapping/mapping.ts";
import { mappingText, parseMapping } from "../../../../src/core/roster/mapping/mapping-file.ts";
import { proposeMapping, proposeSheet } from "../../../../src/core/roster/mapping/propose-mapping.ts";
import type { RawWorkbook } from "../../../../src/core/roster/raw-sheet.ts";
import { A, B, shown } from "../../../support/imported-roster.ts";
import { rawWorkbook, type TestRow } from "../../../support/raw-workbook.ts";
import { readBytes } from "../../../spreadsheet/package-parts.ts";

const workbook = rawWorkbook({
  企业: [
    ["示例名册"],
    ["企业全称", "社会信用代码", "营业总收入", "资产总计（千元）", "备注"],
    ["甲", A, 5, 7, "好"],
    ["乙", B, 6, 8, "中"],
  ],
});

function sheetOf(mapping: Mapping, at = 0): SheetMapping {
  const sheet = mapping.sheets[at];
  if (!sheet) throw new Error("the mapping has no such sheet");
  return sheet;
}

const withSheet = (mapping: Mapping, change: (sheet: SheetMapping) => SheetMapping): Mapping => ({
  ...mapping,
  sheets: mapping.sheets.map(change),
});

function columnOf(book: RawWorkbook, letters: string): ColumnProposal {
  const column = proposeMapping(book).sheets[0]?.columns.find((found) => found.column === letters);
  if (!column) throw new Error(`no column ${letters}`);
  return column;
}

describe("a proposed mapping", () => {
  it("says where the header stands and what each column is, why, and in which unit", () => {
    const { sheets } = proposeMapping(workbook);
    expect(sheets).toMatchObject([{ table: "enterprises", headerRow: 2, headerLines: 1, rowsBelow: 2, confidence: 1 }]);
    expect(columnOf(workbook, "A").taken).toMatchObject({ field: "name", reason: "synonym" });
    expect(columnOf(workbook, "D")).toMatchObject({
      taken: { field: "assets" },
      unit: "千元",
      unitFrom: "header",
      fit: 1,
      samples: ["7", "8"],
    });
  });

  it("does not take a column that only resembles one, but asks about it", () => {
    const column = columnOf(workbook, "C");
    expect(column.taken).toBeUndefined();
    expect(column.alternatives[0]).toMatchObject({ field: "revenue", reason: "likeness" });
    const { roster, issues } = importRoster(workbook);
    expect(roster?.tables.enterprises.columns.has("revenue")).toBe(false);
    expect(issues).toContainEqual(expect.objectContaining({ code: "column-in-doubt", cell: "C2" }));
  });

  it("read back from its file imports the same as recognising does, in tidy and untidy workbooks", async () => {
    const untidy = await readBytes(await writeSheets("名册", disorderedRoster()));
    for (const book of [workbook, untidy]) {
      const mapping = parseMapping(mappingText(proposeMapping(book).mapping));
      const [mapped, recognised] = [importRoster(book, mapping), importRoster(book)];
      expect(mapped.roster?.hash).toBe(recognised.roster?.hash);
      expect(mapped.roster?.counts).toEqual(recognised.roster?.counts);
      expect(proposeMapping(book, mapping).mapping).toEqual(mapping);
    }
  });

  it("corrected by hand is followed: another field, another unit, a sheet that is not read", () => {
    const { mapping } = proposeMapping(workbook);
    const corrected = withSheet(mapping, (sheet) => ({
      ...sheet,
      columns: [...sheet.columns, { column: "C", header: "营业总收入", field: "revenue", unit: "百万元" }],
    }));
    const { roster } = importRoster(workbook, corrected);
    if (!roster) throw new Error("expected a roster");
    expect(shown(roster, "enterprises", "revenue")).toEqual([5_000_000, 6_000_000]);
    expect(shown(roster, "enterprises", "assets")).toEqual([7000, 8000]);
    const unread = withSheet(mapping, (sheet) => ({ ...sheet, table: null, columns: [] }));
    expect(importRoster(workbook, unread).issues.map(({ code }) => code)).toEqual([
      "no-recognised-sheet",
      "sheet-ignored",
    ]);
  });

  it("finds its layout again under another sheet name and below other titles", () => {
    const { mapping } = proposeMapping(workbook);
    const corrected = withSheet(mapping, (sheet) => ({
      ...sheet,
      columns: [...sheet.columns, { column: "C", header: "营业总收入", field: "revenue" }],
    }));
    const rows: TestRow[] = [
      ["七月"],
      ["填报单位：测试"],
      ["企业全称", "社会信用代码", "营业总收入", "资产总计（千元）", "备注"],
      ["甲", A, 9, 7, "好"],
    ];
    const { roster } = importRoster(rawWorkbook({ 七月名册: rows }), corrected);
    if (!roster) throw new Error("expected a roster");
    expect(shown(roster, "enterprises", "revenue")).toEqual([90_000]);
  });

  it("is not forced on another layout: the sheet is recognised afresh, and that is said", () => {
    const { mapping } = proposeMapping(workbook);
    const other = rawWorkbook({
      企业: [
        ["社会信用代码", "企业全称", "总资产"],
        [A, "甲", 7],
      ],
    });
    const { roster, issues } = importRoster(other, mapping);
    expect(roster?.tables.enterprises.rowCount).toBe(1);
    expect(issues[0]).toMatchObject({ code: "layout-changed", sheet: "企业" });
  });
});

describe("the file of a mapping", () => {
  const { mapping } = proposeMapping(workbook);
  const sheet = sheetOf(mapping);
  const [column] = sheet.columns;
  const withColumns = (columns: readonly unknown[]): unknown => ({ ...mapping, sheets: [{ ...sheet, columns }] });

  it.each<[string, unknown, RegExp]>([
    ["of another format", { ...mapping, format: "x" }, /^format: found "x", allowed is roster-mapping\/1/],
    ["with a member it does not know", { ...mapping, extra: 1 }, /^mapping\.extra: unknown/],
    [
      "with a field the table does not have",
      withColumns([{ ...column, field: "x" }]),
      /^sheets\[0\]\.columns\[0\]\.field/,
    ],
    ["with a field twice", withColumns([column, { ...column, column: "Z" }]), /field: name stands twice/],
    ["with a unit that does not fit", withColumns([{ ...column, unit: "元" }]), /columns\[0\]\.unit: found "元"/],
    ["with a column that is none", withColumns([{ ...column, column: "1" }]), /columns\[0\]\.column: found "1"/],
    ["with a table that is none", { ...mapping, sheets: [{ ...sheet, table: "x" }] }, /^sheets\[0\]\.table: found "x"/],
    ["with a row that is none", { ...mapping, sheets: [{ ...sheet, headerRow: 0 }] }, /headerRow: found 0/],
    [
      "with a repair of no cell",
      { ...mapping, repairs: [{ sheet: "企业", cell: "?", before: "", after: "" }] },
      /cell/,
    ],
    ["with a way of tidying that is none", { ...mapping, untidied: ["x"] }, /^untidied\[0\]: found "x"/],
    ["that is a list", [], /^mapping: found \[\]/],
  ])("%s is refused by name", (_, value, message) => {
    expect(() => parseMapping(JSON.stringify(value))).toThrow(message);
  });

  it("that is no JSON is refused", () => {
    expect(() => parseMapping("{")).toThrow(/^not JSON/);
  });
});

describe("a sheet as someone chose to read it", () => {
  const chosen = (choice: Omit<SheetChoice, "sheet">) => proposeSheet(workbook, { sheet: "企业", ...choice });

  it("has the header of the row chosen, and its first rows to choose from", () => {
    const found = chosen({ table: "enterprises", headerRow: 1 });
    expect(found?.mapping).toMatchObject({ headerRow: 1, columns: [] });
    expect(found?.proposal.lines.slice(0, 2)).toEqual([
      { row: 1, cells: ["示例名册"] },
      { row: 2, cells: ["企业全称", "社会信用代码", "营业总收入", "资产总计（千元）", "备注"] },
    ]);
  });

  it("has its header looked for where no row is chosen, and no columns where it is not read", () => {
    expect(chosen({ table: "enterprises" })?.mapping).toEqual(sheetOf(proposeMapping(workbook).mapping));
    expect(chosen({ table: null })?.mapping).toMatchObject({ table: null, columns: [] });
  });

  it("is read so by the mapping, also from a header in the last row that holds anything", () => {
    const last = chosen({ table: "enterprises", headerRow: 99, headerLines: 2 });
    expect(last?.mapping).toMatchObject({ headerRow: 4, headerLines: 2 });
    if (!last) throw new Error("the workbook has the sheet");
    const again = proposeMapping(workbook, { ...proposeMapping(workbook).mapping, sheets: [last.mapping] });
    expect(again.mapping.sheets).toEqual([last.mapping]);
  });

  it("is none in a workbook without it", () => {
    expect(proposeSheet(workbook, { sheet: "项目", table: null })).toBeUndefined();
  });
});

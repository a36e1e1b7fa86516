import { describe, expect, it } from "vitest";
import { fieldNote } from "../../../src/core/report/field-notes.ts";
import type { ReportCell, ReportSheet } from "../../../src/core/report/report-model.ts";
import { rosterTemplate } from "../../../src/core/report/roster-template.ts";
import { fields, fieldsOf, tables } from "../../../src/core/roster/fields.ts";
import { readHeader } from "../../../src/core/roster/import-header.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { RawKind } from "../../../src/core/roster/raw-sheet.ts";
import type { RawSheet } from "../../../src/core/roster/raw-sheet.ts";

const languages = ["zh", "en"] as const;

const isFilled = ({ value }: ReportCell): boolean => value !== null && value !== "";

/** The sheet as a reader of the written workbook hands it over: rows with something in them. */
function rawSheetOf({ name, rows, widths }: ReportSheet): RawSheet {
  const stored = rows.flatMap((cells, row) => (cells.some(isFilled) ? [{ cells, row: row + 1 }] : []));
  const texts: string[] = [];
  const columns = widths.map((_, position) => {
    const cells = stored.map(({ cells: row }) => row[position] ?? { value: null });
    return {
      kind: Uint8Array.from(cells, (cell) => (isFilled(cell) ? RawKind.text : RawKind.blank)),
      values: Float64Array.from(cells, (cell) => (isFilled(cell) ? texts.push(String(cell.value)) - 1 : Number.NaN)),
    };
  });
  return {
    name,
    visibility: "visible",
    rowCount: stored.length,
    rowNumber: Int32Array.from(stored, ({ row }) => row),
    hiddenRows: [],
    hiddenColumns: [],
    columns,
    texts,
    merges: [],
  };
}

const sheetOf = (name: string, language: "zh" | "en" = "zh"): ReportSheet => {
  const sheet = rosterTemplate(language).sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`the template has no sheet ${name}`);
  return sheet;
};

describe("the blank roster", () => {
  it.each(languages)("in %s has instructions and one sheet a table under its canonical name", (language) => {
    const names = rosterTemplate(language).sheets.map(({ name }) => name);
    expect(names).toEqual([{ zh: "填写说明", en: "Instructions" }[language], ...tables.map(({ label }) => label)]);
  });

  it("has every field once, in canonical order, under a header that reads as that field in its unit", () => {
    for (const { id, label } of tables) {
      const headers = (sheetOf(label).rows[0] ?? []).map(({ value }) => String(value));
      const meanings = headers.map((header) => readHeader(id, header));
      expect(meanings.map((meaning) => meaning?.field)).toEqual(fieldsOf(id));
      expect(meanings.map((meaning) => meaning?.unit)).toEqual(fieldsOf(id).map(({ unit }) => unit));
      expect(headers.map((header) => header.includes("*"))).toEqual(
        fieldsOf(id).map(({ required }) => required ?? false),
      );
    }
  });

  it.each(languages)("in %s imports with one row filled in, and only the instructions are set aside", (language) => {
    const sheets = rosterTemplate(language).sheets.map((sheet) => {
      if (sheet.name !== "企业") return rawSheetOf(sheet);
      const row = [{ value: "91110102999900003H" }, { value: "甲公司" }];
      return rawSheetOf({ ...sheet, rows: sheet.rows.map((cells, index) => (index === 1 ? row : cells)) });
    });
    const { roster, issues } = importRoster({ sheets });
    expect(issues.map(({ code, sheet }) => [code, sheet])).toEqual([["sheet-ignored", sheets[0]?.name]]);
    expect(tables.map(({ id }) => roster?.tables[id].rowCount)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(tables.map(({ id }) => roster?.tables[id].columns.size)).toEqual(
      tables.map(({ id }) => fieldsOf(id).length),
    );
  });

  it("keeps the header in sight and leaves every row below it empty", () => {
    for (const { label } of tables) {
      const { frozen, rows } = sheetOf(label);
      expect(frozen).toEqual({ rows: 1, columns: 1 });
      expect(rows.slice(1).flat().some(isFilled)).toBe(false);
    }
  });

  it("keeps codes and other text as text, below the header too", () => {
    const { rows } = sheetOf("担保");
    const formats = [rows[1], rows.at(-1)].map((row) => row?.map(({ format }) => format));
    expect(formats).toEqual([
      ["text", "text", "text"],
      ["text", "text", "text"],
    ]);
    expect(sheetOf("企业").rows[1]?.map(({ format }) => format)).toEqual(["text", "text", "number", "text"]);
  });

  it.each(languages)("in %s offers a list for every truth and choice, and asks for a day in every date", (language) => {
    for (const { id, label } of tables) {
      const { validations = [] } = sheetOf(label, language);
      const expected = fieldsOf(id).flatMap(({ type, choices }): unknown[] => {
        if (type === "truth") return [{ kind: "list", choices: ["是", "否"] }];
        if (type === "choice") return [{ kind: "list", choices }];
        return type === "date" ? [{ kind: "date", allowBlank: true }] : [];
      });
      expect(validations.map(({ rule }) => rule)).toEqual(expected);
    }
  });

  it("validates the column of its own field down to the last ready row", () => {
    const { validations = [], rows } = sheetOf("用工");
    const last = rows.length;
    expect(validations.map(({ range }) => range)).toEqual([`B2:B${last}`, `D2:D${last}`, `E2:E${last}`]);
    // a field beyond column Z
    const position = fieldsOf("enterprises").findIndex(({ id }) => id === "nationalGiantDate") - 26;
    const letters = `A${String.fromCharCode(65 + position)}`;
    const ranges = (sheetOf("企业").validations ?? []).map(({ range }) => range);
    expect(ranges).toContain(`C2:C${last}`);
    expect(ranges).toContain(`${letters}2:${letters}${last}`);
    expect(new Set(ranges).size).toBe(ranges.length);
  });
});

describe("the instructions", () => {
  it.each(languages)("in %s say of every field what it means and what it takes", (language) => {
    const [sheet] = rosterTemplate(language).sheets;
    const rows = (sheet?.rows ?? []).filter((row) => row.length > 1).slice(1);
    expect(rows).toHaveLength(fields.length);
    expect(rows.map((row) => row[2]?.value)).toEqual(fields.map((field) => fieldNote(field, language)));
    expect(rows.map((row) => row[3]?.value)).toEqual(fields.map(({ unit = "" }) => unit));
  });

  it("tell required fields from optional ones and from those required in some rows", () => {
    const rows = sheetOf("填写说明").rows.map((row) => row.map(({ value }) => value));
    const needOf = (label: string) => rows.find((row) => row[1] === label)?.[4];
    expect(["统一社会信用代码", "代偿金额", "审计费用", "年房租"].map(needOf)).toEqual([
      "必填",
      "视情况必填",
      "视情况必填",
      "选填",
    ]);
  });

  it("list the allowed values", () => {
    const rows = sheetOf("填写说明").rows.map((row) => row.map(({ value }) => value));
    const allowed = (label: string) => rows.find((row) => row[1] === label)?.[5];
    expect(allowed("申报划型")).toBe("大型、中型、小型、微型");
    expect(allowed("区内注册")).toBe("是 / 否");
    expect(allowed("成立日期")).toBe("日期，如 2023-05-29");
  });

  it("refuse a field without a note", () => {
    expect(() => fieldNote({ table: "projects", id: "other" }, "zh")).toThrow("no note for projects.other");
  });
});

import { readFile } from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";

import { importRoster } from "../../src/core/roster/import-roster.ts";
import { fieldOf, type Field } from "../../src/core/roster/fields.ts";
import { roundToFen, wan, yi } from "../../src/core/money/money.ts";
import { normaliseCode } from "../../src/core/roster/credit-code.ts";
import { CellState, type Roster } from "../../src/core/roster/roster.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import type { RawWorkbook } from "../../src/core/roster/raw-sheet.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { sampleBooks } from "../../samples/sample-books.ts";
import { disorderedTables } from "../../samples/disordered-roster.ts";
import { lastDay } from "../../samples/sample-firm.ts";
import type { SampleRow } from "../../samples/canonical-sheet.ts";

async function cellsOf(bytes: Uint8Array, file: string): Promise<RawWorkbook> {
  const workbook = await readWorkbook(bytes, file);
  if ("refused" in workbook) throw new Error(`${file} was refused: ${workbook.refused.code}`);
  return workbook;
}

const committed = async (file: string): Promise<RawWorkbook> =>
  cellsOf(new Uint8Array(await readFile(`samples/${file}`)), file);

function rosterOf(workbook: RawWorkbook): Roster {
  const { roster } = importRoster(workbook);
  if (!roster) throw new Error("the workbook gave no roster");
  return roster;
}

const isDate = (day: number | undefined): day is number => typeof day === "number" && !Number.isNaN(day);

// the district has 3,000 firms to write and read
vi.setConfig({ testTimeout: 120_000 });

describe("the sample workbooks", () => {
  it.each(sampleBooks)("holds in $file what its program writes", async ({ file, title, sheets }) => {
    const anew = await writeSheets(title, sheets());
    expect(await cellsOf(anew, file)).toEqual(await committed(file));
  });

  it.each(sampleBooks)("says first of all in $file that its data is made up", async ({ file }) => {
    const [first] = (await committed(file)).sheets;
    expect(first?.name).toBe("说明");
    expect(first?.texts.some((text) => text.startsWith("示例数据"))).toBe(true);
  });

  it("has few dates out of order in the district, so that its doubts can be read one by one", async () => {
    const { issues } = importRoster(await committed("demo-district.xlsx"));
    const outOfOrder = issues.filter(({ code }) => code === "bad-date-order");
    expect(outOfOrder.length).toBeGreaterThan(0);
    expect(outOfOrder.length).toBeLessThan(30);
  });

  it("uses only codes and names that no register gives out", async () => {
    for (const { file } of sampleBooks) {
      const {
        tables: { enterprises },
        texts,
      } = rosterOf(await committed(file));
      const codes = enterprises.columns.get("uscc")?.values ?? new Float64Array();
      const names = [...(enterprises.columns.get("name")?.values ?? [])].filter((index) => !Number.isNaN(index));
      expect([...codes].every((index) => texts[index]?.startsWith("911101029999"))).toBe(true);
      expect(names.every((index) => texts[index]?.startsWith("示例"))).toBe(true);
    }
  });
});

describe("the demonstration district", () => {
  it("has all seven tables and about 3,000 firms", async () => {
    const { tables } = rosterOf(await committed("demo-district.xlsx"));
    expect(Object.values(tables).map(({ rowCount }) => rowCount > 0)).toEqual(Array(7).fill(true));
    expect(tables.enterprises.rowCount).toBeGreaterThan(2900);
  });

  it("knows no fact after 2026-06-30, and one on that day", async () => {
    const { tables } = rosterOf(await committed("demo-district.xlsx"));
    const dated = [
      ...[
        "cityTitleDate",
        "certificateLatest",
        "scaleUpDate",
        "neeqDate",
        "listingAccepted",
        "listedDate",
        "movedIn",
      ].map((id) => tables.enterprises.columns.get(id)),
      tables.projects.columns.get("acceptedDate"),
      tables.guarantees.columns.get("compensationDate"),
      tables.employment.columns.get("jobStart"),
      tables.hrServices.columns.get("serviceDate"),
    ];
    const days = dated.flatMap((column) => [...(column?.values ?? [])].filter(isDate));
    expect(Math.max(...days)).toBe(lastDay);
  });
});

/** What a column should hold for a value before it was untidied. */
function expectedValue(field: Field, value: SampleRow[string], texts: readonly string[]): number {
  if (value === undefined) return Number.NaN;
  if (typeof value === "boolean") return Number(value);
  if (field.type === "choice") return field.choices?.indexOf(String(value)) ?? Number.NaN;
  if (typeof value === "string") return texts.indexOf(field.type === "code" ? normaliseCode(value) : value);
  if (field.type !== "money") return value;
  return roundToFen(field.unit === "亿元" ? yi(value) : wan(value));
}

describe("the disordered roster", () => {
  it("says the same as the rows it was made from, cell by cell", async () => {
    const roster = rosterOf(await committed("disordered-roster.xlsx"));
    for (const { table, columns, rows } of disorderedTables()) {
      expect(roster.tables[table].rowCount).toBe(rows.length);
      for (const { field: id } of columns) {
        const column = roster.tables[table].columns.get(id);
        const wanted = rows.map((row) => expectedValue(fieldOf(table, id), row[id], roster.texts));
        expect([id, [...(column?.values ?? [])]]).toEqual([id, wanted]);
        expect([...(column?.state ?? [])].includes(CellState.unreadable)).toBe(false);
      }
    }
  });

  it("tells of its hidden row, its totals, its notes and its running numbers", async () => {
    const { issues } = importRoster(await committed("disordered-roster.xlsx"));
    const codes = new Set(issues.filter(({ sheet }) => sheet === "2026年企业名册").map(({ code }) => code));
    expect([...codes]).toEqual(expect.arrayContaining(["hidden-row", "totals-row-skipped", "column-ignored"]));
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

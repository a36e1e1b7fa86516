import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalSheet, type SampleRow } from "../../samples/canonical-sheet.ts";
import { districtTables, makeFirms } from "../../samples/district-tables.ts";
import { Dice } from "../../samples/random.ts";
import { writeSheets, type SampleCell, type SampleSheet } from "../../samples/write-sheets.ts";
import { isoDay } from "../../src/core/date/day.ts";
import { fieldsOf, tables, type Field, type TableId } from "../../src/core/roster/fields.ts";
import { importRoster } from "../../src/core/roster/import-roster.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

const dice = new Dice(71);
const district = districtTables(dice, makeFirms(dice, 7001, 25));
const canonical = tables.map(({ id }) => canonicalSheet(id, district[id]));

async function hashOf(bytes: Uint8Array, name: string): Promise<string | undefined> {
  const workbook = await readWorkbook(bytes, name);
  if ("refused" in workbook) throw new Error(JSON.stringify(workbook.refused));
  return importRoster(workbook).roster?.hash;
}

const original = await hashOf(await writeSheets("名册", canonical), "名册.xlsx");

const shuffledFields = (table: TableId): fc.Arbitrary<Field[]> => {
  const fields = [...fieldsOf(table)];
  return fc.shuffledSubarray(fields, { minLength: fields.length, maxLength: fields.length });
};

const scales = { 万元: 1, 元: 10_000, 千元: 10 } as const;
const unitOfSheet = fc.constantFrom(...(Object.keys(scales) as (keyof typeof scales)[]));

/** The same table with other titles, order of columns and unit of its amounts. */
const disordered = (table: TableId): fc.Arbitrary<SampleSheet> =>
  fc
    .record({ fields: shuffledFields(table), titles: fc.integer({ min: 0, max: 4 }), unit: unitOfSheet })
    .map(({ fields, titles, unit }): SampleSheet => {
      const inUnit = ({ type, unit: own }: Field): boolean => type === "money" && own === "万元";
      const cell = (field: Field, value: SampleRow[string]): SampleCell => {
        if (typeof value === "boolean") return value ? "是" : "否";
        if (typeof value !== "number") return value;
        if (field.type === "date") return isoDay(value).replaceAll("-", ".");
        return inUnit(field) ? Math.round(value * scales[unit] * 1e6) / 1e6 : value;
      };
      return {
        name: tables.find(({ id }) => id === table)?.label ?? table,
        width: 10,
        rows: [
          ...Array.from({ length: titles }, (_, index) => [`示例标题 ${index + 1}`]),
          fields.map((field) => (inUnit(field) ? `${field.label}（${unit}）` : field.label)),
          ...district[table].map((row) => fields.map((field) => cell(field, row[field.id]))),
        ],
      };
    });

describe("the same roster comes", () => {
  it("for there is one to compare with", () => {
    expect(original).toMatch(/^[0-9a-f]{64}$/);
  });

  it("of its tables exported and imported again, whatever their titles, order of columns and units", async () => {
    const sheets = fc.tuple(...tables.map(({ id }) => disordered(id)));
    await fc.assert(
      fc.asyncProperty(sheets, async (arranged) => {
        expect(await hashOf(await writeSheets("名册", arranged), "名册.xlsx")).toBe(original);
      }),
      { seed: 71, numRuns: 12 },
    );
  });

  it("of its enterprises as texts in any encoding and with any delimiter", async () => {
    const [enterprises] = canonical;
    const alone = await hashOf(await writeSheets("名册", enterprises ? [enterprises] : []), "名册.xlsx");
    const shown = (cell: SampleCell): string =>
      cell === undefined ? "" : typeof cell === "object" ? isoDay(cell.day) : String(cell);
    const encodings = {
      utf8: (text: string) => new TextEncoder().encode(text),
      utf16: (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")),
    };
    for (const encode of Object.values(encodings)) {
      for (const delimiter of [",", "\t", ";"]) {
        const text = (enterprises?.rows ?? []).map((row) => row.map(shown).join(delimiter)).join("\r\n");
        expect(await hashOf(encode(text), "名册.csv")).toBe(alone);
      }
    }
  });
});

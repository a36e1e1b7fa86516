import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf, tables } from "../../../src/core/roster/fields.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { rawWorkbook, type TestCell, type TestRow } from "../../support/raw-workbook.ts";

const codes = ["91110000600037341L", "91110000802100433B", "91110102999900003H"];

const anyCell: fc.Arbitrary<TestCell> = fc.oneof(
  { arbitrary: fc.constantFrom(...codes), weight: 4 },
  fc.constantFrom("是", "否", "节能技改", "能源审计", "岗位一档", "直接投资", "甲", "x", " "),
  fc.constantFrom<TestCell>(
    null,
    { error: "#REF!" },
    { uncached: true },
    { date: "2024-02-29", time: 0.5 },
    true,
    1e17,
  ),
  fc.integer({ min: -3, max: 50_000 }),
);

/** A row whose first cell makes it neither blank nor a note, so that it must be accounted for. */
const anyRow = (width: number): fc.Arbitrary<TestRow> =>
  fc
    .tuple(fc.constantFrom(...codes, "其他"), fc.array(anyCell, { minLength: width - 1, maxLength: width - 1 }))
    .map(([first, rest]) => [first, ...rest]);

const anySheets = fc.record(
  Object.fromEntries(
    tables.map(({ id, label }) => {
      const header = fieldsOf(id).map((field) => field.label);
      return [label, fc.array(anyRow(header.length), { maxLength: 4 }).map((rows): TestRow[] => [header, ...rows])];
    }),
  ),
);

describe("whatever the cells hold", { timeout: 60_000 }, () => {
  it("every row is accepted, refused by an issue that names it, or equal to a row above it", () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        const { roster, issues } = importRoster(rawWorkbook(sheets));
        for (const { id, label } of tables) {
          const accepted = [...(roster?.tables[id].sheetRow ?? [])];
          const named = issues
            .filter(
              ({ sheet, code, refusesRow }) => sheet === label && (refusesRow === true || code === "duplicate-row"),
            )
            .map(({ row }) => row ?? 0);
          const rows = (sheets[label] ?? []).slice(1).map((_, index) => index + 2);
          expect([...new Set([...accepted, ...named])].toSorted((a, b) => a - b)).toEqual(rows);
          expect(roster?.counts[label]).toEqual({ table: id, rows: rows.length, accepted: accepted.length });
        }
      }),
      { seed: 71, numRuns: 40 },
    );
  });

  it("no refused row is accepted, and every refusal is an error", () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        const { roster, issues } = importRoster(rawWorkbook(sheets));
        for (const { id, label } of tables) {
          const accepted = new Set(roster?.tables[id].sheetRow);
          const refusals = issues.filter(({ sheet, refusesRow }) => sheet === label && refusesRow === true);
          expect(refusals.filter(({ row, severity }) => severity !== "error" || accepted.has(row ?? 0))).toEqual([]);
        }
      }),
      { seed: 72, numRuns: 40 },
    );
  });

  it("every unreadable cell of an accepted row has an error on its address", () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        const { roster, issues } = importRoster(rawWorkbook(sheets));
        for (const { id, label } of tables) {
          const table = roster?.tables[id];
          for (const [fieldId, { state }] of table?.columns ?? []) {
            const header = fieldsOf(id).find((field) => field.id === fieldId)?.label;
            const unreadable = Array.from(table?.sheetRow ?? []).filter((_, row) => state[row] === 2);
            const errors = issues.filter(
              ({ sheet, column, severity }) => sheet === label && column === header && severity === "error",
            );
            expect(errors.map(({ row }) => row)).toEqual(expect.arrayContaining(unreadable));
          }
        }
      }),
      { seed: 73, numRuns: 40 },
    );
  });
});

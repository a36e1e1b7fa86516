import { describe, expect, it } from "vitest";
import { sampleCode } from "../../samples/sample-code.ts";
import { largeColumns } from "../../samples/large-columns.ts";
import { writeLargeWorkbook } from "../../samples/large-workbook.ts";
import { checkCharacter } from "../../src/core/roster/credit-code.ts";
import { fieldsOf, tables, type TableId } from "../../src/core/roster/fields.ts";
import { importRoster } from "../../src/core/roster/import-roster.ts";
import type { Roster } from "../../src/core/roster/roster.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

const FIRMS = 5200; // more than one district

async function imported(): Promise<Roster> {
  const pieces: Uint8Array[] = [];
  writeLargeWorkbook(FIRMS, (piece) => pieces.push(piece));
  const workbook = await readWorkbook(new Uint8Array(Buffer.concat(pieces)), "large.xlsx");
  if ("refused" in workbook) throw new Error(`refused: ${workbook.refused.code}`);
  const { roster, issues } = importRoster(workbook);
  if (!roster) throw new Error("the workbook gave no roster");
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  return roster;
}

/** Cells by header, texts spelt out. */
function cellsOf({ tables: of, texts }: Roster, table: TableId): unknown[] {
  return fieldsOf(table).map(({ id, type }) => {
    const column = of[table].columns.get(id);
    const isText = type === "text" || type === "code";
    return [id, Array.from(column?.values ?? [], (value) => (isText ? texts[value] : value)), column?.state];
  });
}

describe("a large roster", () => {
  it("is the same in columns as when its workbook is written, read and imported", async () => {
    const [read, built] = [await imported(), largeColumns(FIRMS)];
    for (const { id } of tables) {
      expect(cellsOf(built, id), id).toEqual(cellsOf(read, id));
      expect(built.tables[id].sheetRow).toEqual(read.tables[id].sheetRow);
      if (id !== "fundInvestments") expect(built.tables[id].enterprise, id).toEqual(read.tables[id].enterprise);
    }
    expect(built.tables.enterprises.rowCount).toBe(FIRMS);
  });

  it("gives every firm of millions a code of its own, with the right check character", () => {
    const codes = Array.from({ length: 2000 }, (_, index) => sampleCode(1 + index * 997));
    expect(new Set(codes).size).toBe(codes.length);
    expect(
      codes.every((code) => code.startsWith("91110102999") && checkCharacter(code.slice(0, 17)) === code[17]),
    ).toBe(true);
  });
});

import { readFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { sumOf } from "../../src/core/policy/totals.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { withTyped } from "../../src/core/roster/cell-edit.ts";
import { fieldOf } from "../../src/core/roster/fields.ts";
import { MAPPING_FORMAT, type CellRepair, type Mapping } from "../../src/core/roster/mapping/mapping.ts";
import { mappingText, parseMapping } from "../../src/core/roster/mapping/mapping-file.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import type { Engine, LoadRefusal, RosterCard } from "../../src/engine/port.ts";
import { shownAt } from "../../src/core/roster/import-raw-cell.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

const file = new Uint8Array(await readFile("samples/demo-district.xlsx"));
const fileName = "demo-district.xlsx";
const scenario = { ...publishedScenario, asOf: "2026-06-30" };
const mappingOf = (repairs: readonly CellRepair[]): Mapping => ({
  format: MAPPING_FORMAT,
  sheets: [],
  repairs,
  untidied: [],
});

let engine: Engine;
let plain: RosterCard;

function accepted(card: RosterCard | LoadRefusal | undefined): RosterCard {
  if (!card || "refused" in card) throw new Error("the sample must be read");
  return card;
}

const committed = async (of: Engine): Promise<number> => sumOf((await of.evaluate(scenario)).totals.total.committed);

beforeAll(async () => {
  engine = createEngine(xicheng202371);
  plain = accepted(await engine.load(file.slice(), fileName));
});

/** What stands in the rows of each sheet of a report, without the blanks. */
async function readReport(bytes: Uint8Array): Promise<(sheet: string) => string[][]> {
  const book = await readWorkbook(bytes, "报告.xlsx");
  if ("refused" in book) throw new Error("the report must be readable");
  return (name) =>
    book.sheets
      .filter((sheet) => sheet.name === name)
      .flatMap((sheet) =>
        Array.from({ length: sheet.rowCount }, (_, row) =>
          sheet.columns.map((_column, at) => shownAt(sheet, at, row)).filter((text) => text !== ""),
        ),
      );
}

/** The repairs once a project's investment is typed. */
async function typedInvestment(amount: string): Promise<readonly CellRepair[]> {
  const { fields, rows } = await engine.window({ table: "projects", search: "节能技改" }, 0, 1);
  const at = 1 + fields.indexOf("investment");
  const cell = await engine.cell({ sheet: rows[0]?.sheet ?? "", cell: rows[0]?.origins?.[at] ?? "" });
  if (!cell) throw new Error("the cell must be read");
  expect([cell.field, rows[0]?.cells[at - 1]]).toEqual(["investment", cell.before]);
  return withTyped([], cell, amount);
}

it("an edited cell moves the figures just as a file with that cell does, and taking it back restores every bit", async () => {
  const before = await committed(engine);
  const repairs = await typedInvestment("12.5");
  const edited = accepted(await engine.reread(mappingOf(repairs)));
  const after = await committed(engine);
  expect(after).not.toBe(before);
  expect(edited.repairs).toEqual(repairs);
  expect(edited.hash).not.toBe(plain.hash);
  const other = createEngine(xicheng202371);
  const fromMapping = accepted(
    await other.load(file.slice(), fileName, undefined, parseMapping(mappingText(mappingOf(repairs)))),
  );
  expect([fromMapping.hash, await committed(other)]).toEqual([edited.hash, after]);
  const back = accepted(await engine.reread(undefined));
  expect([back.hash, back.repairs, await committed(engine)]).toEqual([plain.hash, [], before]);
});

it("a row that the edit refuses leaves the table, and its cells can still be edited", async () => {
  const { rows } = await engine.window({ table: "enterprises", search: "" }, 0, 1);
  const [row] = rows;
  const of = { sheet: row?.sheet ?? "", cell: row?.origins?.[1] ?? "" };
  const cell = await engine.cell(of);
  expect(cell?.field).toBe("uscc");
  if (!cell) return;
  const refused = accepted(await engine.reread(mappingOf([{ ...of, before: cell.before, after: "" }])));
  expect(refused.names.length).toBe(plain.names.length - 1);
  expect(refused.issues.some(({ code, cell: at }) => code === "missing-cell" && at === of.cell)).toBe(true);
  expect(await engine.cell(of)).toEqual(cell);
  accepted(await engine.reread(undefined));
});

it("every cell of the table says where it stands, and the file has there what the table shows", async () => {
  for (const table of ["enterprises", "guarantees", "disbursements"] as const) {
    const { fields, rows } = await engine.window({ table, search: "" }, 5, 3);
    for (const { sheet, cells, origins = [] } of rows) {
      expect(origins).toHaveLength(fields.length + 1);
      for (const [at, field] of fields.entries()) {
        const found = await engine.cell({ sheet, cell: origins[at + 1] ?? "" });
        expect(found).toMatchObject({ table, field });
        const { type } = fieldOf(table, field);
        if (type === "text" || type === "choice" || type === "date") expect(found?.before).toBe(cells[at]);
      }
    }
  }
});

it("the report lists edited cells, hides whom they name where names are masked, and says how to make it again", async () => {
  const { rows } = await engine.window({ table: "enterprises", search: "" }, 0, 1);
  const cell = await engine.cell({ sheet: rows[0]?.sheet ?? "", cell: rows[0]?.origins?.[0] ?? "" });
  if (!cell) throw new Error("the cell must be read");
  const repairs = [...(await typedInvestment("12.5")), ...withTyped([], cell, "另一个名称")];
  accepted(await engine.reread(mappingOf(repairs)));
  const written = async (masked: boolean) =>
    await readReport(
      await engine.report({ scenario, language: "zh", masked, charts: [], writtenAt: "2026-07-01T00:00:00Z" }),
    );
  const [shown, masked] = [await written(false), await written(true)];
  expect(shown("数据质量")).toContainEqual([cell.sheet, cell.cell, cell.before, "另一个名称"]);
  expect(shown("数据质量").flat()).toContain("12.5万元");
  const hidden = masked("数据质量").find(([, place]) => place === cell.cell);
  expect(hidden?.slice(2)).toEqual(["（已隐去）", "企业0001"]);
  expect(masked("数据质量").flat()).toContain("12.5万元");
  expect(shown("运行记录").flat().join("\n")).toMatch(/2 格，逐格列在数据质量[\s\S]*--mapping 读法\.json/);
  accepted(await engine.reread(undefined));
});

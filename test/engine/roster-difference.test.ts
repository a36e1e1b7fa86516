import { expect, test } from "vitest";
import { sumOf, type Line } from "../../src/core/policy/totals.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { fieldOf } from "../../src/core/roster/fields.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import type { Engine } from "../../src/engine/port.ts";
import type { RosterDifference } from "../../src/engine/roster-difference.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets, type SampleSheet } from "../../samples/write-sheets.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const scenario = { ...publishedScenario, asOf: "2026-06-30" };
const whole = demoDistrict();
const bytesOf = (sheets: readonly SampleSheet[]): Promise<Uint8Array> => writeSheets("名册", sheets);
const earlier = await bytesOf(whole);

async function differenceTo(later: Uint8Array): Promise<{ engine: Engine; found: RosterDifference }> {
  const engine = createEngine(xicheng202371);
  await engine.load(later, "后.xlsx");
  const found = await engine.difference({ bytes: earlier.slice(), fileName: "前.xlsx", scenario });
  if ("refused" in found) throw new Error(JSON.stringify(found.issues));
  return { engine, found };
}

const lines = ({ money }: RosterDifference): Line[] =>
  [money.total, ...money.measures, ...money.departments.values()].map(({ difference }) => difference);
const nothing = { committed: new Map(), statutory: new Map(), unverified: new Map() };

/** The sheet with its data rows in the other order; demo sheets have one header row and no notes below. */
const reversed = (sheet: SampleSheet): SampleSheet => {
  const head = sheet.headerRow ?? 1;
  return { ...sheet, rows: [...sheet.rows.slice(0, head), ...sheet.rows.slice(head).toReversed()] };
};

test("a roster against itself: no row, no cell, not a 分", async () => {
  const { found } = await differenceTo(earlier.slice());
  expect(found.tables.every(({ added, gone, changedCells }) => added + gone + changedCells === 0)).toBe(true);
  expect(found.tables.reduce((sum, { after }) => sum + after, 0)).toBeGreaterThan(100);
  for (const line of lines(found)) expect(line).toEqual(nothing);
  expect(found.money.enterprises).toEqual([]);
  expect(found.after.hash).toBe(found.before.hash);
});

test("firms gone, a revenue changed: listed by key, and every direction of the money sums to the total's difference", async () => {
  const firms = whole.find(({ name }) => name === "企业");
  if (!firms) throw new Error("no sheet 企业");
  const head = firms.headerRow ?? 1;
  const rows = firms.rows.slice(0, head + 120).map((row) => [...row]);
  const changed = rows[head + 3];
  const column = (rows[head - 1] ?? []).findIndex((label) => String(label).startsWith("从业人员"));
  if (!changed || column < 0) throw new Error("no 从业人员");
  changed[column] = 7;
  const later = whole.map((sheet) => (sheet === firms ? { ...sheet, rows } : sheet));
  const { engine, found } = await differenceTo(await bytesOf(later));
  const counts = found.tables.find(({ table }) => table === "enterprises");
  expect(counts).toMatchObject({ after: 120, added: 0, changedCells: 1, changedRows: 1 });
  expect(counts?.before).toBe(120 + (counts?.gone ?? 0));

  const cells = await engine.differenceRows({ table: "enterprises", kind: "changed" }, 0, 9);
  expect(cells?.total).toBe(1);
  expect(cells?.rows[0]).toMatchObject({
    key: changed[0],
    cell: { field: fieldOf("enterprises", "employees").id, after: "7" },
  });
  const gone = await engine.differenceRows({ table: "enterprises", kind: "gone" }, 0, 3);
  expect([gone?.total, gone?.rows.length]).toEqual([counts?.gone, 3]);

  const { money } = found;
  const total = sumOf(money.total.difference.committed);
  expect(total).not.toBe(0);
  const all = (of: Iterable<{ readonly difference: Line }>, basis: keyof Line): number =>
    [...of].reduce((sum, { difference }) => sum + sumOf(difference[basis]), 0);
  for (const basis of ["committed", "statutory", "unverified"] as const) {
    expect(all(money.measures, basis)).toBe(sumOf(money.total.difference[basis]));
    expect(all(money.departments.values(), basis)).toBe(sumOf(money.total.difference[basis]));
  }
  expect(money.enterprises.reduce((sum, { before, after }) => sum + after - before, 0)).toBe(total);
  const now = await engine.evaluate(scenario);
  expect(sumOf(money.total.after.committed)).toBe(sumOf(now.totals.total.committed));
});

test("rows in another order change nothing, down to the bits of the money", async () => {
  const { found } = await differenceTo(await bytesOf(whole.map(reversed)));
  expect(found.tables.every(({ added, gone, changedCells }) => added + gone + changedCells === 0)).toBe(true);
  for (const line of lines(found)) expect(line).toEqual(nothing);
});

test("the workbook lists what the page lists; without a comparison there is none", async () => {
  const { engine } = await differenceTo(
    await bytesOf(whole.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 40) }))),
  );
  const bytes = await engine.differenceWorkbook("zh");
  const workbook = bytes && (await readWorkbook(bytes, "变动.xlsx"));
  if (!workbook || "refused" in workbook) throw new Error("no workbook");
  const rows = Object.fromEntries(workbook.sheets.map(({ name, rowCount }) => [name, rowCount]));
  const kinds = { 变动的单元格: "changed", 新增的行: "added", 减少的行: "gone" } as const;
  for (const [name, kind] of Object.entries(kinds)) {
    let total = 0;
    for (const table of [
      "enterprises",
      "projects",
      "guarantees",
      "employment",
      "hrServices",
      "fundInvestments",
      "disbursements",
    ] as const)
      total += (await engine.differenceRows({ table, kind }, 0, 1))?.total ?? 0;
    expect(rows[name]).toBe(total + 1);
  }
  expect(await createEngine(xicheng202371).differenceWorkbook("zh")).toBeUndefined();
});

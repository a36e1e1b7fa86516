import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { xicheng202371 } from "../rules/xicheng-2023-71/policy.ts";
import { compareCodePoints } from "../src/core/policy/row-order.ts";
import { fieldsOf, tables, type TableId } from "../src/core/roster/fields.ts";
import { industryMeaning } from "../src/core/roster/industry-code.ts";
import { CellState, type Roster, type Table } from "../src/core/roster/roster.ts";
import { sizeRules, type SizeRule } from "../src/core/roster/size-standard.ts";

/** Texts that order triggers of one day: the peer gets their rank, since numpy cannot sort by code point. */
const ordering: readonly string[] = ["projectName", "guaranteeNumber"];
const unitOf = { employees: 1, revenue: 1e6, assets: 1e6, financialAssets: 1e10, trustAssets: 1e10 } as const;

function ranks(texts: readonly string[]): Float64Array {
  const sorted = texts.map((_, index) => index).sort((a, b) => compareCodePoints(texts[a] ?? "", texts[b] ?? ""));
  const rank = new Float64Array(texts.length);
  sorted.forEach((text, place) => (rank[text] = place));
  return rank;
}

/** Floors of 大型 in stored units by industry code, for codes that a standard decides. */
function largeFloors({ tables: of, texts }: Roster): Record<number, Record<string, number>> {
  const codes = new Set(of.enterprises.columns.get("industryCode")?.values);
  return Object.fromEntries(
    [...codes].flatMap((code) => {
      const { rule } = industryMeaning(texts[code] ?? "");
      if (rule === "open" || Number.isNaN(code)) return [];
      const { floors }: SizeRule = sizeRules[rule === "uncovered" ? "other" : rule];
      const stored = Object.entries(unitOf).flatMap(([indicator, unit]) => {
        const floor = floors[indicator as keyof typeof unitOf]?.[0];
        return floor === undefined ? [] : [[indicator, floor * unit]];
      });
      return [[code, Object.fromEntries(stored)]];
    }),
  );
}

/** Writes a roster as raw columns of doubles, NaN where blank, with a manifest: what both sides of the bench read. */
export async function writeColumns(roster: Roster, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const rankOf = ranks(roster.texts);
  for (const { id } of tables) {
    for (const [field, { values }] of roster.tables[id].columns) {
      await writeFile(
        join(folder, `${id}.${field}`),
        new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
      );
      if (!ordering.includes(field)) continue;
      const ranked = values.map((text) => rankOf[text] ?? Number.NaN);
      await writeFile(join(folder, `${id}.${field}.rank`), new Uint8Array(ranked.buffer));
    }
    const { enterprise } = roster.tables[id];
    await writeFile(join(folder, `${id}.firms`), new Uint8Array(enterprise.buffer));
  }
  const manifest = {
    textCount: roster.texts.length,
    tables: Object.fromEntries(
      tables.map(({ id }) => [id, { rows: roster.tables[id].rowCount, fields: [...roster.tables[id].columns.keys()] }]),
    ),
    choices: Object.fromEntries(
      tables.flatMap(({ id }) =>
        fieldsOf(id).flatMap((field) => (field.choices ? [[`${id}.${field.id}`, field.choices]] : [])),
      ),
    ),
    largeFloors: largeFloors(roster),
    asOfFields: xicheng202371.asOfFields.map(({ table, field }) => [table, field]),
  };
  await writeFile(join(folder, "texts.json"), JSON.stringify(roster.texts));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}

async function doubles(file: string): Promise<Float64Array> {
  return new Float64Array(Uint8Array.from(await readFile(file)).buffer);
}

async function readTable(folder: string, id: TableId, rowCount: number, fields: readonly string[]): Promise<Table> {
  const columns = new Map<string, { values: Float64Array; state: Uint8Array }>();
  for (const field of fields) {
    const values = await doubles(join(folder, `${id}.${field}`));
    const state = Uint8Array.from(values, (value) => (Number.isNaN(value) ? CellState.blank : CellState.filled));
    columns.set(field, { values, state });
  }
  return {
    id,
    rowCount,
    sheetRow: Int32Array.from({ length: rowCount }, (_, row) => row + 2),
    sheet: new Uint16Array(rowCount),
    columns,
    enterprise: new Int32Array(Uint8Array.from(await readFile(join(folder, `${id}.firms`))).buffer),
  };
}

/** The roster that `writeColumns` wrote. */
export async function readColumns(folder: string): Promise<Roster> {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as {
    readonly tables: Record<TableId, { readonly rows: number; readonly fields: readonly string[] }>;
  };
  const read = await Promise.all(
    tables.map(async ({ id }): Promise<[TableId, Table]> => {
      const { rows, fields } = manifest.tables[id];
      return [id, await readTable(folder, id, rows, fields)];
    }),
  );
  return {
    tables: Object.fromEntries(read) as Record<TableId, Table>,
    texts: JSON.parse(await readFile(join(folder, "texts.json"), "utf8")) as string[],
    sheetNames: ["企业"],
    hash: "",
    counts: {},
  };
}

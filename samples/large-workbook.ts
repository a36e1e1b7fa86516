import { tables, fieldsOf, type FieldId, type TableId } from "../src/core/roster/fields.ts";
import { notice, sampleCell, type SampleRow } from "./canonical-sheet.ts";
import { largeRoster } from "./large-roster.ts";
import { streamWorkbook, type StreamedSheet } from "./stream-workbook.ts";
import type { SampleCell } from "./write-sheets.ts";

const children = tables.filter(({ id }) => id !== "enterprises");

function* canonicalRows(
  table: TableId,
  rows: Iterable<SampleRow>,
  without: readonly FieldId[],
): Generator<SampleCell[]> {
  const fields = fieldsOf(table).filter(({ id }) => !without.includes(id));
  yield fields.map(({ label }) => label);
  for (const row of rows) yield fields.map((field) => sampleCell(field, row[field.id]));
}

/**
 * A made-up workbook of so many firms, in the canonical form, without some columns of 企业 where they are named.
 * The rows of 企业 are written while they are made; the far fewer rows of the other tables wait for their turn.
 */
export function writeLargeWorkbook(
  firms: number,
  write: (piece: Uint8Array) => void,
  without: readonly FieldId[] = [],
): void {
  const waiting = new Map<TableId, SampleRow[]>(children.map(({ id }) => [id, []]));
  function* enterprises(): Generator<SampleRow> {
    for (const district of largeRoster(firms)) {
      yield* district.enterprises;
      for (const [table, rows] of waiting) for (const row of district[table]) rows.push(row);
    }
  }
  function* childRows(table: TableId): Generator<SampleRow> {
    yield* waiting.get(table) ?? [];
  }
  const { name, rows } = notice("策算示例：大型虚构名册", [`企业${firms}户，供测速。`]);
  const sheets: StreamedSheet[] = [
    { name, rows },
    { name: "企业", rows: canonicalRows("enterprises", enterprises(), without) },
    ...children.map(({ id, label }) => ({ name: label, rows: canonicalRows(id, childRows(id), []) })),
  ];
  streamWorkbook(sheets, write);
}

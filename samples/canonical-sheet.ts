import { fieldsOf, tables, type Field, type FieldId, type TableId } from "../src/core/roster/fields.ts";
import type { SampleCell, SampleSheet } from "./write-sheets.ts";

/** A row of a table by field: money in 万元, a date as its day, a truth as true or false; a text stands as it is. */
export type SampleRow = Readonly<Record<FieldId, string | number | boolean | undefined>>;

/** A table under its canonical sheet name and headers. */
export function canonicalSheet(table: TableId, rows: readonly SampleRow[]): SampleSheet {
  const fields = fieldsOf(table);
  const name = tables.find(({ id }) => id === table)?.label ?? table;
  return { name, headerRow: 1, width: 16, rows: [fields.map(({ label }) => label), ...rows.map(cellsOf(fields))] };
}

const cellsOf =
  (fields: readonly Field[]) =>
  (row: SampleRow): SampleCell[] =>
    fields.map((field) => sampleCell(field, row[field.id]));

/** What a workbook holds for a value of a field. */
export function sampleCell(field: Field, value: SampleRow[string]): SampleCell {
  if (typeof value === "boolean") return value ? "是" : "否";
  return field.type === "date" && typeof value === "number" ? { day: value } : value;
}

/** The first sheet of every sample: whose data this is, namely no one's. */
export const notice = (title: string, lines: readonly string[]): SampleSheet => ({
  name: "说明",
  width: 100,
  rows: [
    [title],
    ["示例数据：企业、代码和金额全部虚构，由程序生成，与任何真实主体无关。"],
    ["代码以 91110102 9999 开头，企业名称以“示例”开头，均不对应真实登记。"],
    ...lines.map((line) => [line]),
  ],
});

import { type Field, fieldsOf, tables } from "../src/core/roster/fields.ts";

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const fieldRow = (field: Field): string =>
  row([
    field.label,
    field.english,
    field.type,
    field.unit ?? "",
    field.required ? "是" : "",
    field.blankIsZero ? "0" : "",
    field.choices?.join("、") ?? "",
    field.synonyms.join("、"),
  ]);

const heading = ["字段", "English", "类型", "单位", "必填", "空白按", "取值", "同义表头"];

/** docs/fields.md: every table and column of a roster workbook. */
export const fieldsPage = (): string =>
  [
    "# 字段 Fields",
    ...tables.map(({ id, label, english }) =>
      [`## ${label} ${english}\n`, row(heading), row(heading.map(() => "---")), ...fieldsOf(id).map(fieldRow)].join(
        "\n",
      ),
    ),
  ].join("\n\n") + "\n";

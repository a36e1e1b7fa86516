import type { Issue } from "../../core/issue/issue.ts";
import { describeIssue } from "../../core/issue/issue-text.ts";
import type { FieldId, TableId } from "../../core/roster/fields.ts";
import { readHeader } from "../../core/roster/import-header.ts";
import { titleField } from "../../engine/table-cells.ts";
import type { TableRow } from "../../engine/table-query.ts";
import type { Language } from "../state/preferences.svelte.ts";

const keyOf = (sheet: string, row: number): string => `${row} ${sheet}`;

/** Which cell of a row an issue is about: 0 names the row, then one a field; 0 too for the whole row. */
export function cellOfIssue(table: TableId, { column }: Pick<Issue, "column">, fields: readonly FieldId[]): number {
  const field = column === undefined ? undefined : readHeader(table, column)?.field.id;
  return field === undefined || field === titleField(table) ? 0 : fields.indexOf(field) + 1;
}

/** Issues by the row they are about, so that the cells in view can be marked. */
export class IssueMarks {
  readonly #byRow = new Map<string, Issue[]>();

  constructor(issues: readonly Issue[]) {
    for (const issue of issues) {
      if (issue.sheet === undefined || issue.row === undefined) continue;
      const key = keyOf(issue.sheet, issue.row);
      const same = this.#byRow.get(key);
      if (same) same.push(issue);
      else this.#byRow.set(key, [issue]);
    }
  }

  /** What is wrong in a row, in words, by cell: 0 names the row and takes what is about all of it, then the fields. */
  ofRow(
    table: TableId,
    { sheet, sheetRow }: Pick<TableRow, "sheet" | "sheetRow">,
    fields: readonly FieldId[],
    language: Language,
  ): ReadonlyMap<number, string> {
    const said = new Map<number, string>();
    for (const issue of this.#byRow.get(keyOf(sheet, sheetRow)) ?? []) {
      const cell = cellOfIssue(table, issue, fields);
      const { message, remedy } = describeIssue(issue, language);
      said.set(
        cell,
        `${said.has(cell) ? `${said.get(cell)}\n` : ""}${message}${language === "zh" ? "" : " "}${remedy}`,
      );
    }
    return said;
  }
}

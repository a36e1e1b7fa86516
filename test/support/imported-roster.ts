import { isoDay } from "../../src/core/date/day.ts";
import type { Issue, IssueCode } from "../../src/core/issue/issue.ts";
import { fieldOf, type TableId } from "../../src/core/roster/fields.ts";
import type { CleaningLog } from "../../src/core/roster/import-cleaning-log.ts";
import { importRoster } from "../../src/core/roster/import-roster.ts";
import { CellState, type Roster } from "../../src/core/roster/roster.ts";
import { rawWorkbook, type TestCell, type TestRow } from "./raw-workbook.ts";

export const A = "91110000600037341L";
export const B = "91110000802100433B";
export const C = "91110102999900003H";
const noise: readonly IssueCode[] = ["absent-column-assumed"];

export type Sheets = Readonly<Record<string, readonly TestRow[]>>;

export function read(sheets: Sheets): { roster: Roster; issues: Issue[]; cleaning: CleaningLog } {
  const { roster, issues, cleaning } = importRoster(rawWorkbook(sheets));
  if (!roster) throw new Error("expected a roster");
  return { roster, issues: issues.filter(({ code }) => !noise.includes(code)), cleaning };
}

/** 企业 with A, B and C beside the sheets given. */
export const withEnterprises = (sheets: Sheets): Sheets => ({
  企业: [
    ["统一社会信用代码", "企业名称"],
    [A, "甲"],
    [B, "乙"],
    [C, "丙"],
  ],
  ...sheets,
});

export const codes = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);

/** Values of a column as a person would write them: 元, ISO dates, words. */
export function shown(roster: Roster, table: TableId, id: string): (string | number)[] {
  const column = roster.tables[table].columns.get(id);
  const { type, choices } = fieldOf(table, id);
  return Array.from(column?.values ?? [], (value, row) => {
    if (column?.state[row] === CellState.blank) return "blank";
    if (column?.state[row] === CellState.unreadable) return "unreadable";
    if (type === "money") return value / 100;
    if (type === "date") return isoDay(value);
    if (type === "choice") return choices?.[value] ?? "?";
    return type === "text" || type === "code" ? (roster.texts[value] ?? "?") : value;
  });
}

/** One cell of 企业 under a header, read. */
export function readCell(header: string, cell: TestCell, id: string): { value: string | number; issues: Issue[] } {
  const { roster, issues } = read({
    企业: [
      ["统一社会信用代码", "企业名称", header],
      [A, "甲", cell],
    ],
  });
  return { value: shown(roster, "enterprises", id)[0] ?? "absent", issues };
}

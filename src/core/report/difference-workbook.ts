import type { Fen } from "../money/money.ts";
import type { EnterpriseChange, LineChange, MoneyChange } from "../policy/compare/roster-money.ts";
import { departmentName } from "../policy/department-name.ts";
import type { Policy } from "../policy/policy.ts";
import { sumOf } from "../policy/totals.ts";
import type { TableDifference } from "../roster/difference/compare-rosters.ts";
import { cellAt, keyText } from "../roster/difference/row-name.ts";
import { fieldsOf, tables, type Field, type TableId } from "../roster/fields.ts";
import { CellState, type Roster } from "../roster/roster.ts";
import { textAt } from "../roster/text-at.ts";
import { countCell, dayCell, emptyCell, headingRow, textCell, yuanCell } from "./report-cells.ts";
import type { ReportCell, ReportModel, ReportRow, ReportSheet } from "./report-model.ts";
import { reportSection } from "./report-section.ts";
import { LONGEST_SHEET } from "./sheet-length.ts";
import { differenceWords } from "./difference-words.ts";

/** Two rosters, how they differ, and what it does to the money. */
export interface DifferenceReport {
  readonly policy: Policy;
  readonly before: { readonly roster: Roster; readonly fileName: string };
  readonly after: { readonly roster: Roster; readonly fileName: string };
  readonly tables: readonly TableDifference[];
  readonly money: MoneyChange;
}

type Language = "zh" | "en";

/** The difference of two rosters as a workbook: counts and money, then every cell, row and enterprise that differs. */
export function differenceWorkbook(report: DifferenceReport, language: Language): ReportModel {
  const { titles, heads, title } = differenceWords[language];
  const { enterprises } = report.money;
  const lists: List[] = [
    { title: titles.changed, heads: heads.changed, ...changedCells(report, language) },
    { title: titles.added, heads: heads.rows, ...wholeRows(report, "added", language) },
    { title: titles.gone, heads: heads.rows, ...wholeRows(report, "gone", language) },
    {
      title: titles.enterprises,
      heads: heads.enterprises,
      count: enterprises.length,
      row: (index) => enterpriseRow(enterprises[index], language),
    },
  ];
  return { title, sheets: [summarySheet(report, language), ...lists.flatMap(listSheets)], names: [] };
}

interface List {
  readonly title: string;
  readonly heads: readonly string[];
  readonly count: number;
  readonly row: (index: number) => ReportRow;
}

/** A list as one sheet, or as many as its rows need. */
function listSheets({ title, heads, count, row }: List): ReportSheet[] {
  const most = LONGEST_SHEET - 1;
  return Array.from({ length: Math.max(1, Math.ceil(count / most)) }, (_, part) => ({
    name: part === 0 ? title : `${title} ${part + 1}`,
    widths: heads.map((_head, column) => (column === 1 ? 44 : 22)),
    rows: [headingRow(heads)],
    body: { count: Math.min(most, count - part * most), row: (index) => row(part * most + index) },
    frozen: { rows: 1, columns: 2 },
    landscape: true,
  }));
}

const tableName = (id: TableId, language: Language): string => {
  const table = tables.find((each) => each.id === id);
  return (language === "zh" ? table?.label : table?.english) ?? id;
};

function summarySheet({ policy, before, after, tables: found, money }: DifferenceReport, language: Language) {
  const words = differenceWords[language];
  const counted = found.map(({ table, counts }) => [
    textCell(tableName(table, language)),
    ...[counts.before, counts.added, counts.gone, counts.after, counts.changedRows, counts.changedCells].map((count) =>
      countCell(count),
    ),
    textCell([...counts.columnsAdded.map((c) => `+ ${c}`), ...counts.columnsGone.map((c) => `− ${c}`)].join("、")),
  ]);
  const measures = money.measures.map((line, index) => {
    const measure = policy.measures[index];
    return moneyRow(`${measure?.id ?? ""} ${measure?.label[language] ?? ""}`, line);
  });
  const departments = [...money.departments].map(([name, line]) =>
    moneyRow(departmentName(policy, name, language), line),
  );
  const total = moneyRow(words.total, money.total, "total");
  return {
    name: words.titles.summary,
    widths: [44, 20, 20, 20, 20, 20, 20, 40],
    rows: [
      [textCell(words.title, "title")],
      [textCell(words.files(before.fileName, after.fileName), "note")],
      [textCell(words.note, "note")],
      ...reportSection(words.sections.tables, words.heads.tables, counted),
      ...reportSection(words.sections.measures, words.heads.money, [...measures, total]),
      ...reportSection(words.sections.departments, words.heads.money, [...departments, total]),
    ],
  } satisfies ReportSheet;
}

function moneyRow(
  label: string,
  { before, after, difference }: LineChange,
  style: "body" | "total" = "body",
): ReportRow {
  const amounts: Fen[] = (["committed", "statutory", "unverified"] as const).flatMap((basis) => [
    sumOf(before[basis]),
    sumOf(after[basis]),
    sumOf(difference[basis]),
  ]);
  return [textCell(label, style), ...amounts.map((fen) => yuanCell(fen, style))];
}

function enterpriseRow(change: EnterpriseChange | undefined, language: Language): ReportRow {
  if (!change) return [];
  const { code, name, before, after } = change;
  const who = code === "" ? differenceWords[language].nobody : name;
  return [textCell(code), textCell(who), yuanCell(before), yuanCell(after), yuanCell(after - before)];
}

/** Where a list goes on from one table to the next. */
function placed<T>(lists: readonly T[], lengthOf: (list: T) => number) {
  let count = 0;
  const starts = lists.map((list) => {
    const start = count;
    count += lengthOf(list);
    return start;
  });
  const find = (index: number): { list: T; at: number } | undefined => {
    const number = starts.findLastIndex((start) => start <= index);
    const list = lists[number];
    return list === undefined ? undefined : { list, at: index - (starts[number] ?? 0) };
  };
  return { count, find };
}

function changedCells({ before, after, tables: found }: DifferenceReport, language: Language) {
  const { count, find } = placed(found, ({ changed }) => changed.field.length);
  const row = (index: number): ReportRow => {
    const place = find(index);
    const field = place && fieldsOf(place.list.table)[place.list.changed.field[place.at] ?? -1];
    if (!place || !field) return [];
    const [old, now] = [place.list.changed.before[place.at] ?? -1, place.list.changed.after[place.at] ?? -1];
    return [
      ...rowCells(after.roster, field.table, now, language),
      textCell(columnName(field, language)),
      contentCell(before.roster, field, old, language),
      contentCell(after.roster, field, now, language),
    ];
  };
  return { count, row };
}

function wholeRows({ before, after, tables: found }: DifferenceReport, kind: "added" | "gone", language: Language) {
  const { roster } = kind === "added" ? after : before;
  const { count, find } = placed(found, (list) => list[kind].length);
  const row = (index: number): ReportRow => {
    const place = find(index);
    return place ? rowCells(roster, place.list.table, place.list[kind][place.at] ?? -1, language) : [];
  };
  return { count, row };
}

/** Table, key, enterprise, sheet and row of a row. */
function rowCells(roster: Roster, table: TableId, row: number, language: Language): ReportRow {
  const { sheet, sheetRow, enterprise } = roster.tables[table];
  return [
    textCell(tableName(table, language)),
    textCell(keyText(roster, table, row)),
    textCell(textAt(roster, "enterprises", "name", enterprise[row] ?? -1)),
    textCell(roster.sheetNames[sheet[row] ?? -1] ?? ""),
    countCell(sheetRow[row] ?? 0),
  ];
}

function columnName({ type, label, english, unit }: Field, language: Language): string {
  if (language === "en") return type === "money" ? `${english} (yuan)` : english;
  const shown = type === "money" ? "元" : unit;
  return shown === undefined ? label : `${label}（${shown}）`;
}

function contentCell(roster: Roster, field: Field, row: number, language: Language): ReportCell {
  const { state, value } = cellAt(roster, field, row);
  if (state === CellState.unreadable) return textCell(differenceWords[language].unreadable);
  if (state === CellState.blank) return emptyCell;
  switch (field.type) {
    case "money":
      return yuanCell(value);
    case "date":
      return dayCell(value);
    case "truth":
      return textCell(value === 1 ? "是" : "否");
    case "choice":
      return textCell(field.choices?.[value] ?? "");
    case "code":
    case "text":
      return textCell(roster.texts[value] ?? "");
    case "count":
    case "number":
      return { value, format: "number", style: "body" };
  }
}

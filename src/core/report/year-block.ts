import { parseIsoDay, yearOf } from "../date/day.ts";
import { yuanOf, type Fen } from "../money/money.ts";
import type { ByYear } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";
import type { Line, Totals } from "../policy/totals.ts";
import { columnLetters } from "../roster/import-raw-cell.ts";
import { formulaCell, headingRow, quotedSheet, textCell } from "./report-cells.ts";
import type { CellRange, CellStyle, ReportCell } from "./report-model.ts";
import type { ReportChoice } from "./report-input.ts";

/** Amounts of a line that the workbook recomputes. */
export const lineBases = ["committed", "statutory", "unverified"] as const satisfies readonly (keyof Line)[];
export type LineBasis = (typeof lineBases)[number];

/** Years with a column of their own: the term, then the tail; what falls later is summed in one more column. */
export interface YearColumns {
  readonly years: readonly number[];
  readonly lastOfTerm: number;
}

/** Years after the term that always have a column, for edited offsets. */
const TAIL_YEARS = 5;

export function yearColumnsOf({ termStart, termEnd }: Policy, { total }: Totals): YearColumns {
  const first = yearOf(parseIsoDay(termStart));
  const lastOfTerm = yearOf(parseIsoDay(termEnd));
  const paid = lineBases.flatMap((basis) => [...total[basis].keys()]);
  const last = Math.max(lastOfTerm + TAIL_YEARS, ...paid);
  return { years: Array.from({ length: last - first + 1 }, (_, index) => first + index), lastOfTerm };
}

/** A column of amounts: one year, or all years after the last one that has a column. */
export type YearColumn = { readonly year: number; readonly header: string } | { readonly after: number };

/** One row of a block: who it is about, and its amount of a column as a formula and as the app has it. */
export interface YearLine {
  readonly number: number | null;
  readonly label: string;
  readonly formula: (column: YearColumn) => string;
  readonly amounts: ByYear;
}

/** Where a block stands, and how its cells are addressed. */
export interface YearBlock {
  readonly rows: readonly (readonly ReportCell[])[];
  /** Absolute address of a line's amount in column `index`: the years, then later, term, tail, all. */
  readonly cell: (line: number, index: number) => string;
  /** Absolute address of the block's amounts, lines × columns. */
  readonly amounts: string;
  /** Heads of the years and of what is later, and of one line its label and its amounts in those columns. */
  readonly heads: CellRange;
  readonly label: (line: number) => CellRange;
  readonly yearly: (line: number) => CellRange;
  readonly height: number;
}

export const FIRST_AMOUNT = 2;

/** Amounts by column as the app has them: years, later, term, tail, all. */
export function amountsByColumn({ years, lastOfTerm }: YearColumns, amounts: ByYear): readonly Fen[] {
  const sum = (wanted: (year: number) => boolean): Fen =>
    [...amounts].reduce((total, [year, amount]) => total + (wanted(year) ? amount : 0), 0);
  const last = years[years.length - 1] ?? lastOfTerm;
  return [
    ...years.map((year) => amounts.get(year) ?? 0),
    sum((year) => year > last),
    sum((year) => year <= lastOfTerm),
    sum((year) => year > lastOfTerm),
    sum(() => true),
  ];
}

const words = {
  zh: { number: "序号", later: (year: number) => `${year}年后`, term: "政策期", tail: "期后", all: "合计" },
  en: { number: "No.", later: (year: number) => `after ${year}`, term: "Term", tail: "Tail", all: "Total" },
} as const;

/** Heads of the amounts; a year is a number, so that formulas can take it as a criterion. */
export function amountHeads(columns: YearColumns, language: ReportChoice["language"]): readonly ReportCell[] {
  const said = words[language];
  const last = columns.years[columns.years.length - 1] ?? 0;
  return [
    ...columns.years.map((year): ReportCell => ({ value: year, format: "number", style: "heading" })),
    ...headingRow([said.later(last), said.term, said.tail, said.all]),
  ];
}

/** A titled block of lines by year with their sums, its title in `row` as the sheet shows it. */
export function yearBlock(
  sheet: string,
  row: number,
  title: string,
  head: string,
  columns: YearColumns,
  lines: readonly YearLine[],
  language: ReportChoice["language"],
): YearBlock {
  const [headRow, firstLine] = [row + 1, row + 2];
  const letter = (index: number): string => columnLetters(FIRST_AMOUNT + index);
  const count = columns.years.length;
  const lineRows = lines.map((line, index) => [
    { value: line.number, format: "integer" } satisfies ReportCell,
    textCell(line.label),
    ...lineCells(columns, line, firstLine + index, letter, headRow),
  ]);
  const sums = sumCells(columns, lines, firstLine, letter, words[language].all);
  const amounts = lines.map((line) => amountsByColumn(columns, line.amounts));
  const across = (at: number, values: CellRange["values"]): CellRange => ({
    reference: `${quotedSheet(sheet)}!$${letter(0)}$${at}:$${letter(count)}$${at}`,
    values,
  });
  const at = (line: number, index: number): string => `${quotedSheet(sheet)}!$${letter(index)}$${firstLine + line}`;
  return {
    rows: [
      [textCell(title, "total")],
      [...headingRow([words[language].number, head]), ...amountHeads(columns, language)],
      ...lineRows,
      sums,
      [],
    ],
    cell: at,
    amounts: `${at(0, 0)}:$${letter(count + 3)}$${firstLine + lines.length}`,
    heads: across(headRow, [...columns.years, words[language].later(columns.years[count - 1] ?? 0)]),
    label: (line) => ({
      reference: `${quotedSheet(sheet)}!$${columnLetters(FIRST_AMOUNT - 1)}$${firstLine + line}`,
      values: lines.slice(line, line + 1).map(({ label }) => label),
    }),
    yearly: (line) => across(firstLine + line, (amounts[line] ?? []).slice(0, count + 1).map(yuanOf)),
    height: lines.length + 4,
  };
}

function lineCells(
  columns: YearColumns,
  line: YearLine,
  row: number,
  letter: (index: number) => string,
  headRow: number,
): ReportCell[] {
  const values = amountsByColumn(columns, line.amounts);
  const count = columns.years.length;
  const last = columns.years[count - 1] ?? 0;
  const yearly = columns.years.map((year, index) => line.formula({ year, header: `${letter(index)}$${headRow}` }));
  return [...yearly, line.formula({ after: last }), ...spans(columns, row, letter)].map((formula, index) =>
    formulaCell(formula, yuanOf(values[index] ?? 0), "yuan", index > count ? "total" : "body"),
  );
}

/** Sums over the term, the tail and all years of a row. */
function spans({ years, lastOfTerm }: YearColumns, row: number, letter: (index: number) => string): string[] {
  const ofTerm = years.filter((year) => year <= lastOfTerm).length;
  const over = (from: number, to: number): string => `ROUND(SUM(${letter(from)}${row}:${letter(to)}${row}),2)`;
  return [over(0, ofTerm - 1), over(ofTerm, years.length), over(0, years.length)];
}

function sumCells(
  columns: YearColumns,
  lines: readonly YearLine[],
  firstLine: number,
  letter: (index: number) => string,
  label: string,
): ReportCell[] {
  const style: CellStyle = "total";
  const values = lines.map(({ amounts }) => amountsByColumn(columns, amounts));
  return [
    { value: null },
    textCell(label, style),
    ...Array.from({ length: columns.years.length + 4 }, (_, index) => {
      const range = `${letter(index)}${firstLine}:${letter(index)}${firstLine + Math.max(lines.length, 1) - 1}`;
      const sum = values.reduce((total, line) => total + (line[index] ?? 0), 0);
      return formulaCell(lines.length === 0 ? "0" : `ROUND(SUM(${range}),2)`, yuanOf(sum), "yuan", style);
    }),
  ];
}

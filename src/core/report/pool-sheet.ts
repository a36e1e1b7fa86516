import { yearOf } from "../date/day.ts";
import { yuanOf, type Fen } from "../money/money.ts";
import type { Context } from "../policy/block.ts";
import { Eligibility, type PoolEvent } from "../policy/ledger.ts";
import { lettersOf, placeTable, type Ranges } from "./placed-table.ts";
import { accountColumn, kindNumbers, NEVER, poolColumns, type ClaimCell, type PoolLine } from "./pool-columns.ts";
import { poolAccounts, type PoolAccount, type PoolPlan } from "./pool-plan.ts";
import { poolWords } from "./pool-words.ts";
import { emptyCell, formulaCell, headingRow, quotedSheet, textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { CellStyle, ReportCell, ReportSheet } from "./report-model.ts";
import { sheetName } from "./sheet-names.ts";
import { columnLetters } from "../roster/import-raw-cell.ts";
import type { Basis } from "../policy/values.ts";
import { bothBases } from "./detail-plan.ts";

const YEARS_HEADING_ROW = 6;

const sums = ["claims", "paid", "unpaid", "topUps", "recoveries", "unverified"] as const;
type Sum = (typeof sums)[number];

/** What other sheets read of a pool's account. */
export interface PoolSheet {
  readonly sheet: ReportSheet;
  /** Cell with the sum over all years, or with the opening balance. */
  readonly total: (basis: Basis, sum: Sum | "opening") => string;
  /** Cell with the month in which the planning account runs out, as 202703, or an empty text. */
  readonly exhausted: string;
  readonly plan: PoolPlan;
}

const yearsOf = (context: Context, { entries }: PoolPlan): readonly number[] => {
  const first = yearOf(context.termStart);
  const last = Math.max(yearOf(context.termEnd), ...entries.map(({ day }) => yearOf(day)));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

/** Row of the opening line. */
const openingRow = (context: Context, plan: PoolPlan): number => YEARS_HEADING_ROW + yearsOf(context, plan).length + 4;

/** Name of a pool's sheet; those after the first are told apart by their measure. */
export const poolSheetName = (input: ReportInput, { measure }: PoolPlan, index: number): string =>
  `${sheetName("pool", input.language)}${index === 0 ? "" : ` ${measure.measure.id}`}`;

/** Cell that holds what is paid of a claim on a basis. */
export type PaidCell = (due: number, basis: Basis) => string;

/** Where the account of a pool holds what is paid of its claims. */
export function paidCells(input: ReportInput, context: Context, plan: PoolPlan, index: number): PaidCell {
  const letters = lettersOf(poolColumns({ input, context, plan, claimCell: () => "" }));
  const sheet = quotedSheet(poolSheetName(input, plan, index));
  const firstRow = openingRow(context, plan) + 1;
  return (due, basis) =>
    `${sheet}!$${letters.get(accountColumn(basis, "paid"))}$${firstRow + (plan.claimAt.get(due) ?? 0)}`;
}

/** 担保池台账: the balance by date on both bases, with what is paid by year and when the pool runs dry. */
export function poolSheet(
  input: ReportInput,
  context: Context,
  plan: PoolPlan,
  index: number,
  claimCell: ClaimCell,
): PoolSheet {
  const said = poolWords[input.language];
  const name = poolSheetName(input, plan, index);
  const columns = poolColumns({ input, context, plan, claimCell });
  const lines: readonly (PoolLine | undefined)[] = [
    undefined,
    ...plan.entries.map((entry, position) => ({ ...entry, position })),
  ];
  const opening = openingRow(context, plan);
  const table = placeTable(name, columns, lines, opening, () => true);
  const years = yearsOf(context, plan);
  const totalRow = YEARS_HEADING_ROW + years.length + 1;
  const sheet: ReportSheet = {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      [textCell(said.title, "title")],
      [textCell(said.note)],
      [emptyCell, ...poolAccounts.map((account) => textCell(said.accounts[account], "heading"))],
      [textCell(said.exhausted), ...poolAccounts.map((account) => exhaustedCell(plan, table.range, account))],
      [emptyCell],
      headingRow([
        said.year,
        ...bothBases.flatMap((basis) => sums.map((sum) => said.onAccount(basis, said.sums[sum]))),
      ]),
      ...years.map((year, i) => yearRow(plan, table.range, year, YEARS_HEADING_ROW + 1 + i)),
      totalCells(plan, totalRow, years.length, said.total),
      [emptyCell],
      headingRow(columns.map(({ heading }) => heading)),
    ],
    body: table.body,
    landscape: true,
  };
  return {
    sheet,
    plan,
    exhausted: `${quotedSheet(name)}!$${columnLetters(1 + poolAccounts.indexOf("planning"))}$4`,
    total: (basis, sum) =>
      sum === "opening"
        ? table.cell(accountColumn(basis, "balance"), 0)
        : `${quotedSheet(name)}!$${sumLetter(basis, sum)}$${totalRow}`,
  };
}

const sumLetter = (basis: Basis, sum: Sum): string =>
  columnLetters(1 + bothBases.indexOf(basis) * sums.length + sums.indexOf(sum));

function exhaustedCell({ exhausted }: PoolPlan, ranges: Ranges, account: PoolAccount): ReportCell {
  const range = ranges(accountColumn(account, "short"));
  const month = exhausted[account];
  const value = month === null ? "" : Math.floor(month / 12) * 100 + (month % 12) + 1;
  return formulaCell(`IF(MIN(${range},${NEVER})=${NEVER},"",MIN(${range}))`, value, "number");
}

function yearRow(plan: PoolPlan, ranges: Ranges, year: number, row: number): readonly ReportCell[] {
  const cells = bothBases.flatMap((basis) =>
    sums.map((sum) => formulaCell(sumFormula(ranges, basis, sum, row), yuanOf(sumOf(plan, basis, sum, year)))),
  );
  return [{ value: year, format: "number" }, ...cells];
}

function sumFormula(ranges: Ranges, basis: Basis, sum: Sum, row: number): string {
  if (sum === "unpaid") return `ROUND(${sumLetter(basis, "claims")}${row}-${sumLetter(basis, "paid")}${row},2)`;
  const over = (column: "amount" | "paid", kind: PoolLine["kind"], eligibility?: number): string => {
    const tests = [`${ranges("kindNumber")},${kindNumbers[kind]}`, `${ranges("year")},$A${row}`];
    if (eligibility !== undefined) tests.push(`${ranges("eligibility")},${eligibility}`);
    return `ROUND(SUMIFS(${ranges(accountColumn(basis, column))},${tests.join(",")}),2)`;
  };
  switch (sum) {
    case "claims":
      return over("amount", "claim", Eligibility.true);
    case "paid":
      return over("paid", "claim", Eligibility.true);
    case "unverified":
      return over("paid", "claim", Eligibility.unknown);
    case "topUps":
      return over("amount", "top-up");
    case "recoveries":
      return over("amount", "recovery");
    default:
      return sum satisfies never;
  }
}

function sumOf({ events }: PoolPlan, basis: Basis, sum: Sum, year?: number): Fen {
  return events[basis]
    .filter(({ day }) => year === undefined || yearOf(day) === year)
    .reduce((total, event) => total + partOf(event, sum), 0);
}

function partOf({ kind, eligibility, amount, paid }: PoolEvent, sum: Sum): Fen {
  const good = kind === "claim" && eligibility === Eligibility.true;
  switch (sum) {
    case "claims":
      return good ? amount : 0;
    case "paid":
      return good ? paid : 0;
    case "unpaid":
      return good ? amount - paid : 0;
    case "unverified":
      return kind === "claim" && eligibility === Eligibility.unknown ? paid : 0;
    case "topUps":
      return kind === "top-up" ? amount : 0;
    case "recoveries":
      return kind === "recovery" ? amount : 0;
    default:
      return sum satisfies never;
  }
}

function totalCells(plan: PoolPlan, row: number, years: number, label: string): readonly ReportCell[] {
  const style: CellStyle = "total";
  const cells = bothBases.flatMap((basis) =>
    sums.map((sum) => {
      const letter = sumLetter(basis, sum);
      const formula = `ROUND(SUM(${letter}${row - years}:${letter}${row - 1}),2)`;
      return formulaCell(formula, yuanOf(sumOf(plan, basis, sum)), "yuan", style);
    }),
  );
  return [textCell(label, style), ...cells];
}

import { columnLetters } from "../../roster/import-raw-cell.ts";
import { emptyCell, formulaCell, headingRow, quotedSheet, textCell } from "../report-cells.ts";
import type { ReportCell, ReportRow } from "../report-model.ts";

/** One line of a block: what each scenario comes to, 元, the baseline first. */
export interface AmountRow {
  readonly key: string;
  readonly label: string;
  readonly amounts: readonly number[];
}

/** Where a block stands, and how it is headed. */
export interface BlockPlace {
  readonly sheet: string;
  /** Row of the sheet, from 1, on which the empty row above its title stands. */
  readonly firstRow: number;
  readonly title: string;
  /** Head of the column of labels. */
  readonly heading: string;
  /** Names of the scenarios, the baseline first. */
  readonly names: readonly string[];
  /** Head of a column of differences. */
  readonly differenceOf: (name: string) => string;
  /** Label of the row of sums; absent: lines that do not sum. */
  readonly sumLabel?: string;
}

/** A block that has found its place. */
export interface DifferenceBlock {
  readonly rows: readonly ReportRow[];
  /** Address, with its sheet, of what a scenario comes to in the row of sums. @throws Error where nothing is summed */
  readonly sum: (scenario: number) => string;
  /** Address of a scenario's amount in a line. @throws Error for a key without a line: our own mistake */
  readonly amount: (key: string, scenario: number) => string;
}

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;

/** The same as the sheet's ROUND(changed − base, 2). */
export const roundedDifference = (changed: number, base: number): number => cents(changed - base) + 0;

/** Column of a scenario's amounts; labels stand in the first. */
export const amountColumn = (scenario: number): string => columnLetters(1 + scenario);

/** Column of a scenario's differences from the baseline, for the second scenario and later. */
export const differenceColumn = (scenarios: number, scenario: number): string => columnLetters(scenarios + scenario);

/** The difference of a scenario from the baseline in a row, as a formula over their two cells. */
export const differenceCell = (
  row: number,
  scenario: number,
  amounts: readonly number[],
  style: "body" | "total" = "body",
): ReportCell =>
  formulaCell(
    `ROUND(${amountColumn(scenario)}${row}-$B${row},2)`,
    roundedDifference(amounts[scenario] ?? 0, amounts[0] ?? 0),
    "yuan",
    style,
  );

/** Amounts of every scenario side by side and, by formula, what each differs by from the first. */
export function differenceBlock(place: BlockPlace, lines: readonly AmountRow[]): DifferenceBlock {
  const { names, firstRow } = place;
  const others = names.slice(1);
  const top = firstRow + 3;
  const sumRow = top + lines.length;
  const row = (at: number, label: string, cells: readonly ReportCell[], amounts: readonly number[], isSum: boolean) => {
    const style = isSum ? "total" : "body";
    return [
      textCell(label, style),
      ...cells,
      ...others.map((_, index) => differenceCell(at, index + 1, amounts, style)),
    ];
  };
  const body = lines.map(({ label, amounts }, index) =>
    row(
      top + index,
      label,
      amounts.map((value): ReportCell => ({ value, format: "yuan", style: "body" })),
      amounts,
      false,
    ),
  );
  const address = (at: number, scenario: number): string =>
    `${quotedSheet(place.sheet)}!$${amountColumn(scenario)}$${at}`;
  return {
    rows: [
      [emptyCell],
      [textCell(place.title, "section")],
      headingRow([place.heading, ...names, ...others.map(place.differenceOf)]),
      ...body,
      ...(place.sumLabel === undefined ? [] : [sumLine(place.sumLabel, lines, names.length, top, row)]),
    ],
    sum: (scenario) => {
      if (place.sumLabel === undefined) throw new Error(`${place.title} has no sums`);
      return address(sumRow, scenario);
    },
    amount: (key, scenario) => {
      const index = lines.findIndex((line) => line.key === key);
      if (index < 0) throw new Error(`${place.title} has no line ${key}`);
      return address(top + index, scenario);
    },
  };
}

function sumLine(
  label: string,
  lines: readonly AmountRow[],
  scenarios: number,
  top: number,
  row: (
    at: number,
    label: string,
    cells: readonly ReportCell[],
    amounts: readonly number[],
    isSum: boolean,
  ) => ReportRow,
): ReportRow {
  const sums = Array.from({ length: scenarios }, (_, scenario) =>
    cents(lines.reduce((sum, { amounts }) => sum + (amounts[scenario] ?? 0), 0)),
  );
  const last = Math.max(top, top + lines.length - 1);
  const cells = sums.map((sum, scenario) => {
    const column = amountColumn(scenario);
    // a block without lines has its sums in the very row that they would sum
    const formula = lines.length === 0 ? "0" : `SUM(${column}${top}:${column}${last})`;
    return formulaCell(formula, sum, "yuan", "total");
  });
  return row(top + lines.length, label, cells, sums, true);
}

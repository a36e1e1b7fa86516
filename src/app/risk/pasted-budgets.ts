import type { BudgetPlace } from "../../core/policy/budget-place.ts";
import type { BudgetWords } from "./budget-text.ts";

/** The lines and columns of the table of budgets. */
export interface BudgetGrid {
  /** One a line; undefined: all departments together. */
  readonly departments: readonly (string | undefined)[];
  readonly years: readonly number[];
  /** The line that a name stands for: its own name, or another that it is known by; undefined for a strange one. */
  readonly lineOf: (name: string) => number | undefined;
}

/** Where a block was pasted: line and column of the table. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

/** One pasted cell and the budget it is meant for. */
export interface PastedBudget {
  readonly place: BudgetPlace;
  readonly text: string;
}

export type Pasted = { readonly budgets: readonly PastedBudget[] } | { readonly problem: string };

/** Cells of a block as spreadsheets copy it. */
export const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/(\r?\n)+$/u, "")
    .split(/\r?\n/u)
    .map((line) => line.split("\t").map((cell) => cell.replace(/^"(.*)"$/u, "$1").trim()));

const yearPattern = /^(20\d\d)\s*年?(度)?$/u;
const sumNames = new Set(["合计", "小计", "总计", "total", "sum"]);
const isSum = (head: string): boolean => sumNames.has(head.toLowerCase());
const isAmount = (cell: string): boolean => cell === "" || /^[-+\d.,，\s]+$/u.test(cell.normalize("NFKC"));

/** A block apart from its heads. */
interface Block {
  /** Heads of the columns; undefined: the block has none. */
  readonly years: readonly string[] | undefined;
  readonly rows: readonly { readonly name: string | undefined; readonly cells: readonly string[] }[];
  readonly width: number;
}

function blockOf(text: string): Block {
  const lines = cellsOf(text);
  const hasYears = lines[0]?.some((cell) => yearPattern.test(cell)) === true;
  const body = hasYears ? lines.slice(1) : lines;
  const hasNames = body.some(([first = ""]) => !isAmount(first));
  const besideName = (cells: readonly string[]) => cells.slice(hasNames ? 1 : 0);
  const rows = body.map((cells) => ({ name: hasNames ? (cells[0] ?? "") : undefined, cells: besideName(cells) }));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return { years: hasYears ? besideName(lines[0] ?? []) : undefined, rows, width };
}

/** Column of the table for each of the block's; undefined: a column of sums; NaN: a year that the table lacks. */
const columnsOf = ({ years, width }: Block, grid: BudgetGrid, from: GridPlace): readonly (number | undefined)[] =>
  years?.map((head) => {
    if (isSum(head)) return undefined;
    const column = grid.years.indexOf(Number(yearPattern.exec(head)?.[1]));
    return column < 0 ? Number.NaN : column;
  }) ?? Array.from({ length: width }, (_, at) => from.column + at);

/**
 * Places a block: by the years of its first row and the names of its first column where it has them, else from the cell
 * on which it was pasted. All of it or nothing.
 */
export function pastedBudgets(text: string, grid: BudgetGrid, from: GridPlace, { problem }: BudgetWords): Pasted {
  const block = blockOf(text);
  const columns = columnsOf(block, grid, from);
  const lines = block.rows.map(({ name }, at) => (name === undefined ? from.line + at : grid.lineOf(name)));
  const strangeYear = columns.findIndex(Number.isNaN);
  if (strangeYear >= 0) return { problem: problem.unknownYear(block.years?.[strangeYear] ?? "") };
  const strangeName = lines.indexOf(undefined);
  if (strangeName >= 0) return { problem: problem.unknownName(block.rows[strangeName]?.name ?? "") };
  const used = columns.filter((column) => column !== undefined);
  const isOutside = used.some((column) => column >= grid.years.length);
  if (isOutside || lines.some((line = 0) => line >= grid.departments.length)) {
    return { problem: problem.tooLarge(block.rows.length, block.width) };
  }
  return { budgets: block.rows.flatMap(({ cells }, row) => rowBudgets(cells, columns, lines[row] ?? 0, grid)) };
}

const rowBudgets = (
  cells: readonly string[],
  columns: readonly (number | undefined)[],
  line: number,
  { years, departments }: BudgetGrid,
): readonly PastedBudget[] =>
  cells.flatMap((text, at) => {
    const year = years[columns[at] ?? -1];
    const department = departments[line];
    return year === undefined ? [] : [{ place: { year, ...(department !== undefined && { department }) }, text }];
  });

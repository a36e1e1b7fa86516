import { fieldsOf, type Field, type TableId } from "../core/roster/fields.ts";
import { CellState, type Roster } from "../core/roster/roster.ts";
import { titleText, valueText } from "./table-cells.ts";
import type { TableOrder, TableQuery } from "./table-query.ts";

type RowTest = (row: number) => boolean;

const isNumeric = ({ type }: Field): boolean => type === "money" || type === "count" || type === "number";

/** Whether a cell contains the text; every distinct value is looked at once. Undefined where no cell can. */
function cellTest(roster: Roster, field: Field, search: string): RowTest | undefined {
  const column = roster.tables[field.table].columns.get(field.id);
  if (!column || (isNumeric(field) && !/^[\d.-]+$/.test(search))) return undefined;
  const contains = (value: number): boolean => valueText(roster, field, value).toLowerCase().includes(search);
  const known = new Map<number, boolean>();
  const containsKnown = (value: number): boolean => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = contains(value);
    known.set(value, found);
    return found;
  };
  const test = isNumeric(field) ? contains : containsKnown; // amounts hardly repeat
  return (row) => column.state[row] === CellState.filled && test(column.values[row] ?? Number.NaN);
}

/** Tests of a query: a row matches if any of them holds. Case and surrounding spaces do not matter. */
function rowTests(roster: Roster, { table, search, field }: TableQuery): RowTest[] {
  const text = search.trim().toLowerCase();
  const fields = fieldsOf(table).filter(({ id }) => field === undefined || id === field);
  const tests = fields.map((each) => cellTest(roster, each, text)).filter((test) => test !== undefined);
  const byTitle: RowTest = (row) => titleText(roster, table, row).toLowerCase().includes(text);
  return field === undefined && table !== "enterprises" ? [...tests, byTitle] : tests;
}

/** Those of the rows that match the query's search, in their order. */
export function matchingRows(roster: Roster, query: TableQuery, rows: Int32Array): Int32Array {
  if (query.search.trim() === "") return rows;
  const tests = rowTests(roster, query);
  return rows.filter((row) => tests.some((test) => test(row)));
}

/** What a row is ordered by; NaN and empty text come last in both directions. */
function orderKey(roster: Roster, table: TableId, { by }: TableOrder): (row: number) => number | string {
  if (by === "title") return (row) => titleText(roster, table, row);
  const field = fieldsOf(table).find(({ id }) => id === by);
  const column = roster.tables[table].columns.get(by);
  if (!field || !column) return () => Number.NaN;
  const isText = field.type === "code" || field.type === "text";
  return (row) => {
    const value = column.state[row] === CellState.filled ? (column.values[row] ?? Number.NaN) : Number.NaN;
    return isText ? (roster.texts[value] ?? "") : value;
  };
}

const isNothing = (key: number | string): boolean => key === "" || Number.isNaN(key);

/** The rows in the order asked for; equal ones stay as they stand in the sheet. */
export function orderedRows(roster: Roster, table: TableId, order: TableOrder | undefined, rows: Int32Array) {
  if (!order) return rows;
  const key = orderKey(roster, table, order);
  const keys = new Map(Array.from(rows, (row) => [row, key(row)]));
  const sign = order.descending ? -1 : 1;
  return Int32Array.from(rows).sort((a, b) => {
    const [left, right] = [keys.get(a) ?? "", keys.get(b) ?? ""];
    if (isNothing(left) || isNothing(right)) return Number(isNothing(left)) - Number(isNothing(right)) || a - b;
    if (left === right) return a - b;
    return left < right ? -sign : sign;
  });
}

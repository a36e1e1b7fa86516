import { fieldOf } from "../fields.ts";
import { rowOrder, type RowOrder, type Side } from "./cell-order.ts";
import { keyFields } from "./row-keys.ts";

/** Which rows of two tables are the same rows. */
export interface PairedRows {
  /** For each later row its earlier one, −1 where there is none. */
  readonly earlier: Int32Array;
  /** Earlier rows that no later one is paired with, ascending. */
  readonly gone: Int32Array;
}

/**
 * Pairs rows of equal key. Where several share one, rows of equal content come together first and the others in order
 * of content, so that nothing depends on the order of rows in the sheets.
 */
export function pairRows(before: Side, after: Side): PairedRows {
  const earlier = new Int32Array(after.table.rowCount).fill(-1);
  const isGone = new Uint8Array(before.table.rowCount).fill(1);
  const orders = { before: rowOrder(before, before), after: rowOrder(after, after), across: rowOrder(before, after) };
  const earlierByKey = rowsByKey(before);
  for (const [key, rows] of rowsByKey(after)) {
    for (const [old, row] of pairsOf(earlierByKey.get(key) ?? [], rows, orders)) {
      earlier[row] = old;
      isGone[old] = 0;
    }
  }
  return { earlier, gone: placesOf(isGone) };
}

/** Indices of the entries that are 1, ascending. */
const placesOf = (flags: Uint8Array): Int32Array => Int32Array.from(flags.keys()).filter((row) => flags[row] === 1);

function rowsByKey({ table, texts }: Side): Map<string, number[]> {
  const parts = keyFields[table.id].map((id) => {
    const { type } = fieldOf(table.id, id);
    const values = table.columns.get(id)?.values;
    return { values, isText: type === "text" || type === "code" };
  });
  const found = new Map<string, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const key = parts
      .map(({ values, isText }) => {
        const value = values?.[row] ?? Number.NaN;
        return isText ? (texts[value] ?? "") : value;
      })
      .join("\0");
    const rows = found.get(key);
    if (rows) rows.push(row);
    else found.set(key, [row]);
  }
  return found;
}

interface Orders {
  readonly before: RowOrder;
  readonly after: RowOrder;
  readonly across: RowOrder;
}

/** Earlier and later rows of one key, as pairs. */
function pairsOf(before: readonly number[], after: readonly number[], orders: Orders): (readonly [number, number])[] {
  if (before.length === 0) return [];
  const [old, row] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && old !== undefined && row !== undefined) return [[old, row]];
  const { same, restBefore, restAfter } = merged(before.toSorted(orders.before), after.toSorted(orders.after), orders);
  const others = restAfter.flatMap((later, index) => {
    const one = restBefore[index];
    return one === undefined ? [] : [[one, later] as const];
  });
  return [...same, ...others];
}

/** Goes through two lists in order of content at once: the pairs of equal content, and what is left of each. */
function merged(before: readonly number[], after: readonly number[], { across }: Orders) {
  const same: (readonly [number, number])[] = [];
  const restBefore: number[] = [];
  const restAfter: number[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const [old, row] = [before[a], after[b]];
    const order = old === undefined ? 1 : row === undefined ? -1 : across(old, row);
    if (order === 0 && old !== undefined && row !== undefined) same.push([old, row]);
    else if (order < 0 && old !== undefined) restBefore.push(old);
    else if (row !== undefined) restAfter.push(row);
    if (order <= 0) a++;
    if (order >= 0) b++;
  }
  return { same, restBefore, restAfter };
}

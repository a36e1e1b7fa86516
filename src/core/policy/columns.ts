/**
 * Plain loops over columns. `from` and `map` of typed arrays cost an iterator or a call a row, which over 100,000
 * enterprises is most of an evaluation.
 */

/** The numbers `of(0)`, `of(1)` … */
export function numberColumn(count: number, of: (i: number) => number): Float64Array {
  const column = new Float64Array(count);
  for (let i = 0; i < count; i++) column[i] = of(i);
  return column;
}

/** Values at `index`; NaN where it points to no row. */
export function numbersAt(values: Float64Array, index: Int32Array): Float64Array {
  const picked = new Float64Array(index.length);
  for (let i = 0; i < index.length; i++) picked[i] = values[index[i] ?? -1] ?? Number.NaN;
  return picked;
}

/** Rows at `index`; −1 where it points to no row. */
export function rowsAt(rows: Int32Array, index: Int32Array): Int32Array {
  const picked = new Int32Array(index.length);
  for (let i = 0; i < index.length; i++) picked[i] = rows[index[i] ?? -1] ?? -1;
  return picked;
}

/** Codes at `index`; 0 where it points to no row. */
export function codesAt(codes: Uint8Array, index: Int32Array): Uint8Array {
  const picked = new Uint8Array(index.length);
  for (let i = 0; i < index.length; i++) picked[i] = codes[index[i] ?? -1] ?? 0;
  return picked;
}

/** 0, 1, 2 … */
export function everyIndex(count: number): Int32Array {
  const index = new Int32Array(count);
  for (let i = 0; i < count; i++) index[i] = i;
  return index;
}

/** Indices below `count` that pass a test, ascending. */
export function indicesWhere(count: number, test: (i: number) => boolean): Int32Array {
  const found = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) if (test(i)) found[length++] = i;
  return found.slice(0, length);
}

export type Column = Float64Array | Int32Array | Int16Array | Uint8Array;

/** `parts` written one after another into `whole`, which must have their length together. */
export function joinedInto<Whole extends Column>(whole: Whole, parts: readonly Whole[]): Whole {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Runs up to this length are sorted by insertion, which needs no call of the platform's sort for each of them. */
const SHORT_RUN = 16;

/**
 * Indices by enterprise (−1 first), those of one enterprise by `compare`, equal ones as they stand: a counting sort,
 * since most enterprises have a few rows at most.
 */
export function orderByEnterprise(enterprise: Int32Array, compare: (a: number, b: number) => number): Int32Array {
  if (isAscending(enterprise)) return everyIndex(enterprise.length);
  let highest = -1;
  for (const each of enterprise) highest = Math.max(highest, each);
  const starts = new Int32Array(highest + 3);
  for (const each of enterprise) starts[each + 2] = (starts[each + 2] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const order = new Int32Array(enterprise.length);
  const next = starts.slice();
  for (let i = 0; i < order.length; i++) {
    const run = (enterprise[i] ?? -1) + 1;
    const at = next[run] ?? 0;
    order[at] = i;
    next[run] = at + 1;
  }
  for (let run = 0; run + 1 < starts.length; run++) sortRun(order, starts[run] ?? 0, starts[run + 1] ?? 0, compare);
  return order;
}

function isAscending(enterprise: Int32Array): boolean {
  for (let i = 1; i < enterprise.length; i++) {
    if ((enterprise[i] ?? -1) <= (enterprise[i - 1] ?? -1)) return false;
  }
  return true;
}

function sortRun(order: Int32Array, start: number, end: number, compare: (a: number, b: number) => number): void {
  if (end - start > SHORT_RUN) {
    order.subarray(start, end).sort(compare);
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const moving = order[i] ?? 0;
    let at = i;
    for (; at > start && compare(order[at - 1] ?? 0, moving) > 0; at--) order[at] = order[at - 1] ?? 0;
    order[at] = moving;
  }
}

/** Indices from `first` up to but without `end`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** Lines of equal height that a viewport shows, with `spare` more on either side. */
export function visibleRows(scrolled: number, viewport: number, line: number, count: number, spare: number): Range {
  const first = Math.max(0, Math.floor(scrolled / line) - spare);
  return { first: Math.min(first, count), end: Math.min(count, Math.ceil((scrolled + viewport) / line) + spare) };
}

/** Left edge of every column, and of the end after the last. */
export function columnEdges(widths: readonly number[]): readonly number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** Columns that a viewport shows in part or whole. */
export function visibleColumns(scrolled: number, viewport: number, edges: readonly number[]): Range {
  const count = edges.length - 1;
  const first = edges.findIndex((_, column) => (edges[column + 1] ?? Number.POSITIVE_INFINITY) > scrolled);
  const past = edges.findIndex((edge) => edge >= scrolled + viewport);
  return { first: Math.min(Math.max(first, 0), count), end: past < 0 ? count : Math.min(past, count) };
}

/** Where to scroll so that the part from `start` to `end` is inside; unchanged if it is. `covered`: hidden at the start. */
export function scrolledTo(scrolled: number, viewport: number, start: number, end: number, covered: number): number {
  if (start < scrolled + covered) return start - covered;
  return end > scrolled + viewport ? end - viewport : scrolled;
}

/** One line of the table: all times of one work by one side, in the order they were taken. */
export interface ResultLine {
  readonly work: string;
  readonly by: string;
  readonly milliseconds: readonly number[];
  readonly peakMegabytes?: number;
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

const rounded = (value: number): string => (Number.isNaN(value) ? "" : value.toFixed(value < 10 ? 1 : 0));

const cellsOf = ({ work, by, milliseconds, peakMegabytes, note }: ResultLine): string[] => [
  work,
  by,
  rounded(median(milliseconds)),
  rounded(milliseconds.length === 0 ? Number.NaN : Math.min(...milliseconds)),
  rounded(milliseconds.length === 0 ? Number.NaN : Math.max(...milliseconds)),
  String(milliseconds.length),
  rounded(peakMegabytes ?? Number.NaN),
  note ?? "",
];

/** The table as text, columns padded. */
export function tableText(lines: readonly ResultLine[]): string {
  const head = ["work", "by", "median ms", "min", "max", "runs", "peak MB", ""];
  const rows = [head, ...lines.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

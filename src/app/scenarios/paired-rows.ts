import type { Grouping } from "../../core/policy/compare/compared-sums.ts";
import type { FigureRow } from "../../core/report/figure-table.ts";
import type { PairedFigures, PairedLines } from "../../core/simulation/paired-lines.ts";
import { intervalOf } from "../../core/simulation/stress.ts";

/** What a scenario moves of one year, department or measure over all trials, 分. */
export interface PairedRow {
  readonly key: string;
  readonly label: string;
  readonly figures: PairedFigures;
}

interface Labels {
  readonly measure: (id: string) => string;
  readonly department: (name: string) => string;
  readonly tail: string;
}

/** Lines that some trial moves; years of the term all stand, so that the picture keeps its axis. */
export function pairedRows(lines: PairedLines, grouping: Grouping, lastYear: number, labels: Labels): PairedRow[] {
  const moved = (rows: PairedRow[]): PairedRow[] => rows.filter(({ figures: { mean, se } }) => mean !== 0 || se !== 0);
  if (grouping === "year") {
    const years = [...lines.total.byYear].filter(([year]) => year <= lastYear);
    return [
      ...years.map(([year, figures]) => ({ key: String(year), label: String(year), figures })),
      ...moved([{ key: "tail", label: labels.tail, figures: lines.total.tail }]),
    ];
  }
  const label = labels[grouping];
  const found = grouping === "measure" ? lines.measures : lines.departments;
  return moved([...found].map(([key, { term }]) => ({ key, label: label(key), figures: term })));
}

/** Mean, P50 and P95 of the difference, each with the ends of its interval of 95 %; NaN: too few trials for one. */
export function pairedCells(figures: PairedFigures): FigureRow["cells"] {
  const { low, high } = intervalOf(figures);
  const whole = ({ value, low: from, high: to }: PairedFigures["p50"]) => [value, from, to].map(Math.round);
  return [...[figures.mean, low, high].map(Math.round), ...whole(figures.p50), ...whole(figures.p95)];
}

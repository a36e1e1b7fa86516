import { articleName } from "../../../core/policy/article-name.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import type { FigureKind, FigureRow, FigureTable } from "../../../core/report/figure-table.ts";
import type { FirmFigures, FirmLine, FirmRange } from "../../../core/simulation/firm-figures.ts";
import { rangeText } from "./range-text.ts";

const kinds: readonly FigureKind[] = ["money", "money", "money", "money", "money", "share"];
const cellsOf = ({ committed, mean, p5, p50, p95, chance }: FirmRange): number[] => [
  committed,
  mean,
  p5,
  p50,
  p95,
  chance,
];
const columnsOf = (language: "zh" | "en"): string[] => {
  const words = rangeText[language];
  return [words.committed, words.mean, "P5", "P50", "P95", words.chance];
};

/** A firm's total by budget year of the term; the term itself stands below, since quantiles do not add up. */
export function yearTable(figures: FirmFigures, language: "zh" | "en", title: string, note: string): FigureTable {
  const words = rangeText[language];
  return {
    title,
    note,
    heading: words.year,
    columns: columnsOf(language),
    kinds,
    rows: Array.from(figures.total.byYear, ([year, range]) => ({
      key: String(year),
      label: String(year),
      cells: cellsOf(range),
    })),
    beside: [{ key: "term", label: words.term, cells: cellsOf(figures.total.term) }],
  };
}

/** A firm's measures in a budget year, or over the term; the total stands below. */
export function measureTable(
  policy: Policy,
  { measures, total }: FirmFigures,
  year: number | undefined,
  language: "zh" | "en",
  note: string,
): FigureTable {
  const words = rangeText[language];
  const rangeOf = ({ byYear, term }: FirmLine): FirmRange | undefined => (year === undefined ? term : byYear.get(year));
  const rows = Array.from(measures).flatMap(([index, line]): FigureRow[] => {
    const [measure, range] = [policy.measures[index], rangeOf(line)];
    if (!measure || !range || (range.mean === 0 && range.committed === 0)) return [];
    const note = articleName(measure.article, language);
    return [{ key: measure.id, label: measure.label[language], note, cells: cellsOf(range) }];
  });
  const all = rangeOf(total);
  return {
    title: `${words.title} · ${words.byMeasure} · ${year ?? words.term}`,
    note,
    heading: words.measure,
    columns: columnsOf(language),
    kinds,
    rows: rows.sort((a, b) => (b.cells[1] ?? 0) - (a.cells[1] ?? 0)),
    beside: all ? [{ key: "total", label: words.total, cells: cellsOf(all) }] : [],
  };
}

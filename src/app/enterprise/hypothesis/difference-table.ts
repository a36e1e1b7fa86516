import { articleName } from "../../../core/policy/article-name.ts";
import type { MeasureDifference } from "../../../core/policy/hypothesis/difference.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import type { FigureRow, FigureTable } from "../../../core/report/figure-table.ts";
import { hypothesisText } from "./hypothesis-text.ts";

/** What a hypothesis moves: one row a measure and budget year, now, supposed and the difference, with their sums. */
export function differenceTable(
  policy: Policy,
  firm: string,
  differences: readonly MeasureDifference[],
  language: "zh" | "en",
): FigureTable {
  const words = hypothesisText[language];
  const cells = (before: number, after: number): number[] => [before, after, after - before];
  const rows = differences.flatMap(({ measure, years, unverified }): FigureRow[] => {
    const of = policy.measures[measure];
    if (!of) return [];
    const label = `${articleName(of.article, language)} ${of.label[language]}`;
    const open = unverified.before !== unverified.after;
    return [
      ...years
        .filter(({ before, after }) => before !== after)
        .map(({ year, before, after }) => ({
          key: `${of.id} ${year}`,
          label,
          note: String(year),
          cells: cells(before, after),
        })),
      ...(open
        ? [{ key: `${of.id} open`, label, note: words.unverified, cells: cells(unverified.before, unverified.after) }]
        : []),
    ];
  });
  const due = rows.filter(({ key }) => !key.endsWith(" open"));
  const sum = (column: number): number => due.reduce((total, row) => total + (row.cells[column] ?? 0), 0);
  return {
    title: firm === "" ? words.title : `${words.title} · ${firm}`,
    note: words.note,
    heading: words.heading,
    columns: words.columns,
    rows: due,
    sums: { label: words.total, cells: [0, 1, 2].map(sum) },
    beside: rows.filter(({ key }) => key.endsWith(" open")),
  };
}

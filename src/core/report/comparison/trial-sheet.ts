import { lastYearOf } from "../../policy/figures.ts";
import type { PairedFigures, PairedLines } from "../../simulation/paired-lines.ts";
import type { SimulatedFigures } from "../../simulation/simulated-figures.ts";
import type { Summary } from "../../simulation/summary.ts";
import { columnLetters } from "../../roster/import-raw-cell.ts";
import { emptyCell, formulaCell, textCell } from "../report-cells.ts";
import type { ReportCell, ReportRow, ReportSheet } from "../report-model.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { comparisonWords } from "./comparison-words.ts";
import { differenceBlock, differenceColumn, roundedDifference, type DifferenceBlock } from "./difference-block.ts";
import { labelOf } from "./sum-sheets.ts";

type Figure = "mean" | "p50" | "p90" | "p95";
const figures = ["mean", "p50", "p90", "p95"] as const satisfies readonly Figure[];

/** A line over all trials: what each scenario comes to, and what it moves; undefined where it has no such line. */
interface TrialLine {
  readonly key: string;
  readonly label: string;
  readonly summaries: readonly (Summary | undefined)[];
  readonly paired: readonly (PairedFigures | undefined)[];
}

/** 模拟对比, and where the means of its lines stand. */
export interface TrialSheet {
  readonly sheet: ReportSheet;
  readonly lines: readonly TrialLine[];
  readonly means: DifferenceBlock;
}

/** Mean, P50, P90 and P95 of every line over common trials, differences by formula, and their paired intervals. */
export function trialSheet(input: ComparisonInput): TrialSheet | undefined {
  const { language, scenarios } = input;
  const run = scenarios[0]?.trials?.figures;
  if (!run || scenarios.some(({ trials }) => !trials)) return undefined;
  const words = comparisonWords[language];
  const name = words.sheets.trials;
  const lines = trialLines(input);
  const rows: ReportRow[] = [[textCell(name, "title")], [textCell(words.trialsNote(run.trials, run.seed), "note")]];
  const blocks = figures.map((figure) => {
    const block = differenceBlock(
      {
        sheet: name,
        firstRow: rows.length + 1,
        title: words.figures[figure],
        heading: words.heads.measures,
        names: scenarios.map((scenario) => scenario.name),
        differenceOf: words.difference,
      },
      lines.map(({ key, label, summaries }) => ({
        key,
        label,
        amounts: summaries.map((summary) => (summary?.[figure] ?? 0) / 100),
      })),
    );
    rows.push(...withIntervals(input, block.rows, rows.length + 4, lines, figure));
    return block;
  });
  const [means] = blocks;
  return (
    means && {
      lines,
      means,
      sheet: {
        name,
        widths: [40, ...scenarios.map(() => 18), ...scenarios.slice(1).flatMap(() => [18, 18, 18, 18])],
        rows,
        frozen: { rows: 1, columns: 1 },
        landscape: true,
      },
    }
  );
}

/** Half width of a figure's interval, 元; P90 has none. */
function halfWidth(paired: PairedFigures | undefined, figure: Figure): number | undefined {
  if (!paired || figure === "p90") return undefined;
  const fen = figure === "mean" ? 1.96 * paired.se : paired[figure].high - paired[figure].value;
  return Number.isFinite(fen) ? Math.round(fen) / 100 : undefined;
}

/** The rows of a block with, behind its differences, the half widths of their intervals and the ends by formula. */
function withIntervals(
  { language, scenarios }: ComparisonInput,
  rows: readonly ReportRow[],
  top: number,
  lines: readonly TrialLine[],
  figure: Figure,
): readonly ReportRow[] {
  if (figure === "p90") return rows;
  const words = comparisonWords[language];
  const others = scenarios.slice(1);
  const heads = [words.halfWidth, words.low, words.high].flatMap((head) => others.map(({ name }) => head(name)));
  const halfColumn = (scenario: number): string => columnLetters(2 * scenarios.length + scenario - 1);
  const cellsOf = (line: TrialLine, row: number): readonly ReportCell[] => {
    const halves = others.map((_, index) => halfWidth(line.paired[index + 1], figure));
    const end = (sign: "-" | "+") =>
      halves.map((half, index): ReportCell => {
        if (half === undefined) return emptyCell;
        const scenario = index + 1;
        const amountOf = (at: number): number => (line.summaries[at]?.[figure] ?? 0) / 100;
        const difference = roundedDifference(amountOf(scenario), amountOf(0));
        const formula = `${differenceColumn(scenarios.length, scenario)}${row}${sign}${halfColumn(scenario)}${row}`;
        return formulaCell(formula, sign === "-" ? difference - half : difference + half);
      });
    const shown = halves.map((half): ReportCell => (half === undefined ? emptyCell : { value: half, format: "yuan" }));
    return [...shown, ...end("-"), ...end("+")];
  };
  const headRow = 2;
  return rows.map((cells, index) => {
    if (index === headRow) return [...cells, ...heads.map((head) => textCell(head, "heading"))];
    const line = lines[index - headRow - 1];
    return line ? [...cells, ...cellsOf(line, top + index - headRow - 1)] : cells;
  });
}

type SummaryOf = (figures: SimulatedFigures, scenario: number) => Summary | undefined;
type PairedOf = (difference: PairedLines) => PairedFigures | undefined;

const lineOf = (
  { scenarios }: ComparisonInput,
  key: string,
  label: string,
  summary: SummaryOf,
  paired: PairedOf,
): TrialLine => ({
  key,
  label,
  summaries: scenarios.map(({ trials }, at) => trials && summary(trials.figures, at)),
  paired: scenarios.map(({ trials }) => trials && paired(trials.difference)),
});

/** The total by year, over the term and after it, then departments and measures over the term, as far as they have money. */
const trialLines = (input: ComparisonInput): readonly TrialLine[] => [
  ...totalLines(input),
  ...departmentLines(input),
  ...measureLines(input).filter(({ summaries }) =>
    summaries.some((each) => each && (each.mean !== 0 || each.p95 !== 0)),
  ),
];

function totalLines(input: ComparisonInput): readonly TrialLine[] {
  const { term, tail, total: all } = comparisonWords[input.language];
  const lastYear = lastYearOf(input.policy);
  const known = input.scenarios[0]?.trials?.figures.total.byYear.keys() ?? [];
  const ofYear = (year: number): TrialLine => {
    const summary: SummaryOf = ({ total }) => total.byYear.get(year);
    return lineOf(input, String(year), `${all} ${year}`, summary, ({ total }) => total.byYear.get(year));
  };
  const ofAll = (part: "term" | "tail", label: string): TrialLine => {
    const summary: SummaryOf = ({ total }) => total[part];
    return lineOf(input, part, `${all} ${label}`, summary, ({ total }) => total[part]);
  };
  return [...[...known].filter((year) => year <= lastYear).map(ofYear), ofAll("term", term), ofAll("tail", tail)];
}

function departmentLines(input: ComparisonInput): readonly TrialLine[] {
  const { term } = comparisonWords[input.language];
  const names = new Set(input.scenarios.flatMap(({ trials }) => [...(trials?.figures.departments.keys() ?? [])]));
  return [...names].map((name) =>
    lineOf(
      input,
      `department ${name}`,
      `${labelOf(input, "department", name)} ${term}`,
      ({ departments }) => departments.get(name)?.term,
      ({ departments }) => departments.get(name)?.term,
    ),
  );
}

function measureLines(input: ComparisonInput): readonly TrialLine[] {
  const { term } = comparisonWords[input.language];
  const placeOf = (id: string, scenario: number): number =>
    input.scenarios[scenario]?.outcome.measures.findIndex((measure) => measure.id === id) ?? -1;
  return input.policy.measures.map(({ id }) =>
    lineOf(
      input,
      `measure ${id}`,
      `${labelOf(input, "measure", id)} ${term}`,
      ({ measures }, scenario) => measures[placeOf(id, scenario)]?.term,
      ({ measures }) => measures.get(id)?.term,
    ),
  );
}

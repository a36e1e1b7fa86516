import { articleName } from "../policy/article-name.ts";
import { departmentName } from "../policy/department-name.ts";
import { proportion } from "../simulation/proportion.ts";
import type { SimulatedFigures, SimulatedLine } from "../simulation/simulated-figures.ts";
import type { Summary } from "../simulation/summary.ts";
import { showsMeasure } from "./department-scope.ts";
import { emptyCell, figureCell, shareCell, textCell } from "./report-cells.ts";
import type { ReportCell, ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";
import { boundRows, tailRows } from "./simulation-limit-rows.ts";
import { simulationRiskRows } from "./simulation-risk-rows.ts";
import { stressRows } from "./simulation-stress-rows.ts";
import { simulationWords } from "./simulation-words.ts";

/** 模拟结果: every line over all trials by year, then pool, fund and convergence; undefined where nothing was simulated. */
export function simulationSheet(input: ReportInput): ReportSheet | undefined {
  const { language, simulated } = input;
  if (!simulated) return undefined;
  const said = simulationWords[language];
  const section = (title: string, rows: readonly ReportRow[]) => reportSection(title, said.heads, rows);
  return {
    name: sheetName("simulation", language),
    widths: [34, 16, ...said.heads.slice(2).map(() => 20)],
    rows: [
      [textCell(said.title, "title")],
      [textCell(said.note(simulated.trials, simulated.seed), "note")],
      ...(Object.keys(input.scenario.budgets).length > 0 ? [[textCell(said.budgetNote, "note")]] : []),
      ...(input.department === undefined
        ? [
            ...section(said.total, lineRows(input, said.total, simulated.total)),
            ...diversificationRows(input, simulated),
          ]
        : []),
      ...section(said.departments, departmentRows(input, simulated)),
      ...section(said.measures, measureRows(input, simulated)),
      ...boundRows(input, simulated),
      ...tailRows(input, simulated),
      ...simulationRiskRows(input, simulated),
      ...stressRows(input),
    ],
    frozen: { rows: 0, columns: 2 },
    landscape: true,
  };
}

function departmentRows(input: ReportInput, { departments }: SimulatedFigures): readonly ReportRow[] {
  const { language, prepared } = input;
  return [...departments]
    .filter(([name]) => input.department === undefined || input.department === name)
    .flatMap(([name, line]) => lineRows(input, departmentName(prepared.policy, name, language), line));
}

function measureRows(input: ReportInput, { measures }: SimulatedFigures): readonly ReportRow[] {
  const { language, prepared } = input;
  return prepared.policy.measures.flatMap((measure, index) => {
    const line = measures[index];
    if (!line || measure.kind === "fund" || !showsMeasure(input, measure)) return [];
    const label = `${articleName(measure.article, language)} ${measure.label[language]}`;
    return lineRows(input, label, line);
  });
}

const isNothing = ({ mean, sd }: Summary): boolean => mean === 0 && !(sd > 0);

/** A line's years with money, then its term and its tail. */
function lineRows(
  { language, run: { trials } }: ReportInput,
  label: string,
  line: SimulatedLine,
): readonly ReportRow[] {
  const said = simulationWords[language];
  const { byYear, term, tail, ceiling, unverifiedMean, overBudget, overBudgets } = line;
  const years = [...byYear].filter(([year, summary]) => !isNothing(summary) || overBudget.has(year));
  return [
    ...years.map(([year, summary]) => [
      ...figureCells(label, { value: year, format: "number" }, summary, ceiling.byYear.get(year)),
      figureCell(unverifiedMean.get(year) ?? 0),
      ...chanceCells(overBudget.get(year), trials),
    ]),
    [
      ...figureCells(label, textCell(said.term), term, ceiling.term),
      ...(overBudgets === null ? [] : [emptyCell, ...chanceCells(overBudgets, trials)]),
    ],
    figureCells(label, textCell(said.tail), tail, ceiling.tail),
  ];
}

/** A chance with its interval of 95 %; nothing where there is none. */
function chanceCells(share: number | undefined, trials: number): ReportRow {
  if (share === undefined) return [];
  const { low, high } = proportion(share, trials);
  return [share, low, high].map(shareCell);
}

function figureCells(label: string, when: ReportCell, summary: Summary, ceiling: Summary | undefined): ReportRow {
  const { mean, sd, se, p5, p25, p50, p75, p90, p95, p95low, p95high, p99, tvar95 } = summary;
  const figures = [mean, sd, se, p5, p25, p50, p75, p90, p95, p95low, p95high, p99, tvar95];
  return [
    textCell(label),
    when,
    ...figures.map(figureCell),
    figureCell(ceiling?.mean ?? 0),
    figureCell(ceiling?.p95 ?? 0),
  ];
}

function diversificationRows({ language }: ReportInput, { diversification }: SimulatedFigures): readonly ReportRow[] {
  const said = simulationWords[language];
  const row = (when: ReportCell, fen: number): ReportRow => [textCell(said.diversification), when, figureCell(fen)];
  return [
    ...reportSection(said.diversification, said.differenceHeads, [
      ...Array.from(diversification.byYear, ([year, fen]) => row({ value: year, format: "number" }, fen)),
      row(textCell(said.term), diversification.term),
      row(textCell(said.tail), diversification.tail),
    ]),
    [textCell(said.diversificationNote, "note")],
  ];
}

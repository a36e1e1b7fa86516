import { articleName } from "../policy/article-name.ts";
import { boundLines, type BoundLine } from "../simulation/bound-figures.ts";
import type { SimulatedFigures, TailVintage } from "../simulation/simulated-figures.ts";
import { showsMeasure } from "./department-scope.ts";
import { detailWords } from "./detail-words.ts";
import { emptyCell, figureCell, shareCell, textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportCell } from "./report-model.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { simulationWords } from "./simulation-words.ts";

const meanCount = (value: number): ReportCell => ({ value, format: "number", style: "body" });

/** What binds the simulated triggers: one row a measure and limit, and one a measure. */
export function boundRows(input: ReportInput, simulated: SimulatedFigures): readonly ReportRow[] {
  const { language, prepared } = input;
  const said = simulationWords[language];
  const rows = boundLines(simulated).flatMap((line) => {
    const measure = prepared.policy.measures[line.measure];
    if (!measure || !showsMeasure(input, measure)) return [];
    return measureRows(`${articleName(measure.article, language)} ${measure.label[language]}`, line, language);
  });
  const section = reportSection(said.bounds, said.boundHeads, rows);
  return section.length === 0 ? [] : [...section, [textCell(said.boundNote, "note")]];
}

function measureRows(label: string, line: BoundLine, language: ReportInput["language"]): readonly ReportRow[] {
  const { triggers, gross, forgone, limits } = line;
  const ofGross = (amount: number): ReportCell => (gross > 0 ? shareCell(amount / gross) : emptyCell);
  return [
    ...Array.from(limits, ([name, effect]): ReportRow => [
      textCell(label),
      textCell(detailWords[language].binds[name]),
      meanCount(effect.triggers),
      shareCell(effect.share),
      emptyCell,
      figureCell(effect.forgone),
      ofGross(effect.forgone),
      shareCell(effect.cutShare),
    ]),
    [
      textCell(label),
      textCell(simulationWords[language].allLimits),
      meanCount(triggers),
      shareCell(1),
      figureCell(gross),
      figureCell(forgone),
      ofGross(forgone),
    ],
  ];
}

/** Payments after the term by the year of their trigger, then by the year of payment; of all measures. */
export function tailRows({ language, department }: ReportInput, { tail }: SimulatedFigures): readonly ReportRow[] {
  if (department !== undefined) return [];
  const said = simulationWords[language];
  const section = reportSection(
    said.tailTitle,
    said.tailHeads,
    tail.flatMap((vintage) => vintageRows(vintage, said.allLimits)),
  );
  return section.length === 0 ? [] : [...section, [textCell(said.tailNote, "note")]];
}

const vintageRows = ({ arisen, byYear, total }: TailVintage, all: string): readonly ReportRow[] =>
  [
    ...Array.from(byYear, ([year, summary]) => [{ value: year, format: "number" }, summary] as const),
    [textCell(all), total] as const,
  ].map(([paid, { mean, sd, p5, p25, p50, p75, p90, p95, p99, tvar95 }]): ReportRow => [
    { value: arisen, format: "number" },
    paid,
    ...[mean, sd, p5, p25, p50, p75, p90, p95, p99, tvar95].map(figureCell),
  ]);

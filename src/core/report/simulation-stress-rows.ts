import { intervalOf, type StressOutcome } from "../simulation/stress.ts";
import { emptyCell, figureCell, shareCell, textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { simulationWords } from "./simulation-words.ts";

/** Stress cases over the same trials; of all subsidies, so in no department's report. */
export function stressRows({ language, prepared, department, stress }: ReportInput): readonly ReportRow[] {
  if (!stress || department !== undefined) return [];
  const said = simulationWords[language];
  const cases = prepared.policy.stressCases;
  const labelOf = ({ id }: StressOutcome): string =>
    cases.find((known) => known.id === id)?.title[language] ?? said.baseCase;
  const rows = stress.outcomes.map((outcome): ReportRow => {
    const { term, difference, exhaustion } = outcome;
    const { low, high } = intervalOf(difference);
    return [
      textCell(labelOf(outcome)),
      emptyCell,
      ...[term.mean, term.p95, difference.mean, low, high].map(figureCell),
      ...exhaustion.slice(0, 1).map(shareCell),
    ];
  });
  return [
    ...reportSection(said.stress, said.stressHeads, rows),
    [textCell(said.stressNote(stress.trials, stress.seed), "note")],
  ];
}

import { isoMonth } from "../date/day.ts";
import type { SimulatedFigures, SimulatedFund, SimulatedPool } from "../simulation/simulated-figures.ts";
import { showsMeasure } from "./department-scope.ts";
import { countCell, emptyCell, figureCell, shareCell, textCell, yuanCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { simulationWords } from "./simulation-words.ts";

/** What of a simulation does not go by budget line: pools, funds, and how sure the figures are. */
export function simulationRiskRows(input: ReportInput, simulated: SimulatedFigures): readonly ReportRow[] {
  const { measures } = input.prepared.policy;
  const isShown = ({ measure: index }: { readonly measure: number }): boolean => {
    const measure = measures[index];
    return measure !== undefined && showsMeasure(input, measure);
  };
  return [
    ...simulated.pools.filter(isShown).flatMap((pool) => poolRows(input, pool)),
    ...simulated.funds.filter(isShown).flatMap((fund) => fundRows(input, fund)),
    ...(input.department === undefined ? convergenceRows(input, simulated) : []),
  ];
}

const percentages = { p5: "5%", p25: "25%", p50: "50%", p75: "75%", p95: "95%" } as const;

function poolRows({ language }: ReportInput, pool: SimulatedPool): readonly ReportRow[] {
  const said = simulationWords[language];
  const months = (["p5", "p25", "p50", "p75", "p95"] as const).map((name): ReportRow => {
    const month = pool.exhaustionMonth[name];
    return [textCell(said.exhaustion(percentages[name])), textCell(month === null ? said.never : isoMonth(month))];
  });
  const balances = pool.balance.map((balance, index): ReportRow => {
    const { mean, p5, p25, p50, p75, p95 } = balance;
    return [textCell(isoMonth(pool.firstMonth + index)), emptyCell, ...[mean, p5, p25, p50, p75, p95].map(figureCell)];
  });
  return [
    [emptyCell],
    [textCell(said.pool, "section")],
    [textCell(said.probability), shareCell(pool.exhaustionProbability)],
    ...months,
    [textCell(said.unpaid), figureCell(pool.unpaid.mean)],
    [textCell(said.unpaidHigh), figureCell(pool.unpaid.p95)],
    ...reportSection(said.balance, said.balanceHeads, balances),
  ];
}

function fundRows({ language }: ReportInput, { years }: SimulatedFund): readonly ReportRow[] {
  const said = simulationWords[language];
  const rows = years.map(({ year, drawn, planned, remaining, distributions, value, loss }): ReportRow => [
    { value: year, format: "number" },
    emptyCell,
    ...[drawn, planned, remaining].map((fen) => yuanCell(fen)),
    ...[distributions.mean, value.mean, value.p50, loss.p50, loss.p95].map(figureCell),
  ]);
  return reportSection(said.fund, said.fundHeads, rows);
}

function convergenceRows({ language }: ReportInput, { convergence }: SimulatedFigures): readonly ReportRow[] {
  const said = simulationWords[language];
  const rows = convergence.map(({ trials, mean, p95 }): ReportRow => [
    countCell(trials),
    emptyCell,
    figureCell(mean),
    figureCell(p95),
  ]);
  return reportSection(said.convergence, said.convergenceHeads, rows);
}

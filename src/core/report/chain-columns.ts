import type { CompiledMeasure } from "../policy/prepare.ts";
import type { Basis } from "../policy/values.ts";
import { basisColumnOf, moneyCell, rowPlace, type DetailCell, type DetailColumn } from "./detail-column.ts";
import type { DetailPlan, PaidRow } from "./detail-plan.ts";
import { usesName } from "./detail-row.ts";
import type { At } from "./placed-table.ts";
import { emptyCell, formulaCell } from "./report-cells.ts";
import { basisColumn, inputColumn, joinsFormula } from "./row-formula.ts";

/** What the rows above give a row of the same firm: amounts so far, in its year, and the highest tier. */
export function chainColumns(plan: DetailPlan, basis: Basis, measures: readonly CompiledMeasure[]): DetailColumn[] {
  if (!measures.some(({ opening }) => opening)) return [];
  const uses = (name: string): boolean => measures.some((measure) => usesName(measure, name));
  const own = (id: string, cell: DetailCell): DetailColumn =>
    basisColumnOf(plan, basis, id, (row, at, index) => (row.measure.opening ? cell(row, at, index) : emptyCell));
  return [
    own("running", (row, at) => moneyCell(runningFormula(row, basis, at), row[basis].running)),
    own("earlier", (row, at) =>
      moneyCell(`ROUND(${at("opening")}+${at(basisColumn(basis, "running"))},2)`, row.opening + row[basis].running),
    ),
    ...(uses("本条本年已享受")
      ? [own("runningInYear", (row, at) => moneyCell(inYearFormula(row, basis, at), row[basis].runningInYear))]
      : []),
    ...(uses("已达档次")
      ? [
          own("reachedTier", (row, at) =>
            formulaCell(tierFormula(plan, row, basis, at), row[basis].reachedTier, "integer"),
          ),
        ]
      : []),
  ];
}

function runningFormula({ above }: PaidRow, basis: Basis, at: At): string {
  if (above === 0) return "0";
  const [running, added] = [basisColumn(basis, "running"), basisColumn(basis, "added")];
  return `IF(${at("firm")}=${at("firm", -1)},ROUND(${at(running, -1)}+${at(added, -1)},2),0)`;
}

function inYearFormula({ above }: PaidRow, basis: Basis, at: At): string {
  if (above === 0) return "0";
  const over = (id: string): string => `${at(id, -above)}:${at(id, -1)}`;
  return `ROUND(SUMIFS(${over(basisColumn(basis, "added"))},${over("year")},${at("year")}),2)`;
}

/** The highest tier above; the row directly above counts if it is not refused and joins the chain. */
function tierFormula(plan: DetailPlan, row: PaidRow, basis: Basis, at: At): string {
  if (row.above === 0) return "0";
  const joins = joinsFormula(plan.context, rowPlace(plan, row, basis, at));
  const counts = joins ? `AND(${at("eligibility", -1)}<>0,${joins})` : `${at("eligibility", -1)}<>0`;
  const above = `MAX(${at(basisColumn(basis, "reachedTier"), -1)},IF(${counts},${at(inputColumn("档次"), -1)},0))`;
  return `IF(${at("firm")}=${at("firm", -1)},${above},0)`;
}

/** What a row adds to the rows below it, where measures of the sheet are chained. */
export function addedColumns(plan: DetailPlan, basis: Basis, measures: readonly CompiledMeasure[]): DetailColumn[] {
  if (!measures.some(({ opening }) => opening)) return [];
  return [
    basisColumnOf(plan, basis, "added", (row, at) =>
      row.measure.opening ? moneyCell(addedFormula(plan, row, basis, at), row[basis].added) : emptyCell,
    ),
  ];
}

function addedFormula(plan: DetailPlan, row: PaidRow, basis: Basis, at: At): string {
  const amount = at(basisColumn(basis, "amount"));
  const joins = joinsFormula(plan.context, rowPlace(plan, row, basis, at));
  return joins ? `IF(${joins},${amount},0)` : amount;
}

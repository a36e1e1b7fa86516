import type { Fen } from "../money/money.ts";
import type { CompiledLimit, CompiledMeasure } from "../policy/prepare.ts";
import type { Basis } from "../policy/values.ts";
import { basisColumnOf, moneyCell, rowPlace, type DetailColumn } from "./detail-column.ts";
import type { DetailPlan, PaidRow } from "./detail-plan.ts";
import type { At } from "./placed-table.ts";
import { countCell, emptyCell } from "./report-cells.ts";
import type { ReportCell } from "./report-model.ts";
import { basisColumn, grossFormula, limitFormula } from "./row-formula.ts";

/** Column of a limit; limits of one label share it, unless one measure has two. */
function limitId({ measure }: CompiledMeasure, index: number): string {
  const label = measure.limits[index]?.label.zh ?? "";
  const before = measure.limits.slice(0, index).filter((limit) => limit.label.zh === label).length;
  return `limit.${label}${before === 0 ? "" : before + 1}`;
}

/** The amount before limits, each limit, and the amount after them. */
export function amountColumns(plan: DetailPlan, basis: Basis, measures: readonly CompiledMeasure[]): DetailColumn[] {
  const rows = plan.groups.flatMap((group) => group.rows);
  return [
    basisColumnOf(plan, basis, "gross", (row, at) =>
      moneyCell(grossFormula(plan.context, rowPlace(plan, row, basis, at)), row[basis].gross),
    ),
    ...limitColumns(plan, basis, measures),
    ...(rows.some((row) => row[basis].yields)
      ? [basisColumnOf(plan, basis, "yields", (row) => countCell(row[basis].yields ? 1 : 0, "locked"))]
      : []),
    basisColumnOf(plan, basis, "amount", (row, at) => moneyCell(amountFormula(row, basis, at), row[basis].amount)),
  ];
}

function limitColumns(plan: DetailPlan, basis: Basis, measures: readonly CompiledMeasure[]): DetailColumn[] {
  const labels = new Map<string, string>();
  for (const measure of measures) {
    measure.limits.forEach(({ limit }, index) => {
      labels.set(limitId(measure, index), limit.label[plan.input.language]);
    });
  }
  return [...labels].map(([id, label]) => {
    const places = new Map(
      measures.map((measure) => [measure, measure.limits.findIndex((_, index) => limitId(measure, index) === id)]),
    );
    return basisColumnOf(
      plan,
      basis,
      id,
      (row, at) => {
        const index = places.get(row.measure) ?? -1;
        const limit = row.measure.limits[index];
        return limit ? limitCell(plan, row, basis, at, limit, row[basis].limits[index] ?? null) : emptyCell;
      },
      label,
    );
  });
}

function limitCell(
  plan: DetailPlan,
  row: PaidRow,
  basis: Basis,
  at: At,
  limit: CompiledLimit,
  fen: Fen | null,
): ReportCell {
  const formula = limitFormula(plan.context, rowPlace(plan, row, basis, at), limit);
  return moneyCell(formula, fen ?? row[basis].gross);
}

/** Cells of a row's limits. */
export const limitCells = ({ measure }: PaidRow, basis: Basis, at: At): readonly string[] =>
  measure.limits.map((_, index) => at(basisColumn(basis, limitId(measure, index))));

/** A range: limits of other measures between them are empty cells. */
function amountFormula(row: PaidRow, basis: Basis, at: At): string {
  const gross = at(basisColumn(basis, "gross"));
  const limits = limitCells(row, basis, at);
  const amount = limits.length === 0 ? gross : `ROUND(MAX(0,MIN(${gross}:${limits[limits.length - 1]})),2)`;
  const refused = `${at("eligibility")}=0`;
  const none = row[basis].yields ? `OR(${refused},${at(basisColumn(basis, "yields"))}=1)` : refused;
  return `IF(${none},0,${amount})`;
}

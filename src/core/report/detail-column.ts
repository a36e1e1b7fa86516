import { yuanOf, type Fen } from "../money/money.ts";
import type { Basis } from "../policy/values.ts";
import type { DetailPlan, PaidRow } from "./detail-plan.ts";
import type { At, TableColumn } from "./placed-table.ts";
import { formulaCell } from "./report-cells.ts";
import type { ReportCell } from "./report-model.ts";
import { basisColumn, type RowPlace } from "./row-formula.ts";

export type DetailColumn = TableColumn<PaidRow>;
export type DetailCell = DetailColumn["cell"];

export const column = (id: string, heading: string, width: number, cell: DetailCell): DetailColumn => ({
  id,
  heading,
  width,
  cell,
});

/** A column of one basis, headed by it. */
export const basisColumnOf = (
  { said }: DetailPlan,
  basis: Basis,
  id: string,
  cell: DetailCell,
  heading = said.heads[id] ?? id,
): DetailColumn => column(basisColumn(basis, id), said.onBasis(basis, heading), 14, cell);

export const moneyCell = (formula: string, fen: Fen): ReportCell => formulaCell(formula, yuanOf(fen));

export const rowPlace = ({ hasTestDay }: DetailPlan, row: PaidRow, basis: Basis, at: At): RowPlace => ({
  row,
  basis,
  at,
  hasTestDay,
});

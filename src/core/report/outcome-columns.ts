import { Eligibility } from "../policy/ledger.ts";
import type { Basis } from "../policy/values.ts";
import { limitCells } from "./amount-columns.ts";
import { basisColumnOf, column, moneyCell, type DetailColumn } from "./detail-column.ts";
import {
  bindFormula,
  bindOf,
  departmentCount,
  isInstalled,
  measuresOf,
  settledColumn,
  type DetailPlan,
  type PaidRow,
} from "./detail-plan.ts";
import type { At } from "./placed-table.ts";
import { emptyCell, formulaCell } from "./report-cells.ts";
import { basisColumn } from "./row-formula.ts";
import { sharedColumns, sharedTotal } from "./shared-columns.ts";

/** What is due in the end; where the bases agree, the statutory amount is the planning one before it was stopped. */
export function totalColumn(plan: DetailPlan, basis: Basis, shows: (row: PaidRow) => boolean): DetailColumn {
  return basisColumnOf(plan, basis, "total", (row, at) => {
    const source: Basis = shows(row) ? basis : "planning";
    return moneyCell(totalFormula(plan, row, basis, source, at), row.payout[basis]);
  });
}

function totalFormula(plan: DetailPlan, row: PaidRow, basis: Basis, source: Basis, at: At): string {
  const { measure } = row.measure;
  if (measure.pool) return plan.cells.paidFromPool(row, basis);
  if (measure.kind === "shared-envelope") return basis === "planning" ? sharedTotal(at) : at("planning.total");
  if (!isInstalled(row.measure)) return at(settledColumn(row.measure, source));
  const kind = basis === "planning" ? "paid" : "part";
  const over = `${at(basisColumn(source, `${kind}1`))}:${at(basisColumn(source, `${kind}10`))}`;
  return `ROUND(SUM(${over}),2)`;
}

/** What each department after the first bears where the amount is split evenly. */
export function shareColumns(plan: DetailPlan, basis: Basis): DetailColumn[] {
  if (!measuresOf(plan).some((measure) => departmentCount(measure) > 1)) return [];
  return [
    basisColumnOf(plan, basis, "share", (row, at) => {
      const count = departmentCount(row.measure);
      const formula = `INT(ROUND(${at(basisColumn(basis, "total"))}*100,0)/${count})/100`;
      return count === 1 ? emptyCell : moneyCell(formula, Math.floor(row.payout[basis] / count));
    }),
  ];
}

/** What was forgone and why, on the planning basis. */
export function outcomeColumns(plan: DetailPlan): DetailColumn[] {
  const { said } = plan;
  const head = (id: string): string => said.heads[id] ?? id;
  const shared = measuresOf(plan).some(({ measure }) => measure.kind === "shared-envelope");
  return [
    column("forgone", head("forgone"), 14, (row, at) =>
      moneyCell(
        `IF(${at("eligibility")}=0,0,ROUND(MAX(0,${at("planning.gross")}-${at("planning.total")}),2))`,
        row.eligibility === Eligibility.false ? 0 : Math.max(0, row.planning.gross - row.payout.planning),
      ),
    ),
    column("binds", head("binds"), 14, (row, at) =>
      formulaCell(bindFormula(row, at, limitCells(row, "planning", at), said), said.binds[bindOf(row)], "text"),
    ),
    ...(shared ? sharedColumns(plan) : []),
  ];
}

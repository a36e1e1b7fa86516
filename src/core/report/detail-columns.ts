import type { Basis } from "../policy/values.ts";
import { allocationColumns } from "./allocation-columns.ts";
import { amountColumns } from "./amount-columns.ts";
import { addedColumns, chainColumns } from "./chain-columns.ts";
import type { DetailCell, DetailColumn } from "./detail-column.ts";
import { bothBases, hasOneBasis, measuresOf, type DetailPlan, type PaidRow } from "./detail-plan.ts";
import { identityColumns } from "./identity-columns.ts";
import { inputColumns } from "./input-columns.ts";
import { instalmentColumns } from "./instalment-columns.ts";
import { outcomeColumns, shareColumns, totalColumn } from "./outcome-columns.ts";
import { emptyCell } from "./report-cells.ts";
import { returnedCell } from "./returned-rows.ts";

/** Every column of a sheet of details, from who and when over the inputs to what is due on both bases. */
export function detailColumns(plan: DetailPlan): readonly DetailColumn[] {
  const columns = [
    ...identityColumns(plan),
    ...inputColumns(plan),
    ...bothBases.flatMap((basis) => basisColumns(plan, basis)),
  ];
  return columns.map((one) => ({
    ...one,
    cell: (row, at, index) => (row.returned ? returnedCell(plan, one, row, at, index) : one.cell(row, at, index)),
  }));
}

/** The columns of one basis. Rows whose bases agree leave the statutory ones empty but for what is due. */
function basisColumns(plan: DetailPlan, basis: Basis): readonly DetailColumn[] {
  const measures = measuresOf({
    groups: plan.groups.filter((group) => basis === "planning" || !hasOneBasis(plan.context, group)),
  });
  const shown = new Set(measures);
  const shows = ({ measure }: PaidRow): boolean => shown.has(measure);
  const columns = [
    ...chainColumns(plan, basis, measures),
    ...amountColumns(plan, basis, measures),
    ...addedColumns(plan, basis, measures),
    ...allocationColumns(plan, basis, measures),
    ...instalmentColumns(plan, basis, measures),
  ];
  return [
    ...columns.map((one) => ({ ...one, cell: guarded(one.cell, shows) })),
    totalColumn(plan, basis, shows),
    ...shareColumns(plan, basis),
    ...(basis === "planning" ? outcomeColumns(plan) : []),
  ];
}

const guarded =
  (cell: DetailCell, shows: (row: PaidRow) => boolean): DetailCell =>
  (row, at, index) =>
    shows(row) ? cell(row, at, index) : emptyCell;

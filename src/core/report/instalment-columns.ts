import { yuanOf } from "../money/money.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import type { Basis } from "../policy/values.ts";
import { isInstalled, settledColumn, type DetailPlan, type PaidRow } from "./detail-plan.ts";
import { longestList, parameterName, shareName } from "./parameter-name.ts";
import type { At, TableColumn } from "./placed-table.ts";
import { countCell, emptyCell, formulaCell } from "./report-cells.ts";
import { basisColumn } from "./row-formula.ts";

const positions = Array.from({ length: longestList }, (_, index) => index + 1);

type Column = TableColumn<PaidRow>;

/** Ten instalments of the amount by the list of shares; the planning basis pays none after the year of 迁出. */
export function instalmentColumns(
  plan: DetailPlan,
  basis: Basis,
  measures: readonly CompiledMeasure[],
): readonly Column[] {
  if (!measures.some(isInstalled)) return [];
  const { said } = plan;
  const own = (id: string, heading: string, cell: Column["cell"]): Column => ({
    id,
    heading,
    width: 12,
    cell: (row, at, index) => (isInstalled(row.measure) ? cell(row, at, index) : emptyCell),
  });
  const parts = positions.map((k) =>
    own(basisColumn(basis, `part${k}`), said.onBasis(basis, said.instalment(k)), (row, at) =>
      formulaCell(partFormula(plan, row, basis, k, at), yuanOf(row.payout.parts?.[basis][k - 1] ?? 0)),
    ),
  );
  if (basis === "statutory") return parts;
  const gone = own("lastYear", said.heads["lastYear"] ?? "", ({ lastYear }) =>
    Number.isFinite(lastYear) ? { ...countCell(lastYear), format: "number" } : emptyCell,
  );
  const paid = positions.map((k) =>
    own(basisColumn(basis, `paid${k}`), said.paidInstalment(k), (row, at) =>
      formulaCell(paidFormula(row, basis, k, at), yuanOf(row.payout.parts?.paid[k - 1] ?? 0)),
    ),
  );
  return [...parts, gone, ...paid];
}

/** Instalment k: its share of the amount, at most what is left; the last takes what is left. */
function partFormula({ context }: DetailPlan, row: PaidRow, basis: Basis, k: number, at: At): string {
  const { id, schedule } = row.measure.measure;
  const shares = schedule.kind === "instalments" ? schedule.shares : "";
  const key = context.values.has(`${id}.${shares}`) ? `${id}.${shares}` : shares;
  const amount = at(settledColumn(row.measure, basis));
  const before = (): string => `${at(basisColumn(basis, "part1"))}:${at(basisColumn(basis, `part${k - 1}`))}`;
  const left = k === 1 ? amount : `ROUND(${amount}-SUM(${before()}),2)`;
  const count = `COUNT(${parameterName(key)})`;
  return `IF(${count}<${k},0,IF(${count}=${k},${left},MIN(${left},ROUND(${amount}*${shareName(key, k)},2))))`;
}

function paidFormula({ lastYear }: PaidRow, basis: Basis, k: number, at: At): string {
  const part = at(basisColumn(basis, `part${k}`));
  return Number.isFinite(lastYear) ? `IF(${at("year")}+${k - 1}>${at("lastYear")},0,${part})` : part;
}

import { isoDay } from "../date/day.ts";
import { contextOf } from "../policy/recorded-work.ts";
import { totalsOf } from "../policy/totals.ts";
import { checkSheet } from "./check-sheet.ts";
import type { TotalCells } from "./cover-sheet.ts";
import { withinDepartment } from "./department-scope.ts";
import { hasOneBasis } from "./detail-plan.ts";
import { detailsOf, detailSheets, type DetailSheet } from "./detail-sheets.ts";
import { parameterSheet } from "./parameter-sheet.ts";
import type { ClaimCell } from "./pool-columns.ts";
import { paidCells, poolSheet, type PoolSheet } from "./pool-sheet.ts";
import type { PoolPlan } from "./pool-plan.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportModel, ReportSheet } from "./report-model.ts";
import { basisColumn } from "./row-formula.ts";
import type { LineBasis } from "./year-block.ts";
import { departmentYearSheet, measureYearSheet, type YearSheet, type YearSource } from "./year-sheets.ts";

export interface LiveSheets {
  readonly sheets: readonly ReportSheet[];
  readonly names: ReportModel["names"];
  /** Cells with the totals of all measures, as other sheets write them. */
  readonly totals: TotalCells;
  /** The sheets by year, for charts over their cells. */
  readonly yearly: { readonly measures: YearSheet; readonly departments: YearSheet };
}

/** The sum line of each basis over all years, and of the committed one over the tail. */
function totalCells({ blocks, lines, columns }: YearSheet): TotalCells {
  const [tail, all] = [columns.years.length + 2, columns.years.length + 3];
  const sum = (basis: LineBasis, column: number): string => blocks[basis].cell(lines[basis].length, column);
  return {
    committed: sum("committed", all),
    tail: sum("committed", tail),
    statutory: sum("statutory", all),
    unverified: sum("unverified", all),
  };
}

/** Cells of the account where there is one pool. */
function poolCells(pools: readonly PoolSheet[]): Pick<TotalCells, "poolPaid" | "poolCapacity" | "poolExhausted"> {
  const [only] = pools.length === 1 ? pools : [];
  if (!only) return {};
  return {
    poolPaid: only.total("planning", "paid"),
    poolCapacity: only.total("planning", "opening"),
    poolExhausted: only.exhausted,
  };
}

/** The sheets that recompute themselves when a live parameter is edited, with the names their formulas use. */
export function liveSheets(given: ReportInput): LiveSheets {
  const input = withinDepartment(given);
  const { prepared, roster, scenario, evaluation } = input;
  const { context } = contextOf(prepared, roster, { ...scenario, asOf: isoDay(evaluation.asOf) });
  const parameters = parameterSheet(input);
  const priced = detailsOf(input, context);
  const paid = new Map(priced.pools.map((plan, index) => [plan.measure, paidCells(input, context, plan, index)]));
  const details = detailSheets(input, context, priced, ({ measure, due }, basis) => {
    const cell = paid.get(measure);
    if (!cell) throw new Error(`${measure.measure.id} draws on no pool`);
    return cell(due, basis);
  });
  const pools = priced.pools.map((plan, index) => poolSheet(input, context, plan, index, claimCells(details, plan)));
  const source: YearSource = { input, totals: totalsOf(prepared.policy, evaluation, scenario), details };
  const measures = measureYearSheet(source);
  const departments = departmentYearSheet(source, measures);
  const check = checkSheet({ input, measures, departments, details, pools }, parameters);
  return {
    sheets: [
      parameters.sheet,
      measures.sheet,
      departments.sheet,
      ...details.map(({ sheet }) => sheet),
      ...pools.map(({ sheet }) => sheet),
      check,
    ],
    names: parameters.names,
    totals: { ...totalCells(measures), ...poolCells(pools) },
    yearly: { measures, departments },
  };
}

/** Cells of the details of a pool's measure by claim; where the bases agree, the statutory amount is the planning one. */
function claimCells(details: readonly DetailSheet[], { measure }: PoolPlan): ClaimCell {
  const detail = details.find(({ plan }) => plan.groups.some(({ measures }) => measures.includes(measure)));
  const group = detail?.plan.groups.find(({ measures }) => measures.includes(measure));
  const agree = detail !== undefined && group !== undefined && hasOneBasis(detail.plan.context, group);
  const [statutory, planning] = [basisColumn("statutory", "amount"), basisColumn("planning", "amount")];
  const rows = detail?.plan.groups.flatMap((group) => group.rows) ?? [];
  const places = new Map(rows.flatMap((row, index) => (row.measure === measure ? [[row.due, index] as const] : [])));
  return (due, id) => {
    const index = places.get(due);
    if (!detail || index === undefined) throw new Error(`no row of details has claim ${due} of ${measure.measure.id}`);
    return detail.cell(agree && id === statutory ? planning : id, index);
  };
}

import { isSettledApart } from "../policy/allocation.ts";
import type { Outcome } from "../policy/outcomes.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import type { TableId } from "../roster/fields.ts";
import { addLives, addPriced } from "./add-lives.ts";
import { addRow, type AddedRows } from "./added-rows.ts";
import { settleApart, type ApartMeasure } from "./apart-trials.ts";
import { loseJobs, type Attrition } from "./attrition.ts";
import { Candidates } from "./candidates.ts";
import { blockGrowth, drawTrials, type BlockGrowth, type DrawnBlock } from "./drawn-block.ts";
import type { EnterpriseMemo } from "./enterprise-memo.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { addEnvelopes } from "./future-envelopes.ts";
import type { TrialBlock } from "./hazards.ts";
import type { KeptBatches } from "./kept-batches.ts";
import { lifeBatch } from "./life-batch.ts";
import { Moves } from "./moves.ts";
import { claimColumns, sortedClaims, type TrialClaims } from "./pool-claims.ts";
import { payPoolTrials, type PoolTrials, type RecordedPool } from "./pool-trials.ts";
import type { RecordedMoney } from "./recorded-money.ts";
import { shareFutureEnvelopes } from "./shared-envelope-trials.ts";
import type { StaticEligibility } from "./static-eligibility.ts";
import type { TakeUp } from "./take-up.ts";
import type { TrialBatch } from "./trial-batch.ts";
import { TrialCells, type CellYears } from "./trial-cells.ts";
import { trialRows } from "./trial-rows.ts";

/** What every block of a forecast starts from. */
export interface Forecast {
  readonly prepared: PreparedPolicy;
  readonly plan: ForecastPlan;
  readonly recorded: RecordedMoney;
  readonly pools: readonly RecordedPool[];
  readonly apart: readonly ApartMeasure[];
  readonly years: CellYears;
  /** Order of claims of one day, by row of the guarantees. */
  readonly claimOrder: Int32Array;
  readonly eligibility: StaticEligibility;
  readonly takeUp: TakeUp;
  /** By position of the process: rows whose price does not hang on their enterprise. */
  readonly added: ReadonlyMap<number, AddedRows>;
  readonly attritions: readonly Attrition[];
  readonly memo: EnterpriseMemo;
  readonly kept: KeptBatches;
  /** Measures, by index, whose money the blocks are to hold. */
  readonly priced: ReadonlySet<number>;
}

/** A block's money beyond the recorded part (pools and measures settled apart: all of it). */
export interface BlockResult {
  readonly block: TrialBlock;
  readonly cells: TrialCells;
  readonly pools: readonly PoolTrials[];
}

/** Draws and prices the trials of one block. Pure: the same forecast and block give the same bits. */
export const simulateBlock = (forecast: Forecast, block: TrialBlock): BlockResult =>
  priceBlock(forecast, block, drawTrials(forecast, block));

/** Prices what a block drew: the measures that the forecast prices, no others. */
export function priceBlock(forecast: Forecast, block: TrialBlock, drawn: DrawnBlock): BlockResult {
  const { plan, prepared, pools, years } = forecast;
  const { horizon, context } = plan;
  const grown = blockGrowth(plan, block);
  const cells = new TrialCells(prepared.measures.length, years, block.count);
  const moves = new Moves(context.bound.rowCount("enterprises"), block.count, drawn);
  addRowsAlone(forecast, block, drawn.alone, moves, cells);
  for (const attrition of forecast.attritions) loseJobs(attrition, plan, block, moves, cells);
  addEnvelopes(forecast, cells);
  shareFutureEnvelopes(forecast, block, grown, moves, cells);
  addLives(forecast, block, drawn, grown, cells);
  settleApart(forecast, block, drawn, grown, cells);
  const claims = addRows(forecast, block, drawn, grown, cells);
  const months = { first: horizon.firstMonth, count: horizon.monthCount };
  const claimsOn = (pool: RecordedPool): TrialClaims =>
    claims.get(pool.measure) ?? sortedClaims(claimColumns(0), block.count);
  return {
    block,
    cells,
    pools: pools.map((pool) => payPoolTrials(pool, claimsOn(pool), months, context.termEnd, cells)),
  };
}

function addRowsAlone(
  { added, plan, prepared, eligibility, takeUp }: Forecast,
  block: TrialBlock,
  alone: Candidates,
  moves: Moves,
  cells: TrialCells,
): void {
  if (added.size === 0) return;
  const trials = { prepared, plan, eligibility, moves, takeUp, cells, firstTrial: block.first };
  const byProcess = plan.context.policy.processes.map((_, index) => added.get(index));
  const { process } = alone.columns;
  for (let at = 0; at < alone.count; at++) {
    const rows = byProcess[process[at] ?? -1];
    if (rows) addRow(rows, alone.at(at), trials);
  }
}

/** Adds the child rows whose price hangs on their enterprise. @returns claims on pools, by measure */
function addRows(
  forecast: Forecast,
  block: TrialBlock,
  drawn: DrawnBlock,
  grown: BlockGrowth,
  cells: TrialCells,
): Map<number, TrialClaims> {
  const { prepared, priced } = forecast;
  const measures = prepared.measures.filter(
    ({ measure, index }) => measure.table !== "enterprises" && priced.has(index) && !isSettledApart(measure),
  );
  const tables = new Set(measures.map(({ measure }) => measure.table));
  const batch = forecast.kept.batch(forecast, drawn, "rows", new Int32Array(), () =>
    rowBatch(forecast, block, drawn, grown, tables),
  );
  if (batch.rows.size === 0) return new Map();
  const claims = addPriced(forecast, block, batch, measures, cells);
  return new Map(claims.map((outcome) => [outcome.work.measure.index, claimsOf(forecast, block, batch, outcome)]));
}

/** The drawn rows of some tables, with their enterprises as their lives leave them. */
function rowBatch(
  { plan }: Forecast,
  block: TrialBlock,
  drawn: DrawnBlock,
  grown: BlockGrowth,
  tables: ReadonlySet<TableId>,
): TrialBatch {
  const chosen = rowsOf(plan, drawn, tables);
  const { positions, positionOf } = ownersOf(chosen.groupOf);
  const owners = lifeBatch(plan, drawn, grown, positions);
  return { ...owners, rows: trialRows(plan, chosen.rows, { ...owners, positionOf }, block.first) };
}

/** Drawn rows of some tables, with their groups. */
function rowsOf(plan: ForecastPlan, { rows, groupOf }: DrawnBlock, tables: ReadonlySet<TableId>) {
  const isMeant = plan.context.policy.processes.map((process) => "table" in process && tables.has(process.table));
  const { process } = rows.columns;
  const chosen = new Candidates();
  const groups: number[] = [];
  for (let at = 0; at < rows.count; at++) {
    if (!isMeant[process[at] ?? -1]) continue;
    chosen.copy(rows, at);
    groups.push(groupOf[at] ?? -1);
  }
  return { rows: chosen, groupOf: Int32Array.from(groups) };
}

/** Groups that have rows, and by row the position of its group among them; rows of one group follow one another. */
function ownersOf(groupOf: Int32Array): { positions: Int32Array; positionOf: Int32Array } {
  const positions: number[] = [];
  const positionOf = groupOf.map((group) => {
    if (group >= 0 && positions.at(-1) !== group) positions.push(group);
    return group < 0 ? -1 : positions.length - 1;
  });
  return { positions: Int32Array.from(positions), positionOf };
}

function claimsOf(
  { claimOrder }: Forecast,
  { count }: TrialBlock,
  batch: TrialBatch,
  { work, planning, statutory }: Outcome,
): TrialClaims {
  const { triggers, dues, measure } = work;
  const rows = batch.rows.get(measure.measure.table);
  const columns = claimColumns(dues.length);
  for (let due = 0; due < dues.length; due++) {
    const trigger = dues[due]?.trigger ?? -1;
    const row = triggers.block.row[trigger] ?? -1;
    columns.trial[due] = rows?.trial[row] ?? 0;
    columns.day[due] = triggers.date[trigger] ?? Number.NaN;
    columns.order[due] = claimOrder[rows?.template[row] ?? -1] ?? 0;
    columns.eligibility[due] = triggers.eligibility[trigger] ?? Eligibility.false;
  }
  columns.planning.set(planning.amount);
  columns.statutory.set(statutory.amount);
  columns.gross.set(planning.gross);
  columns.binds.set(planning.binds);
  return sortedClaims(columns, count);
}

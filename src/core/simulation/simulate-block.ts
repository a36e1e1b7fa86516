import type { Outcome } from "../policy/evaluate.ts";
import type { Ledger } from "../policy/ledger.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import type { TableId } from "../roster/fields.ts";
import { drawBlock } from "./draw-block.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { growContributions } from "./growth.ts";
import { blockFactors, type TrialBlock } from "./hazards.ts";
import { liveTrials, type LiveTrials } from "./live-trials.ts";
import { payPoolTrials, type PoolTrials, type RecordedPool, type TrialClaim } from "./pool-trials.ts";
import { priceTrials } from "./price-trials.ts";
import type { RecordedMoney } from "./recorded-money.ts";
import type { TrialBatch, TrialRows } from "./trial-batch.ts";
import { TrialCells, type CellYears } from "./trial-cells.ts";
import { trialRows } from "./trial-rows.ts";

/** What every block of a forecast starts from. */
export interface Forecast {
  readonly prepared: PreparedPolicy;
  readonly plan: ForecastPlan;
  readonly recorded: RecordedMoney;
  readonly pools: readonly RecordedPool[];
  readonly years: CellYears;
  /** Order of claims of one day, by row of the guarantees. */
  readonly claimOrder: Int32Array;
}

/** A block's money beyond the recorded part (pools: all of it). */
export interface BlockResult {
  readonly block: TrialBlock;
  readonly cells: TrialCells;
  readonly pools: readonly PoolTrials[];
}

/** Draws and prices the trials of one block. Pure: the same forecast and block give the same bits. */
export function simulateBlock(forecast: Forecast, block: TrialBlock): BlockResult {
  const { plan, prepared, pools, years } = forecast;
  const candidates = drawBlock(plan, block);
  const live = liveTrials(plan, candidates, block.first);
  const batch = batchOf(plan, block, live, trialRows(plan, candidates, live, block.first));
  const priced = priceTrials(prepared, plan, batch, block.first);
  const cells = new TrialCells(prepared.measures.length, years, block.count);
  takeOutRecorded(forecast, batch, cells);
  addSimulated(prepared, batch, priced.ledger, cells);
  const { horizon, context } = plan;
  return {
    block,
    cells,
    pools: pools.map((pool) =>
      payPoolTrials(
        pool,
        priced.claims.flatMap((outcome) =>
          outcome.work.measure.index === pool.measure ? claimsOf(forecast, batch, outcome) : [],
        ),
        { first: horizon.firstMonth, count: horizon.monthCount },
        context.termEnd,
        cells,
      ),
    ),
  };
}

/** Enterprises to which something did happen or whose rows are simulated. */
function batchOf(
  plan: ForecastPlan,
  block: TrialBlock,
  live: LiveTrials,
  rows: ReadonlyMap<TableId, TrialRows>,
): TrialBatch {
  const kept = live.changed.slice();
  for (const { owners } of rows.values()) {
    for (const owner of owners.values()) for (const position of owner) if (position >= 0) kept[position] = 1;
  }
  const positions = Int32Array.from(Array.from(kept.keys()).filter((i) => kept[i] === 1));
  const placeOf = new Int32Array(kept.length).fill(-1);
  positions.forEach((position, place) => (placeOf[position] = place));
  const written = live.written.select(positions);
  const selected = {
    enterprise: positions.map((i) => live.enterprise[i] ?? -1),
    trial: positions.map((i) => live.trial[i] ?? 0),
    arrived: Uint8Array.from(positions, (i) => live.arrived[i] ?? 0),
  };
  growContributions(plan, block, blockFactors(plan, block), selected, written);
  return {
    ...selected,
    changes: written.columns,
    rows: new Map(Array.from(rows, ([table, list]) => [table, withOwners(list, placeOf)])),
  };
}

const withOwners = (rows: TrialRows, placeOf: Int32Array): TrialRows => ({
  ...rows,
  owners: new Map(
    Array.from(rows.owners, ([field, owner]) => [
      field,
      owner.map((position) => (position < 0 ? position : (placeOf[position] ?? -1))),
    ]),
  ),
});

/** Takes out of every trial what the recorded part has for what was priced anew in it. */
function takeOutRecorded({ prepared, recorded }: Forecast, batch: TrialBatch, cells: TrialCells): void {
  const { ledger, starts, entries } = recorded;
  const repriced = repricedTables(batch);
  batch.enterprise.forEach((enterprise, position) => {
    if (batch.arrived[position] === 1) return;
    for (let at = starts[enterprise] ?? 0; at < (starts[enterprise + 1] ?? 0); at++) {
      const entry = entries[at] ?? 0;
      const table = prepared.measures[ledger.measure[entry] ?? 0]?.measure.table ?? "enterprises";
      if (table !== "enterprises" && repriced.get(table)?.[position] !== 1) continue;
      cells.add(ledger, entry, batch.trial[position] ?? 0, -1);
    }
  });
}

/** By child table: 1 for the enterprises whose own rows of it stand in the batch. */
function repricedTables(batch: TrialBatch): Map<TableId, Uint8Array> {
  return new Map(
    Array.from(batch.rows, ([table, { owners, simulated }]) => {
      const flags = new Uint8Array(batch.enterprise.length);
      for (const owner of owners.values()) {
        owner.forEach((position, row) => {
          if (position >= 0 && simulated[row] === 0) flags[position] = 1;
        });
      }
      return [table, flags];
    }),
  );
}

function addSimulated(prepared: PreparedPolicy, batch: TrialBatch, ledger: Ledger, cells: TrialCells): void {
  for (let entry = 0; entry < ledger.count; entry++) {
    const table = prepared.measures[ledger.measure[entry] ?? 0]?.measure.table ?? "enterprises";
    const trial =
      table === "enterprises"
        ? batch.trial[ledger.enterprise[entry] ?? -1]
        : batch.rows.get(table)?.trial[ledger.row[entry] ?? -1];
    cells.add(ledger, entry, trial ?? 0, 1);
  }
}

function claimsOf({ claimOrder }: Forecast, batch: TrialBatch, { work, planning, statutory }: Outcome): TrialClaim[] {
  const rows = batch.rows.get(work.measure.measure.table);
  return work.dues.map(({ trigger }, due) => {
    const row = work.triggers.block.row[trigger] ?? -1;
    return {
      trial: rows?.trial[row] ?? 0,
      day: work.triggers.date[trigger] ?? Number.NaN,
      order: claimOrder[rows?.template[row] ?? -1] ?? 0,
      planning: planning.amount[due] ?? 0,
      statutory: statutory.amount[due] ?? 0,
      eligibility: work.triggers.eligibility[trigger] ?? 0,
    };
  });
}

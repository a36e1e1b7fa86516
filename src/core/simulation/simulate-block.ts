import type { Outcome } from "../policy/evaluate.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import type { TableId } from "../roster/fields.ts";
import { addRow, type AddedRows } from "./added-rows.ts";
import { loseJobs, type Attrition } from "./attrition.ts";
import { Candidates } from "./candidates.ts";
import { drawBlock } from "./draw-block.ts";
import { addDifferences, DifferenceSum, type EnterpriseMemo } from "./enterprise-memo.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { addEnvelopes } from "./future-envelopes.ts";
import { growFigures } from "./growth.ts";
import { blockFactors, type BlockFactors, type TrialBlock } from "./hazards.ts";
import { liveTrials, type LiveTrials } from "./live-trials.ts";
import { Moves } from "./moves.ts";
import { payPoolTrials, type PoolTrials, type RecordedPool, type TrialClaim } from "./pool-trials.ts";
import { priceTrials } from "./price-trials.ts";
import type { RecordedMoney } from "./recorded-money.ts";
import { shareFutureEnvelopes } from "./shared-envelope-trials.ts";
import { sizeInTrials, type SizeInTrials } from "./size-growth.ts";
import type { StaticEligibility } from "./static-eligibility.ts";
import type { TakeUp } from "./take-up.ts";
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
  readonly eligibility: StaticEligibility;
  readonly takeUp: TakeUp;
  /** By position of the process: rows whose price does not hang on their enterprise. */
  readonly added: ReadonlyMap<number, AddedRows>;
  readonly attritions: readonly Attrition[];
  readonly memo: EnterpriseMemo;
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
  const { horizon, context } = plan;
  const { alone, others } = split(forecast, drawBlock(plan, block));
  const factors = blockFactors(plan, block);
  const sizes = sizeInTrials(plan, block, factors);
  const live = liveTrials(plan, others, block.first, sizes);
  const cells = new TrialCells(prepared.measures.length, years, block.count);
  const moves = new Moves(context.bound.rowCount("enterprises"), block.count, live, horizon);
  addRowsAlone(forecast, block, alone, moves, cells);
  for (const attrition of forecast.attritions) loseJobs(attrition, plan, block, moves, cells);
  const rows = trialRows(plan, others, live, block.first);
  const repeated = addRepeated(forecast, live, rows, cells);
  addEnvelopes(plan, cells);
  shareFutureEnvelopes(prepared, plan, block, factors, sizes, moves, cells);
  const batch = batchOf(plan, block, factors, sizes, live, rows, singular(live, rows, repeated));
  const claims = addEnterprises(forecast, block, batch, cells);
  return {
    block,
    cells,
    pools: pools.map((pool) =>
      payPoolTrials(
        pool,
        claims.get(pool.measure) ?? [],
        { first: horizon.firstMonth, count: horizon.monthCount },
        context.termEnd,
        cells,
      ),
    ),
  };
}

/** Candidates whose rows are priced alone, and all others. */
function split({ added, eligibility }: Forecast, drawn: Candidates): { alone: Candidates; others: Candidates } {
  const [alone, others] = [new Candidates(), new Candidates()];
  for (let at = 0; at < drawn.count; at++) {
    const candidate = drawn.at(at);
    const priced = added.has(candidate.process) && candidate.template >= 0;
    (priced && eligibility.varies[candidate.enterprise] !== 1 ? alone : others).add(candidate);
  }
  return { alone, others };
}

function addRowsAlone(
  { added, plan, prepared, eligibility, takeUp }: Forecast,
  block: TrialBlock,
  alone: Candidates,
  moves: Moves,
  cells: TrialCells,
): void {
  const trials = { prepared, plan, eligibility, moves, takeUp, cells, firstTrial: block.first };
  for (let at = 0; at < alone.count; at++) {
    const candidate = alone.at(at);
    const rows = added.get(candidate.process);
    if (rows) addRow(rows, candidate, trials);
  }
}

/** Enterprises whose rows are simulated, or to which something happened that is priced trial by trial. */
function singular(live: LiveTrials, rows: ReadonlyMap<TableId, TrialRows>, repeated: Uint8Array): Int32Array {
  const kept = live.changed.slice();
  repeated.forEach((flag, position) => {
    if (flag === 1) kept[position] = 0;
  });
  for (const { owners } of rows.values()) {
    for (const owner of owners.values()) for (const position of owner) if (position >= 0) kept[position] = 1;
  }
  return Int32Array.from(kept.keys()).filter((i) => kept[i] === 1);
}

function enterprisesAt(live: LiveTrials, positions: Int32Array) {
  return {
    enterprise: positions.map((i) => live.enterprise[i] ?? -1),
    trial: positions.map((i) => live.trial[i] ?? 0),
    arrived: Uint8Array.from(positions, (i) => live.arrived[i] ?? 0),
  };
}

function batchOf(
  plan: ForecastPlan,
  block: TrialBlock,
  factors: BlockFactors,
  sizes: SizeInTrials,
  live: LiveTrials,
  rows: ReadonlyMap<TableId, TrialRows>,
  positions: Int32Array,
): TrialBatch {
  const written = live.written.select(positions);
  const selected = enterprisesAt(live, positions);
  growFigures(plan, block, factors, selected, written, ["区级综合贡献"]);
  const isSmeOn = sizes(selected);
  return { ...selected, changes: written.columns, isSmeOn, rows: ownedBy(rows, positions, live.enterprise.length) };
}

/**
 * Adds what happened to enterprises before, in this block or another: what became of each is priced once.
 * @returns 1 for the positions that are done with
 */
function addRepeated(
  forecast: Forecast,
  live: LiveTrials,
  rows: ReadonlyMap<TableId, TrialRows>,
  cells: TrialCells,
): Uint8Array {
  const { memo } = forecast;
  const done = new Uint8Array(live.enterprise.length);
  const withRows = singular({ ...live, changed: new Uint8Array(done.length) }, rows, done);
  for (const position of withRows) done[position] = 2;
  const signatures = Array.from(live.changed, (changed, position) =>
    changed === 1 && done[position] === 0 ? memo.signature(live, position) : undefined,
  );
  const unknown = new Map<string, number>();
  signatures.forEach((signature, position) => {
    if (signature !== undefined && !memo.recall(signature) && !unknown.has(signature)) unknown.set(signature, position);
  });
  learn(forecast, live, unknown);
  return Uint8Array.from(signatures, (signature, position) => {
    const differences = signature === undefined ? undefined : memo.recall(signature);
    if (differences) addDifferences(differences, live.trial[position] ?? 0, cells);
    return differences ? 1 : 0;
  });
}

/** Prices one enterprise for every signature not known yet; each stands in a trial of its own. */
function learn(forecast: Forecast, live: LiveTrials, unknown: ReadonlyMap<string, number>): void {
  const positions = Int32Array.from(unknown.values());
  if (positions.length === 0) return;
  const { prepared, plan, memo } = forecast;
  const batch: TrialBatch = {
    ...enterprisesAt(live, positions),
    changes: live.written.view(positions),
    rows: new Map(),
  };
  const measures = prepared.measures.filter(({ measure }) => measure.table === "enterprises");
  const { ledger } = priceTrials(prepared, plan, batch, { measures, claimed: () => true });
  const sums = Array.from(positions, () => new DifferenceSum());
  const add: Booking = (from, entry, position, sign) => sums[position]?.add(from, entry, sign);
  takeOutRecorded(forecast, batch, add);
  for (let entry = 0; entry < ledger.count; entry++) add(ledger, entry, ledger.enterprise[entry] ?? -1, 1);
  [...unknown.keys()].forEach((signature, place) => {
    memo.remember(signature, sums[place]?.differences() ?? []);
  });
}

/** Rows whose owners stand at new positions; a row whose owner is not among them is left as it is. */
function ownedBy(
  rows: ReadonlyMap<TableId, TrialRows>,
  positions: Int32Array,
  before: number,
): ReadonlyMap<TableId, TrialRows> {
  const placeOf = new Int32Array(before).fill(-1);
  positions.forEach((position, place) => (placeOf[position] = place));
  const moved = (owner: Int32Array): Int32Array =>
    owner.map((position) => (position < 0 ? position : (placeOf[position] ?? -1)));
  return new Map(
    Array.from(rows, ([table, list]) => [
      table,
      { ...list, owners: new Map(Array.from(list.owners, ([field, owner]) => [field, moved(owner)])) },
    ]),
  );
}

/** Prices the enterprises of a batch and adds what changed. */
function addEnterprises(
  forecast: Forecast,
  block: TrialBlock,
  batch: TrialBatch,
  cells: TrialCells,
): Map<number, TrialClaim[]> {
  const { prepared, plan, takeUp } = forecast;
  const { ledger, claims } = priceTrials(prepared, plan, batch, {
    measures: prepared.measures,
    claimed: (measureId, position, date) =>
      takeUp.claimed(
        measureId,
        batch.enterprise[position] ?? -1,
        block.first + (batch.trial[position] ?? 0),
        plan.horizon.days.indexOf(date),
      ),
  });
  takeOutRecorded(forecast, batch, (from, entry, position, sign) => {
    cells.add(from, entry, batch.trial[position] ?? 0, sign);
  });
  addSimulated(prepared, batch, ledger, cells);
  return new Map(claims.map((outcome) => [outcome.work.measure.index, claimsOf(forecast, batch, outcome)]));
}

/** Books a payment of a ledger for an enterprise of a batch. */
type Booking = (ledger: Ledger, entry: number, position: number, sign: 1 | -1) => void;

/** Takes out of every trial what the recorded part has for what was priced anew in it. */
function takeOutRecorded({ prepared, recorded }: Forecast, batch: TrialBatch, book: Booking): void {
  const { ledger, starts, entries } = recorded;
  const repriced = repricedTables(batch);
  batch.enterprise.forEach((enterprise, position) => {
    if (batch.arrived[position] === 1) return;
    for (let at = starts[enterprise] ?? 0; at < (starts[enterprise + 1] ?? 0); at++) {
      const entry = entries[at] ?? 0;
      const table = prepared.measures[ledger.measure[entry] ?? 0]?.measure.table ?? "enterprises";
      if (table !== "enterprises" && repriced.get(table)?.[position] !== 1) continue;
      book(ledger, entry, position, -1);
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
      eligibility: work.triggers.eligibility[trigger] ?? Eligibility.false,
    };
  });
}

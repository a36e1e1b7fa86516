import type { Outcome } from "../policy/evaluate.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import { addLives, addPriced, lifeBatch } from "./add-lives.ts";
import { addRow, type AddedRows } from "./added-rows.ts";
import { loseJobs, type Attrition } from "./attrition.ts";
import { Candidates } from "./candidates.ts";
import { drawBlock } from "./draw-block.ts";
import type { EnterpriseMemo } from "./enterprise-memo.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { addEnvelopes } from "./future-envelopes.ts";
import { drawnGrowth, type Growth } from "./growth.ts";
import { groupsOf, type Groups } from "./groups.ts";
import { blockFactors, type TrialBlock } from "./hazards.ts";
import { livesOf, type Life } from "./lives.ts";
import { Moves } from "./moves.ts";
import { payPoolTrials, type PoolTrials, type RecordedPool, type TrialClaim } from "./pool-trials.ts";
import type { RecordedMoney } from "./recorded-money.ts";
import { reviewPasses } from "./review-passes.ts";
import { shareFutureEnvelopes } from "./shared-envelope-trials.ts";
import { sizeInTrials, type SizeInTrials } from "./size-growth.ts";
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
  const { plan, prepared, pools, years, memo } = forecast;
  const { horizon, context } = plan;
  const { alone, others } = split(forecast, drawBlock(plan, block));
  const growth = drawnGrowth(plan, block, blockFactors(plan, block));
  const sizes = sizeInTrials(plan, growth);
  const groups = groupsOf(plan, others);
  memo.prune();
  const lives = livesOf(forecast, others, groups, {
    firstTrial: block.first,
    sizes,
    reviews: reviewPasses(plan, block),
  });
  const cells = new TrialCells(prepared.measures.length, years, block.count);
  const moves = new Moves(context.bound.rowCount("enterprises"), block.count, groups, lives);
  addRowsAlone(forecast, block, alone, moves, cells);
  for (const attrition of forecast.attritions) loseJobs(attrition, plan, block, moves, cells);
  addEnvelopes(plan, cells);
  shareFutureEnvelopes(prepared, plan, block, growth, sizes, moves, cells);
  addLives(forecast, block, groups, lives, growth, sizes, cells);
  const claims = addRows(forecast, block, others, groups, lives, growth, sizes, cells);
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

/** Adds the child rows whose price hangs on their enterprise. @returns claims on pools, by measure */
function addRows(
  forecast: Forecast,
  block: TrialBlock,
  candidates: Candidates,
  groups: Groups,
  lives: readonly Life[],
  growth: Growth,
  sizes: SizeInTrials,
  cells: TrialCells,
): Map<number, TrialClaim[]> {
  const { prepared, plan } = forecast;
  const { positions, positionOf } = ownersOf(plan, candidates, groups);
  if (positionOf.size === 0) return new Map();
  const owners = lifeBatch(forecast, groups, lives, positions, growth, sizes);
  const rows = trialRows(plan, candidates, { ...owners, positionOf }, block.first);
  const measures = prepared.measures.filter(({ measure }) => measure.table !== "enterprises");
  const batch = { ...owners, rows };
  const claims = addPriced(forecast, block, batch, measures, cells);
  return new Map(claims.map((outcome) => [outcome.work.measure.index, claimsOf(forecast, batch, outcome)]));
}

/** Groups that get rows, and by candidate of a row the position of its enterprise among them. */
function ownersOf(plan: ForecastPlan, candidates: Candidates, { starts, candidates: list }: Groups) {
  const { process, enterprise } = candidates.columns;
  const adds = new Uint8Array(plan.context.policy.processes.length);
  for (const {
    index,
    process: { kind },
  } of [...plan.counts, ...plan.defaults])
    if (kind !== "arrival") adds[index] = 1;
  const positions: number[] = [];
  const positionOf = new Map<number, number>();
  for (let at = 0; at < candidates.count; at++) {
    if (adds[process[at] ?? -1] === 1 && (enterprise[at] ?? -1) < 0) positionOf.set(at, -1);
  }
  for (let i = 0, group = 0, newest = -1; i < list.length; i++) {
    while ((starts[group + 1] ?? Infinity) <= i) group++;
    const at = list[i] ?? -1;
    if (adds[process[at] ?? -1] !== 1) continue;
    if (newest !== group) positions.push(group);
    newest = group;
    positionOf.set(at, positions.length - 1);
  }
  return { positions: Int32Array.from(positions), positionOf };
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

import type { CompiledMeasure } from "../policy/prepare.ts";
import type { BlockGrowth, DrawnBlock } from "./drawn-block.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { grower, type Growth } from "./growth.ts";
import type { TrialBlock } from "./hazards.ts";
import { lifeBatch } from "./life-batch.ts";
import { boundTriggersOf, counted } from "./bound-triggers.ts";
import { learnMoney } from "./life-money.ts";
import type { LifePart } from "./life-parts.ts";
import { priceTrials } from "./price-trials.ts";
import type { Forecast } from "./simulate-block.ts";
import { takeOutRecorded } from "./take-out-recorded.ts";
import type { TrialBatch } from "./trial-batch.ts";
import type { TrialCells } from "./trial-cells.ts";

/** Adds what the lives of enterprises change to a block's trials: what is remembered, and the rest priced anew. */
export function addLives(
  forecast: Forecast,
  block: TrialBlock,
  drawn: DrawnBlock,
  grown: BlockGrowth,
  cells: TrialCells,
): void {
  const { memo, priced, plan, kept } = forecast;
  const batchOf = (groups: Int32Array) => lifeBatch(plan, drawn, grown, groups);
  const chosen = (measures: readonly CompiledMeasure[]) => measures.filter(({ index }) => priced.has(index));
  for (const part of memo.parts) {
    const measures = chosen(part.measures);
    if (measures.length === 0) continue;
    const { left, near } = addRemembered(forecast, block, part, drawn, grown, cells);
    if (left.length === 0) continue;
    const { batch, members } = kept.wider(forecast, drawn, `trials of part ${part.index}`, left, near, batchOf);
    addPriced(forecast, block, batch, measures, cells, flagsOf(members, left));
  }
  const [own, all] = [ownLives(drawn), chosen(memo.parts.flatMap(({ measures }) => measures))];
  if (own.length > 0 && all.length > 0) {
    const batch = kept.batch(forecast, drawn, "own lives", own, () => batchOf(own));
    addPriced(forecast, block, batch, all, cells);
  }
}

/** 1 for members of one rising list that stand in another, which it holds. */
function flagsOf(members: Int32Array, chosen: Int32Array): Uint8Array {
  let next = 0;
  return Uint8Array.from(members, (member) => {
    if (chosen[next] !== member) return 0;
    next++;
    return 1;
  });
}

/** Groups whose life is one trial's own. */
function ownLives({ lives }: DrawnBlock): Int32Array {
  const own: number[] = [];
  for (let group = 0; group < lives.length; group++) {
    const life = lives[group];
    if (life?.changed && life.number < 0) own.push(group);
  }
  return Int32Array.from(own);
}

/**
 * @returns groups whose money in the part hangs on the trial in a way that is not remembered, and the same with those
 * of which it would if somewhat more was paid
 */
function addRemembered(
  forecast: Forecast,
  block: TrialBlock,
  part: LifePart,
  drawn: DrawnBlock,
  { growth }: BlockGrowth,
  cells: TrialCells,
): { left: Int32Array; near: Int32Array } {
  const { memo, takeUp, plan } = forecast;
  const { enterprise, trial } = drawn.groups;
  const known = memo.moneyOf(part);
  const { groups, numbers, least: leasts } = known.lives.concerned(drawn);
  learnMoney(forecast, part, known, drawn);
  const grow = leastContribution(plan, growth);
  const leastOf = (i: number, row: number, inTrial: number): number => {
    if (Number.isNaN(leasts[i])) leasts[i] = grow(row, inTrial);
    return leasts[i] ?? Infinity;
  };
  const left: number[] = [];
  const near: number[] = [];
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] ?? -1;
    const number = numbers[i] ?? -1;
    const row = enterprise[group] ?? -1;
    const inTrial = trial[group] ?? 0;
    const enough = known.enough(number);
    const least = enough === -Infinity ? Infinity : leastOf(i, row, inTrial);
    const isLeft = known.row(number) < 0 || least < enough;
    if (isLeft || least < 2 * enough) near.push(group);
    if (isLeft) {
      left.push(group);
      continue;
    }
    const claim = known.claims.size > 0 ? known.claims.get(number) : undefined;
    const isClaimed = !claim || takeUp.claimedOn(claim.measureId, row, block.first + inTrial, claim.day);
    known.table.addTo(cells, isClaimed ? known.row(number) : claim.unclaimed, inTrial);
  }
  return { left: Int32Array.from(left), near: Int32Array.from(near) };
}

/** By enterprise and trial, the least contribution of the years that are grown, 元; Infinity where none is. */
function leastContribution(plan: ForecastPlan, growth: Growth): (enterprise: number, trial: number) => number {
  const grow = grower(plan, growth, "区级综合贡献");
  return (enterprise, trial) => {
    let least = Infinity;
    grow(enterprise, growth.factors(enterprise, trial), (_year, amount) => {
      if (amount < least) least = amount;
    });
    return least;
  };
}

/**
 * Prices a batch and adds what changed; claims on pools are handed back.
 * @param meant 1 for the enterprises whose money is added; absent: all of them
 */
export function addPriced(
  forecast: Forecast,
  block: TrialBlock,
  batch: TrialBatch,
  measures: readonly CompiledMeasure[],
  cells: TrialCells,
  meant?: Uint8Array,
) {
  const { prepared, plan, takeUp } = forecast;
  const isMeant = (position: number): boolean => !meant || meant[position] === 1;
  const { ledger, claims } = priceTrials(prepared, plan, batch, {
    measures,
    claimed: (measureId, position, day) => {
      const row = batch.enterprise[position] ?? -1;
      return takeUp.claimedOn(measureId, row, block.first + (batch.trial[position] ?? 0), day);
    },
  });
  takeOutRecorded(forecast, batch, new Set(measures.map(({ index }) => index)), (from, entry, position) => {
    if (isMeant(position)) cells.add(from, entry, batch.trial[position] ?? 0, -1);
  });
  const trialOf = (entry: number): number => {
    const table = prepared.measures[ledger.measure[entry] ?? 0]?.measure.table ?? "enterprises";
    const [column, at] =
      table === "enterprises"
        ? [batch.trial, ledger.enterprise[entry]]
        : [batch.rows.get(table)?.trial, ledger.row[entry]];
    return column?.[at ?? -1] ?? 0;
  };
  for (let entry = 0; entry < ledger.count; entry++) {
    if (isMeant(ledger.enterprise[entry] ?? -1)) cells.add(ledger, entry, trialOf(entry), 1);
  }
  boundTriggersOf(ledger, plan.context.asOf, counted, (entry, limit, { triggers, gross, forgone }) => {
    if (!isMeant(ledger.enterprise[entry] ?? -1)) return;
    cells.addBound(ledger.measure[entry] ?? 0, limit, trialOf(entry), triggers, gross, forgone);
  });
  return claims;
}

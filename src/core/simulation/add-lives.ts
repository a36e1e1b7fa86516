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
  const { memo, priced, plan } = forecast;
  const price = (groups: readonly number[], measures: readonly CompiledMeasure[]): void => {
    if (groups.length === 0 || measures.length === 0) return;
    addPriced(forecast, block, lifeBatch(plan, drawn, grown, Int32Array.from(groups)), measures, cells);
  };
  const chosen = (measures: readonly CompiledMeasure[]) => measures.filter(({ index }) => priced.has(index));
  for (const part of memo.parts) {
    const measures = chosen(part.measures);
    if (measures.length > 0) price(addRemembered(forecast, block, part, drawn, grown, cells), measures);
  }
  price(ownLives(drawn), chosen(memo.parts.flatMap(({ measures }) => measures)));
}

/** Groups whose life is one trial's own. */
function ownLives({ lives }: DrawnBlock): number[] {
  const own: number[] = [];
  for (let group = 0; group < lives.length; group++) {
    const life = lives[group];
    if (life?.changed && life.number < 0) own.push(group);
  }
  return own;
}

/** @returns groups whose money in the part hangs on the trial in a way that is not remembered */
function addRemembered(
  forecast: Forecast,
  block: TrialBlock,
  part: LifePart,
  drawn: DrawnBlock,
  { growth }: BlockGrowth,
  cells: TrialCells,
): number[] {
  const { memo, takeUp, plan } = forecast;
  const { enterprise, trial } = drawn.groups;
  const known = memo.moneyOf(part);
  const { groups, numbers, least } = known.lives.concerned(drawn);
  learnMoney(forecast, part, known, drawn);
  const grow = leastContribution(plan, growth);
  const leastOf = (i: number, row: number, inTrial: number): number => {
    if (Number.isNaN(least[i])) least[i] = grow(row, inTrial);
    return least[i] ?? Infinity;
  };
  const left: number[] = [];
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] ?? -1;
    const number = numbers[i] ?? -1;
    const row = enterprise[group] ?? -1;
    const inTrial = trial[group] ?? 0;
    const enough = known.enough(number);
    if (known.row(number) < 0 || (enough !== -Infinity && leastOf(i, row, inTrial) < enough)) {
      left.push(group);
      continue;
    }
    const claim = known.claims.size > 0 ? known.claims.get(number) : undefined;
    const isClaimed = !claim || takeUp.claimedOn(claim.measureId, row, block.first + inTrial, claim.day);
    known.table.addTo(cells, isClaimed ? known.row(number) : claim.unclaimed, inTrial);
  }
  return left;
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

/** Prices a batch and adds what changed; claims on pools are handed back. */
export function addPriced(
  forecast: Forecast,
  block: TrialBlock,
  batch: TrialBatch,
  measures: readonly CompiledMeasure[],
  cells: TrialCells,
) {
  const { prepared, plan, takeUp } = forecast;
  const { ledger, claims } = priceTrials(prepared, plan, batch, {
    measures,
    claimed: (measureId, position, day) => {
      const row = batch.enterprise[position] ?? -1;
      return takeUp.claimedOn(measureId, row, block.first + (batch.trial[position] ?? 0), day);
    },
  });
  takeOutRecorded(forecast, batch, new Set(measures.map(({ index }) => index)), (from, entry, position) => {
    cells.add(from, entry, batch.trial[position] ?? 0, -1);
  });
  const trialOf = (entry: number): number => {
    const table = prepared.measures[ledger.measure[entry] ?? 0]?.measure.table ?? "enterprises";
    const [column, at] =
      table === "enterprises"
        ? [batch.trial, ledger.enterprise[entry]]
        : [batch.rows.get(table)?.trial, ledger.row[entry]];
    return column?.[at ?? -1] ?? 0;
  };
  for (let entry = 0; entry < ledger.count; entry++) cells.add(ledger, entry, trialOf(entry), 1);
  boundTriggersOf(ledger, plan.context.asOf, counted, (entry, limit, { triggers, gross, forgone }) => {
    cells.addBound(ledger.measure[entry] ?? 0, limit, trialOf(entry), triggers, gross, forgone);
  });
  return claims;
}

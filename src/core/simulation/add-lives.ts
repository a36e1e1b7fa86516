import { ChangeSet } from "./change-set.ts";
import { grower, growFigures, type Growth } from "./growth.ts";
import type { Groups } from "./groups.ts";
import type { TrialBlock } from "./hazards.ts";
import type { Difference } from "./life-money.ts";
import type { Life } from "./lives.ts";
import { priceTrials } from "./price-trials.ts";
import type { Forecast } from "./simulate-block.ts";
import type { SizeInTrials } from "./size-growth.ts";
import { takeOutRecorded } from "./take-out-recorded.ts";
import type { TrialBatch } from "./trial-batch.ts";
import type { TrialCells } from "./trial-cells.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";

/** Adds what the lives of enterprises change to a block's trials: what is remembered, and the rest priced anew. */
export function addLives(
  forecast: Forecast,
  block: TrialBlock,
  groups: Groups,
  lives: readonly Life[],
  growth: Growth,
  sizes: SizeInTrials,
  cells: TrialCells,
): void {
  const { enterprise, trial } = groups;
  const { takeUp, memo, prepared } = forecast;
  const least = leastContribution(forecast, growth);
  const own: number[] = [];
  const limited: number[] = [];
  lives.forEach(({ money, changed }, group) => {
    if (!changed) return;
    if (!money) {
      own.push(group);
      return;
    }
    const [row, inTrial] = [enterprise[group] ?? -1, trial[group] ?? 0];
    const { claim, fixed, growing, enough } = money;
    const isClaimed = !claim || takeUp.claimedOn(claim.measureId, row, block.first + inTrial, claim.day);
    addDifferences(isClaimed ? fixed : claim.unclaimed, inTrial, cells);
    const isEnough = enough === -Infinity || least(row, inTrial) >= enough;
    if (isEnough) addDifferences(growing, inTrial, cells);
    else limited.push(group);
  });
  const ofEnterprises = prepared.measures.filter(({ measure }) => measure.table === "enterprises");
  const price = (positions: readonly number[], measures: readonly CompiledMeasure[]): void => {
    const batch = lifeBatch(forecast, groups, lives, Int32Array.from(positions), growth, sizes);
    addPriced(forecast, block, batch, measures, cells);
  };
  if (own.length > 0) price(own, ofEnterprises);
  if (limited.length > 0) price(limited, memo.growing);
}

/** Adds remembered differences to a trial. */
function addDifferences(differences: readonly Difference[], trial: number, cells: TrialCells): void {
  for (const { measure, year, planning, statutory, unverified } of differences) {
    cells.addAmount(cells.planning, measure, year, trial, planning);
    cells.addAmount(cells.statutory, measure, year, trial, statutory);
    if (unverified !== 0) cells.addAmount(cells.unverified, measure, year, trial, unverified);
  }
}

/** By enterprise and trial, the least contribution of the years that are grown, 元; Infinity where none is. */
function leastContribution({ plan }: Forecast, growth: Growth): (enterprise: number, trial: number) => number {
  const grow = grower(plan, growth, "区级综合贡献");
  return (enterprise, trial) => {
    let least = Infinity;
    grow(enterprise, growth.factors(enterprise, trial), (_year, amount) => {
      if (amount < least) least = amount;
    });
    return least;
  };
}

/** Some enterprises in trials as their lives leave them, grown. */
export function lifeBatch(
  { plan }: Forecast,
  { enterprise, trial, arrived }: Groups,
  lives: readonly Life[],
  positions: Int32Array,
  growth: Growth,
  sizes: SizeInTrials,
): TrialBatch {
  const selected = {
    enterprise: positions.map((group) => enterprise[group] ?? -1),
    trial: positions.map((group) => trial[group] ?? 0),
    arrived: Uint8Array.from(positions, (group) => arrived[group] ?? 0),
  };
  const written = new ChangeSet(positions.length);
  positions.forEach((group, position) => {
    for (const cell of lives[group]?.cells ?? []) written.write(position, cell);
  });
  growFigures(plan, growth, selected, written, ["区级综合贡献"]);
  return { ...selected, changes: written.columns, isSmeOn: sizes(selected), rows: new Map() };
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
  for (let entry = 0; entry < ledger.count; entry++) {
    const table = prepared.measures[ledger.measure[entry] ?? 0]?.measure.table ?? "enterprises";
    const trial =
      table === "enterprises"
        ? batch.trial[ledger.enterprise[entry] ?? -1]
        : batch.rows.get(table)?.trial[ledger.row[entry] ?? -1];
    cells.add(ledger, entry, trial ?? 0, 1);
  }
  return claims;
}

import { ChangeSet } from "./change-set.ts";
import type { BlockGrowth, DrawnBlock } from "./drawn-block.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { growFigures } from "./growth.ts";
import type { Life } from "./lives.ts";
import type { TrialBatch } from "./trial-batch.ts";

/** Some groups as enterprises of a batch. */
export const enterprisesAt = ({ enterprise, trial, arrived }: DrawnBlock["groups"], positions: Int32Array) => ({
  enterprise: positions.map((group) => enterprise[group] ?? -1),
  trial: positions.map((group) => trial[group] ?? 0),
  arrived: Uint8Array.from(positions, (group) => arrived[group] ?? 0),
});

/** What the lives of some groups wrote. */
export function cellsAt(lives: readonly Life[], positions: Int32Array): ChangeSet {
  const written = new ChangeSet(positions.length);
  positions.forEach((group, position) => {
    for (const cell of lives[group]?.cells ?? []) written.write(position, cell);
  });
  return written;
}

/** Some enterprises in trials as their lives leave them, grown. */
export function lifeBatch(
  plan: ForecastPlan,
  { groups, lives }: Pick<DrawnBlock, "groups" | "lives">,
  { growth, sizes }: BlockGrowth,
  positions: Int32Array,
): TrialBatch {
  const selected = enterprisesAt(groups, positions);
  const written = cellsAt(lives, positions);
  growFigures(plan, growth, selected, written, ["区级综合贡献"]);
  return { ...selected, changes: written.columns, isSmeOn: sizes(selected), rows: new Map() };
}

import { amountsByFirm, type AwardBasis, type Awards } from "./awards.ts";
import { effectCounts, effectsByGroup, firmEffects, type EffectCounts, type FirmEffect } from "./effects.ts";

export const effectGroupings = ["size", "industry", "department"] as const;
export type EffectGrouping = (typeof effectGroupings)[number];

/** One group of firms, or one department, with what a change does to its firms. */
export interface EffectGroup {
  readonly label: string;
  readonly counts: EffectCounts;
}

/** Effects by a name of each firm, most firms first. */
export function firmGroups(
  effects: readonly FirmEffect[],
  nameOf: (enterprise: number) => string,
): readonly EffectGroup[] {
  const groups = [...effectsByGroup(effects, nameOf)].map(([label, counts]) => ({ label, counts }));
  return groups.sort((a, b) => firmsOf(b) - firmsOf(a));
}

/** A firm counts with every department that pays it another amount. */
export function departmentGroups(
  before: Awards,
  after: Awards,
  basis: AwardBasis,
  nameOf: (department: string) => string,
): readonly EffectGroup[] {
  const departments = [...new Set([...before.departments, ...after.departments])];
  return departments
    .map((department) => ({
      label: nameOf(department),
      counts: effectCounts(
        firmEffects(amountsByFirm(before, basis, { department }), amountsByFirm(after, basis, { department })),
      ),
    }))
    .filter((group) => firmsOf(group) > 0);
}

const firmsOf = ({ counts }: EffectGroup): number => Object.values(counts).reduce((sum, { firms }) => sum + firms, 0);

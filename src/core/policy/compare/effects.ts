import { giniOf, largestSum } from "../../money/inequality.ts";
import type { Fen } from "../../money/money.ts";

/** What a change does to a firm: paid more, paid less, paid for the first time, or paid no longer. */
export const effectKinds = ["more", "less", "newlyIn", "noLonger"] as const;
export type EffectKind = (typeof effectKinds)[number];

/** A firm that a change moves, 分. */
export interface FirmEffect {
  /** Index of the enterprise. */
  readonly enterprise: number;
  readonly before: Fen;
  readonly after: Fen;
  readonly kind: EffectKind;
}

const kindOf = (before: Fen, after: Fen): EffectKind =>
  before === 0 ? "newlyIn" : after === 0 ? "noLonger" : after > before ? "more" : "less";

/** Firms whose money a change moves, the largest move first; equal moves in the order of the roster. */
export function firmEffects(before: ReadonlyMap<number, Fen>, after: ReadonlyMap<number, Fen>): readonly FirmEffect[] {
  const firms = new Set([...before.keys(), ...after.keys()]);
  return [...firms]
    .map((enterprise) => ({ enterprise, before: before.get(enterprise) ?? 0, after: after.get(enterprise) ?? 0 }))
    .filter((firm) => firm.before !== firm.after)
    .map((firm) => ({ ...firm, kind: kindOf(firm.before, firm.after) }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.enterprise - b.enterprise);
}

/** How many firms of a group a change moves in each way, and by how much in all, 分; losses are negative. */
export type EffectCounts = Readonly<Record<EffectKind, { readonly firms: number; readonly amount: Fen }>>;

export function effectCounts(effects: readonly FirmEffect[]): EffectCounts {
  const counts = {
    more: { firms: 0, amount: 0 },
    less: { firms: 0, amount: 0 },
    newlyIn: { firms: 0, amount: 0 },
    noLonger: { firms: 0, amount: 0 },
  };
  for (const { kind, before, after } of effects) {
    counts[kind].firms += 1;
    counts[kind].amount += after - before;
  }
  return counts;
}

/** Effects by a group of firms, e.g. their size class, in the order in which groups first occur. */
export function effectsByGroup<Group>(
  effects: readonly FirmEffect[],
  groupOf: (enterprise: number) => Group,
): ReadonlyMap<Group, EffectCounts> {
  const groups = new Map<Group, FirmEffect[]>();
  for (const effect of effects) {
    const group = groupOf(effect.enterprise);
    const members = groups.get(group) ?? [];
    groups.set(group, members);
    members.push(effect);
  }
  return new Map([...groups].map(([group, members]) => [group, effectCounts(members)]));
}

/** How unevenly money is spread among the firms that get any. */
export interface PaidConcentration {
  readonly firms: number;
  readonly total: Fen;
  /** Share of the ten that get most, 0 to 1; 0 where nobody gets anything. */
  readonly topTen: number;
  /** 0 among equal amounts, to nearly 1 where one gets nearly all. */
  readonly gini: number;
}

export function paidConcentration(amounts: ReadonlyMap<number, Fen>): PaidConcentration {
  const ascending = Float64Array.from(amounts.values()).sort();
  const total = largestSum(ascending, ascending.length);
  return {
    firms: ascending.length,
    total,
    topTen: total === 0 ? 0 : largestSum(ascending, 10) / total,
    gini: giniOf(ascending),
  };
}

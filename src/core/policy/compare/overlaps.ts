import type { Fen } from "../../money/money.ts";
import { bindIndex, Eligibility, type Ledger } from "../ledger.ts";
import type { Measure, Policy } from "../policy.ts";
import type { AwardBasis, Awards } from "./awards.ts";

const [topup, cap] = [bindIndex("topup"), bindIndex("cap")];

/** Firms that two measures both pay, and what the two pay them together, 分. */
export interface Overlap {
  /** Indices into `policy.measures`, the lower first. */
  readonly measures: readonly [number, number];
  readonly firms: number;
  readonly amount: Fen;
}

/** Pairs of measures that pay the same firms, the most money first. */
export function overlapsOf(awards: Awards, basis: AwardBasis): readonly Overlap[] {
  const firms = new Map<number, Map<number, Fen>>();
  awards.enterprise.forEach((enterprise, at) => {
    const [measure, amount] = [awards.measure[at] ?? 0, awards[basis][at] ?? 0];
    if (enterprise < 0 || amount === 0) return;
    const paid = firms.get(enterprise) ?? new Map<number, Fen>();
    firms.set(enterprise, paid);
    paid.set(measure, (paid.get(measure) ?? 0) + amount);
  });
  const pairs = new Map<string, { measures: [number, number]; firms: number; amount: Fen }>();
  for (const paid of firms.values()) {
    const sorted = [...paid].sort(([a], [b]) => a - b);
    sorted.forEach(([lower, first], position) => {
      for (const [higher, second] of sorted.slice(position + 1)) {
        const pair = pairs.get(`${lower} ${higher}`) ?? { measures: [lower, higher], firms: 0, amount: 0 };
        pairs.set(`${lower} ${higher}`, pair);
        pair.firms += 1;
        pair.amount += first + second;
      }
    });
  }
  return [...pairs.values()].sort((a, b) => b.amount - a.amount);
}

/** TRUE money that one measure does not pay because another, or an earlier payment, already did (不重复享受), 分. */
export interface ForgonePair {
  /** Index into `policy.measures`. */
  readonly measure: number;
  /** The measure whose payment is set off; null: payments for matters outside the roster (已兑付, 已获同类补助). */
  readonly against: number | null;
  readonly firms: number;
  readonly amount: Fen;
}

interface Paid {
  readonly triggers: Set<number>;
  amount: Fen;
}

/**
 * Money forgone through top-ups and no-double-benefit by pair, planning basis, the most first. A top-up is set off
 * against the firm's other payments of the same measure where it has any, else of another measure that shares the chain
 * or the matter, else against payments outside the roster. A cap that several measures share counts up to what the
 * other measure pays the firm; one measure's own cap is no double benefit.
 */
export function forgonePairs(policy: Policy, ledger: Ledger): readonly ForgonePair[] {
  const paid = paidByMeasure(ledger);
  const pairs = new Map<string, { measure: number; against: number | null; firms: Set<number>; amount: Fen }>();
  for (let entry = 0; entry < ledger.count; entry++) {
    const lost = lostTo(policy, ledger, entry, paid);
    if (!lost) continue;
    const measure = ledger.measure[entry] ?? 0;
    const key = `${measure} ${lost.against}`;
    const pair = pairs.get(key) ?? { measure, against: lost.against, firms: new Set<number>(), amount: 0 };
    pairs.set(key, pair);
    pair.firms.add(ledger.enterprise[entry] ?? -1);
    pair.amount += lost.amount;
  }
  return [...pairs.values()]
    .map(({ firms, ...pair }) => ({ ...pair, firms: firms.size }))
    .sort((a, b) => b.amount - a.amount);
}

/** What a payment loses to another, and to which measure's. */
function lostTo(
  policy: Policy,
  ledger: Ledger,
  entry: number,
  paid: ReadonlyMap<string, Paid>,
): { readonly against: number | null; readonly amount: Fen } | undefined {
  const amount = (ledger.gross[entry] ?? 0) - (ledger.net[entry] ?? 0);
  if (ledger.eligibility[entry] !== Eligibility.true || amount <= 0) return undefined;
  const [measure, enterprise] = [ledger.measure[entry] ?? 0, ledger.enterprise[entry] ?? -1];
  const paidBy = (other: number): Paid | undefined => paid.get(`${enterprise} ${other}`);
  const isAnother = (other: number): boolean =>
    [...(paidBy(other)?.triggers ?? [])].some((trigger) => trigger !== ledger.trigger[entry]);
  const partners = partnersOf(policy, measure);
  if (ledger.binds[entry] === topup) return { against: [measure, ...partners].find(isAnother) ?? null, amount };
  const sharer = ledger.binds[entry] === cap ? partners.find(isAnother) : undefined;
  return sharer === undefined ? undefined : { against: sharer, amount: Math.min(amount, paidBy(sharer)?.amount ?? 0) };
}

/** What each enterprise is paid, by enterprise and measure. */
function paidByMeasure(ledger: Ledger): ReadonlyMap<string, Paid> {
  const found = new Map<string, Paid>();
  for (let entry = 0; entry < ledger.count; entry++) {
    const amount = ledger.net[entry] ?? 0;
    if (ledger.eligibility[entry] !== Eligibility.true || amount <= 0) continue;
    const key = `${ledger.enterprise[entry]} ${ledger.measure[entry]}`;
    const paid = found.get(key) ?? { triggers: new Set(), amount: 0 };
    found.set(key, paid);
    paid.triggers.add(ledger.trigger[entry] ?? -1);
    paid.amount += amount;
  }
  return found;
}

/** Other measures whose payments can be set off against one's own. */
function partnersOf({ measures }: Policy, index: number): readonly number[] {
  const own = measures[index];
  const shares = (other: Measure): boolean =>
    (own?.chain !== undefined && own.chain.group === other.chain?.group) ||
    (own?.exclusive !== undefined && own.exclusive.group === other.exclusive?.group);
  return measures.flatMap((other, at) => (at !== index && shares(other) ? [at] : []));
}

import type { Fen } from "../money/money.ts";
import type { Context } from "../policy/block.ts";
import { Eligibility, type PoolEvent } from "../policy/ledger.ts";
import type { PoolRule } from "../policy/policy.ts";
import { bookPool, poolEntries, poolTerms, type PoolEntry } from "../policy/pool.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import { withOpenAmounts, type Work } from "../policy/price.ts";
import type { PricedGroup } from "../policy/recorded-work.ts";
import type { Basis } from "../policy/values.ts";

/** Accounts of the pool: the two bases, and planning if every UNKNOWN claim were good. */
export const poolAccounts = ["planning", "statutory", "all"] as const;
export type PoolAccount = (typeof poolAccounts)[number];

export const basisOf = (account: PoolAccount): Basis => (account === "all" ? "planning" : account);

/** What may happen to a pool, in order, and what does on each account. */
export interface PoolPlan {
  readonly measure: CompiledMeasure;
  readonly rule: PoolRule;
  readonly size: Fen;
  readonly entries: readonly PoolEntry[];
  /** One event an entry. */
  readonly events: Readonly<Record<PoolAccount, readonly PoolEvent[]>>;
  readonly exhausted: Readonly<Record<PoolAccount, number | null>>;
  /** Position of a claim among the entries by its due. */
  readonly claimAt: ReadonlyMap<number, number>;
}

/** The plan of a group that draws on a pool, or undefined for any other. */
export function poolPlanOf(context: Context, { works, planning, statutory }: PricedGroup): PoolPlan | undefined {
  const [priced, work] = [{ planning: planning[0], statutory: statutory[0] }, works[0]];
  const rule = work?.measure.measure.pool;
  if (!work || !rule || !priced.planning || !priced.statutory) return undefined;
  const triggers = withOpenAmounts(work.triggers, work.dues, priced.planning.open);
  const open: Work = { ...work, triggers };
  const entries = {
    planning: poolEntries(context, open, rule, priced.planning, "planning"),
    statutory: poolEntries(context, open, rule, priced.statutory, "statutory"),
  };
  const run = (account: PoolAccount) => {
    const { size, target } = poolTerms(context, open, rule, basisOf(account));
    return bookPool(entries[basisOf(account)], size, target, account === "all");
  };
  const runs = { planning: run("planning"), statutory: run("statutory"), all: run("all") };
  return {
    measure: work.measure,
    rule,
    size: poolTerms(context, open, rule, "planning").size,
    entries: entries.planning,
    events: { planning: runs.planning.events, statutory: runs.statutory.events, all: runs.all.events },
    exhausted: {
      planning: runs.planning.exhaustionMonth,
      statutory: runs.statutory.exhaustionMonth,
      all: runs.all.exhaustionMonth,
    },
    claimAt: new Map(entries.planning.flatMap(({ kind, due }, i) => (kind === "claim" ? [[due, i] as const] : []))),
  };
}

export const isGood = (eligibility: number, account: PoolAccount): boolean =>
  eligibility === Eligibility.true || (account === "all" && eligibility === Eligibility.unknown);

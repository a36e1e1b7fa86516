import { expect } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { roundToFen } from "../../../../src/core/money/money.ts";
import type {
  DueExplanation,
  MeasureExplanation,
  PaymentExplanation,
  TriggerExplanation,
} from "../../../../src/core/policy/explanation/explanation.ts";
import { Eligibility } from "../../../../src/core/policy/ledger.ts";

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What an amount comes to once envelope and pool have had their say. */
function paidBy({ amount, pool, envelope, gross }: DueExplanation["planning"], eligibility: number): number {
  if (pool) return Math.min(amount, Math.max(0, pool.balance));
  if (!envelope) return amount;
  const { limit, wanted } = envelope;
  if (limit === null) return 0;
  return eligibility === Eligibility.true && wanted > limit
    ? Number((BigInt(gross) * BigInt(limit)) / BigInt(wanted))
    : gross;
}

/** Holds the payments of a trigger to what its derivation comes to, to the 分. */
export function expectDerived(trigger: TriggerExplanation, measure: MeasureExplanation): void {
  const { schedule, kind } = xicheng202371.measures[measure.measure] ?? {};
  const amounts = (pick: (payment: PaymentExplanation) => number): number => sum(trigger.payments.map(pick));
  for (const due of trigger.dues) {
    const tree = due.planning.grossTree.value;
    expect(due.planning.gross).toBe(Number.isFinite(tree) ? Math.max(0, roundToFen(tree)) : 0);
  }
  if (schedule?.kind === "instalments") {
    const [due] = trigger.dues;
    expect(amounts(({ gross }) => gross)).toBe(due?.planning.gross);
    if (trigger.eligibility === Eligibility.false) return;
    expect(amounts(({ statutory }) => statutory)).toBe(due?.statutory.amount);
    const paid = trigger.payments.every(({ binds }) => binds !== "moveout");
    if (paid) expect(amounts(({ net }) => net)).toBe(due?.planning.amount);
    return;
  }
  const derived = trigger.dues
    .filter(({ planning }) => schedule?.kind !== "anniversaries" || planning.gross > 0)
    .map((due) => ({
      year: due.year,
      gross: due.planning.gross,
      net: trigger.eligibility === Eligibility.false ? 0 : paidBy(due.planning, trigger.eligibility),
      statutory: trigger.eligibility === Eligibility.false ? 0 : paidBy(due.statutory, trigger.eligibility),
    }));
  const shown = trigger.payments.map(({ year, gross, net, statutory }) => ({ year, gross, net, statutory }));
  if (kind === "shared-envelope" && (trigger.eligibility !== Eligibility.true || shown.length === 0)) return;
  expect(shown).toEqual(derived);
}

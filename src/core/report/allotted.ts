import type { Fen } from "../money/money.ts";
import { allocate, allocationTerms, claimsOf, type AllocationTerms, type Claims } from "../policy/allocation.ts";
import type { Context } from "../policy/block.ts";
import { Eligibility } from "../policy/ledger.ts";
import { withOpenAmounts } from "../policy/price.ts";
import type { PricedGroup } from "../policy/recorded-work.ts";
import type { Allotted, Payout } from "./detail-plan.ts";

/** What each due of a group whose claims compete gets, by due; undefined for any other group. */
export function allottedOf(
  context: Context,
  { works, planning, statutory }: PricedGroup,
): ((due: number) => Payout["allotted"]) | undefined {
  const [work, onPlan, atMost] = [works[0], planning[0], statutory[0]];
  const rule = work?.measure.measure.allocation;
  if (!work || !rule || !onPlan || !atMost) return undefined;
  const triggers = withOpenAmounts(work.triggers, work.dues, onPlan.open);
  const terms = allocationTerms(context, work.measure.measure, rule);
  const of = (priced: typeof onPlan) => {
    const claims = claimsOf(context, { ...work, triggers }, rule, priced);
    return { claims, allotted: allottedBy(claims, terms) };
  };
  const bases = { planning: of(onPlan), statutory: of(atMost) };
  const ties = tiesOf(bases.planning.claims);
  return (due) => {
    const [one, other] = [bases.planning.allotted(due), bases.statutory.allotted(due)];
    return { planning: one, statutory: other, tie: ties[due] ?? 0 };
  };
}

function allottedBy(claims: Claims, terms: AllocationTerms): (due: number) => Allotted {
  const { paid, rank } = allocate(claims, terms);
  const sumOf = (amounts: Float64Array, contest: number, eligibility: number): Fen =>
    amounts.reduce(
      (sum, amount, i) => (claims.contest[i] === contest && claims.eligibility[i] === eligibility ? sum + amount : sum),
      0,
    );
  const sums = new Map(
    [...new Set(claims.contest)].map((contest) => {
      const wanted = {
        1: sumOf(claims.amount, contest, Eligibility.true),
        2: sumOf(claims.amount, contest, Eligibility.unknown),
      };
      const all = Number.isFinite(terms.envelope) ? terms.envelope : wanted[1];
      const left = Number.isFinite(terms.envelope) ? all - sumOf(paid, contest, Eligibility.true) : wanted[2];
      return [contest, { wanted, available: { 1: all, 2: left } }];
    }),
  );
  const none = { 1: 0, 2: 0 };
  return (due) => ({
    amount: paid[due] ?? 0,
    rank: rank[due] ?? 0,
    ...(sums.get(claims.contest[due] ?? 0) ?? { wanted: none, available: none }),
  });
}

/** Order of claims of equal score. */
function tiesOf({ date, code, row }: Claims): Float64Array {
  const at = (column: Float64Array, i: number): number => column[i] ?? 0;
  const order = Array.from(date.keys()).sort(
    (a, b) => at(date, a) - at(date, b) || at(code, a) - at(code, b) || at(row, a) - at(row, b),
  );
  const ties = new Float64Array(order.length);
  order.forEach((due, tie) => (ties[due] = tie));
  return ties;
}

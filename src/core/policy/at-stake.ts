import { roundToFen } from "../money/money.ts";
import { CellState } from "../roster/roster.ts";
import type { Context } from "./block.ts";
import type { AtStake } from "./evaluation.ts";
import { Eligibility, type Ledger } from "./ledger.ts";
import { operandValue } from "./values.ts";

/** Earlier payments of an article that may have been for triggers of this very roster. */
const paidColumns = [
  { label: "第6条已兑付", measures: ["m06"] },
  { label: "第10条已兑付", measures: ["m10"] },
  { label: "第12条上市已兑付", measures: ["m12b"] },
] as const;

function possibleDoubleDeductions(context: Context, ledger: Ledger): AtStake[] {
  return paidColumns.flatMap(({ label, measures }) => {
    const paid = context.bound.operand("enterprises", label)?.values;
    const seen = new Set<number>();
    for (let i = 0; i < ledger.count; i++) {
      const id = context.policy.measures[ledger.measure[i] ?? 0]?.id;
      const enterprise = ledger.enterprise[i] ?? -1;
      const pays = ledger.eligibility[i] !== Eligibility.false && measures.some((measure) => measure === id);
      if (pays && (paid?.[enterprise] ?? 0) > 0) seen.add(enterprise);
    }
    return Array.from(seen, (enterprise): AtStake => ({
      code: "possible-double-deduction",
      enterprise,
      table: "enterprises",
      row: enterprise,
      amount: roundToFen(paid?.[enterprise] ?? 0),
    }));
  });
}

/** 境内 listings without a 受理日期: the first stage may have been forgotten. */
function listingsWithoutAcceptance(context: Context): AtStake[] {
  const column = (label: string) => context.bound.operand("enterprises", label);
  const [market, accepted, listed] = [column("上市市场"), column("上市受理日期"), column("上市日期")];
  const stage = roundToFen(operandValue(context.values.value("m12b.受理阶段")));
  return Array.from(listed?.values ?? [], (day, enterprise): AtStake[] => {
    const inTerm = day >= context.termStart && day <= Math.min(context.termEnd, context.asOf);
    const open = accepted?.state?.[enterprise] === CellState.blank && market?.values[enterprise] === 0;
    return inTerm && open
      ? [{ code: "listing-without-acceptance", enterprise, table: "enterprises", row: enterprise, amount: stage }]
      : [];
  }).flat();
}

/** Unverified amounts of a whole trigger: the money that the open cell decides. */
function unverifiedAmounts(context: Context, ledger: Ledger): AtStake[] {
  const byTrigger = new Map<number, AtStake>();
  for (let i = 0; i < ledger.count; i++) {
    const measure = context.policy.measures[ledger.measure[i] ?? 0];
    if (!measure || ledger.eligibility[i] !== Eligibility.unknown) continue;
    const trigger = ledger.trigger[i] ?? -1;
    const amount = (byTrigger.get(trigger)?.amount ?? 0) + (ledger.net[i] ?? 0);
    const [enterprise, row] = [ledger.enterprise[i] ?? -1, ledger.row[i] ?? -1];
    byTrigger.set(trigger, { code: "eligibility-unknown", enterprise, table: measure.table, row, amount });
  }
  return [...byTrigger.values()].filter(({ amount }) => amount > 0);
}

/** Cells whose reading decides money, largest amount first. */
export function atStakeOf(context: Context, ledger: Ledger): AtStake[] {
  return [
    ...possibleDoubleDeductions(context, ledger),
    ...listingsWithoutAcceptance(context),
    ...unverifiedAmounts(context, ledger),
  ].sort((a, b) => b.amount - a.amount);
}

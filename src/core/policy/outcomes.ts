import { yearOf } from "../date/day.ts";
import type { Context } from "./block.ts";
import type { LedgerBuilder } from "./ledger-builder.ts";
import type { CompiledMeasure } from "./prepare.ts";
import { copyOf, withOpenAmounts, type Priced, type Work } from "./price.ts";
import type { PricedGroup } from "./recorded-work.ts";
import { clawbackOf } from "./clawback.ts";
import { departureDays, sharesOf } from "./schedule.ts";

/** What one measure came to: its work, with both bases. */
export interface Outcome {
  readonly work: Work;
  readonly planning: Priced;
  readonly statutory: Priced;
}

/** Outcomes by measure index; a trigger whose amount cannot be known is UNKNOWN. Pools are not paid yet. */
export function outcomesOf(groups: readonly PricedGroup[]): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  for (const { works, planning, statutory } of groups) {
    works.forEach((work, i) => {
      const [onPlan, atMost] = [planning[i], statutory[i]];
      if (!onPlan || !atMost) return;
      const open = withOpenAmounts(work.triggers, work.dues, onPlan.open);
      const { pool, allocation } = work.measure.measure;
      // a pool or an allocation lowers the claims to what it pays
      const own = (priced: Priced): Priced => (pool || allocation ? copyOf(priced) : priced);
      outcomes.set(work.measure.index, {
        work: { ...work, triggers: open },
        planning: own(onPlan),
        statutory: own(atMost),
      });
    });
  }
  return outcomes;
}

/** Writes the payments of one measure that has triggers into a ledger. */
export function recordOutcome(
  context: Context,
  measure: CompiledMeasure,
  outcome: Outcome,
  builder: LedgerBuilder,
): void {
  const { work, planning, statutory } = outcome;
  const { schedule } = measure.measure;
  builder.count(measure.index, work.triggers.eligibility);
  const takenOf = clawbackOf(context, measure, work);
  const departures = schedule.kind === "instalments" ? departureDays(context) : new Float64Array();
  work.dues.forEach((due, i) => {
    const amounts = {
      gross: planning.gross[i] ?? 0,
      net: planning.amount[i] ?? 0,
      statutory: statutory.amount[i] ?? 0,
      binds: planning.binds[i] ?? 0,
    };
    // 年房租 blank: the trigger stands, there is nothing to pay
    if (schedule.kind === "anniversaries" && amounts.gross === 0 && amounts.statutory === 0) return;
    const taken = takenOf(due.trigger);
    if (schedule.kind !== "instalments") {
      builder.payment(measure.index, work.triggers, due, amounts);
      if (taken) builder.takeBack(measure.index, work.triggers, due, amounts, taken);
    } else {
      const departure = departures[work.triggers.block.enterprise[due.trigger] ?? -1] ?? Number.POSITIVE_INFINITY;
      const lastYear = Number.isFinite(departure) ? yearOf(departure) : Number.POSITIVE_INFINITY;
      builder.instalments(
        measure.index,
        work.triggers,
        due,
        amounts,
        sharesOf(context, measure, schedule.shares),
        lastYear,
        taken,
      );
    }
  });
}

import { isoDay } from "../../date/day.ts";
import type { Fen } from "../../money/money.ts";
import type { Roster } from "../../roster/roster.ts";
import { textAt } from "../../roster/text-at.ts";
import type { Context, PricedBlock } from "../block.ts";
import { outcomesOf, type Outcome } from "../outcomes.ts";
import type { Evaluation, RecordedTrigger } from "../evaluation.ts";
import { Eligibility } from "../ledger.ts";
import type { CompiledMeasure, PreparedPolicy } from "../prepare.ts";
import { contextOf, priceRecorded } from "../recorded-work.ts";
import type { Scenario } from "../scenario.ts";
import { enterpriseYearsOf } from "../shared-envelope.ts";
import { eligibleBefore, nothingEarlier, recordedTriggers, type Earlier } from "../triggers.ts";
import { absencesOf } from "./explain-absence.ts";
import { childRowsOf, factsOf } from "./explain-facts.ts";
import { triggersExplained, type Explaining } from "./explain-triggers.ts";
import type { Absence, EnterpriseExplanation, MeasureExplanation, TriggerExplanation } from "./explanation.ts";
import { rosterOfOne } from "./roster-of-one.ts";
import { usedParameters, usedReadings } from "./used-values.ts";

/**
 * Why one code gets what it gets: every measure with its triggers, the conditions and amounts with values put in,
 * and why other rules gave no trigger. The code's rows are priced alone by the same pricing; payments, pool and
 * shared envelopes are those of `evaluation`, which must be of the same roster and scenario.
 * Undefined for a code that no row of the roster names.
 */
export function explainEnterprise(
  prepared: PreparedPolicy,
  roster: Roster,
  scenario: Scenario,
  evaluation: Pick<Evaluation, "asOf" | "ledger" | "pools" | "allocations">,
  code: string,
): EnterpriseExplanation | undefined {
  const one = rosterOfOne(roster, code);
  if (!one) return undefined;
  const witnessed: PricedBlock[] = [];
  const { context } = contextOf(prepared, one.roster, { ...scenario, asOf: isoDay(evaluation.asOf) });
  const explaining: Explaining = {
    context: { ...context, witness: (priced) => witnessed.push(priced) },
    one,
    evaluation,
    witnessed,
  };
  const { groups, afterAsOf } = priceRecorded(explaining.context, prepared.measures);
  const outcomes = outcomesOf(groups);
  const facts = factsOf(prepared, context);
  return {
    code,
    name: textAt(one.roster, "enterprises", "name", 0),
    asOf: evaluation.asOf,
    ...(facts && { facts }),
    rows: childRowsOf(one.roster),
    measures: prepared.measures.map((measure): MeasureExplanation => {
      const outcome = outcomes.get(measure.index) ?? sharedEnvelope(explaining, measure);
      const triggers = outcome ? triggersExplained(explaining, measure, outcome) : [];
      return {
        measure: measure.index,
        triggers,
        absences: absences(explaining, prepared.measures, measure, outcome, afterAsOf),
        parameters: usedParameters(measure, context),
        readings: usedReadings(measure, context),
        ...sumsOf(triggers),
      };
    }),
  };
}

function sharedEnvelope({ context }: Explaining, measure: CompiledMeasure) {
  if (measure.measure.kind !== "shared-envelope") return undefined;
  const { work, priced } = enterpriseYearsOf(context, measure);
  return { work, planning: priced, statutory: priced };
}

function absences(
  { context, one }: Explaining,
  measures: readonly CompiledMeasure[],
  measure: CompiledMeasure,
  outcome: Outcome | undefined,
  afterAsOf: readonly RecordedTrigger[],
): Absence[] {
  const { kind, table, owner } = measure.measure;
  if (kind === "envelope" || kind === "fund") return [{ kind: "no-entity" }];
  const codes = one.roster.tables[table].columns.get(owner)?.values;
  const isOwn = (row: number): boolean => codes?.[row] === one.codeText;
  if (kind === "shared-envelope" || !outcome)
    return one.roster.tables[table].rowCount > 0 ? [] : [{ kind: "no-row", table }];
  return absencesOf(context, measure, {
    counted: outcome.work.triggers,
    afterAsOf: afterAsOf.filter((trigger) => trigger.measure === measure.index),
    earlier: earlierOf(context, measures, measure),
    isOwn,
  });
}

/** State from the measure that a measure depends on. */
function earlierOf(context: Context, measures: readonly CompiledMeasure[], { measure }: CompiledMeasure): Earlier {
  const first = measures.find((candidate) => candidate.measure.id === measure.after?.measure);
  return first ? eligibleBefore(recordedTriggers(context, first, nothingEarlier).all) : nothingEarlier;
}

function sumsOf(triggers: readonly TriggerExplanation[]): Pick<MeasureExplanation, "sums" | "unverified"> {
  const sum = (wanted: number, amount: "gross" | "net" | "statutory"): Fen =>
    triggers
      .filter(({ eligibility }) => eligibility === wanted)
      .flatMap(({ payments }) => payments)
      .reduce((total, payment) => total + payment[amount], 0);
  return {
    sums: {
      gross: sum(Eligibility.true, "gross"),
      net: sum(Eligibility.true, "net"),
      statutory: sum(Eligibility.true, "statutory"),
    },
    unverified: sum(Eligibility.unknown, "net"),
  };
}

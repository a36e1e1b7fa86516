import { parseIsoDay, yearOf } from "../date/day.ts";
import type { Roster } from "../roster/roster.ts";
import { sizeClasses } from "../roster/size-class.ts";
import { asOfDay } from "./as-of.ts";
import type { Context } from "./block.ts";
import { bindRoster } from "./bound-roster.ts";
import type { RecordedTrigger } from "./evaluation.ts";
import { Matters } from "./matters.ts";
import type { CompiledMeasure, PreparedPolicy } from "./prepare.ts";
import { priceGroup, type Priced, type Work } from "./price.ts";
import { rowOrder } from "./row-order.ts";
import type { Scenario } from "./scenario.ts";
import { departureDays, dueAmounts } from "./schedule.ts";
import { eligibleBefore, nothingEarlier, recordedTriggers, type Triggers } from "./triggers.ts";
import { valuesOf } from "./values.ts";

/** Measures priced together, with both bases; every list has one entry a work. Pools are not paid yet. */
export interface PricedGroup {
  /** Eligibility as the conditions give it, before amounts that cannot be known leave it open. */
  readonly works: readonly Work[];
  readonly planning: readonly Priced[];
  readonly statutory: readonly Priced[];
}

/** What every block of one evaluation shares, with how its as-of date and size classes were found. */
export function contextOf(prepared: PreparedPolicy, roster: Roster, scenario: Scenario) {
  const bound = bindRoster(roster);
  const { policy } = prepared;
  const found = asOfDay(policy, bound, scenario);
  const size = sizeClasses(roster, yearOf(found.day));
  const context: Context = {
    policy,
    bound,
    values: valuesOf(policy, scenario),
    asOf: found.day,
    termStart: parseIsoDay(policy.termStart),
    termEnd: parseIsoDay(policy.termEnd),
    isSme: size.isSme,
    rowOrder: (measure) => rowOrder(bound, measure),
  };
  return { context, found, size };
}

function triggersOf(
  context: Context,
  measures: readonly CompiledMeasure[],
): { triggers: Map<number, Triggers>; afterAsOf: RecordedTrigger[] } {
  const triggers = new Map<number, Triggers>();
  const recorded = new Map<number, Triggers>();
  const afterAsOf: RecordedTrigger[] = [];
  for (const measure of measures) {
    const { kind, after } = measure.measure;
    if (kind !== "grant" && kind !== "pool") continue;
    const first = after && measures.find((candidate) => candidate.measure.id === after.measure);
    const earlier = first && recorded.get(first.index);
    const found = recordedTriggers(context, measure, earlier ? eligibleBefore(earlier) : nothingEarlier);
    recorded.set(measure.index, found.all);
    triggers.set(measure.index, found.counted);
    afterAsOf.push(...found.afterAsOf);
  }
  return { triggers, afterAsOf };
}

/** Measures that share a chain are priced together; the others each alone. */
function groupsOf(measures: readonly CompiledMeasure[]): CompiledMeasure[][] {
  const groups = new Map<string, CompiledMeasure[]>();
  for (const measure of measures) {
    const name = measure.measure.chain?.group ?? measure.measure.id;
    groups.set(name, [...(groups.get(name) ?? []), measure]);
  }
  return [...groups.values()];
}

/** Every recorded trigger of grants and pools, priced on both bases, and those after the as-of date. */
export function priceRecorded(
  context: Context,
  measures: readonly CompiledMeasure[],
): { groups: readonly PricedGroup[]; afterAsOf: readonly RecordedTrigger[] } {
  const { triggers, afterAsOf } = triggersOf(context, measures);
  const departures = departureDays(context);
  const matters = { planning: new Matters(), statutory: new Matters() };
  const groups = groupsOf(measures.filter(({ index }) => triggers.has(index))).map((group): PricedGroup => {
    const works = group.flatMap((measure): Work[] => {
      const mine = triggers.get(measure.index);
      return mine ? [{ measure, triggers: mine, dues: dueAmounts(context, measure, mine, departures) }] : [];
    });
    return {
      works,
      planning: priceGroup(context, works, "planning", matters.planning),
      statutory: priceGroup(context, works, "statutory", matters.statutory),
    };
  });
  return { groups, afterAsOf };
}

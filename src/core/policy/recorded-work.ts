import { parseIsoDay, yearOf } from "../date/day.ts";
import type { Roster } from "../roster/roster.ts";
import { batched } from "./batches.ts";
import type { Context } from "./block.ts";
import { bindRoster } from "./bound-roster.ts";
import type { RecordedTrigger } from "./evaluation.ts";
import { excludes, Matters } from "./matters.ts";
import { forgetful, type Remember } from "./memory.ts";
import type { CompiledMeasure, PreparedPolicy } from "./prepare.ts";
import { priceGroup, type Priced, type Work } from "./price.ts";
import { freshFacts } from "./roster-facts.ts";
import { rowOrder } from "./row-order.ts";
import type { Scenario } from "./scenario.ts";
import { departureDays, dueAmounts } from "./schedule.ts";
import { between, finished, type Steps } from "./steps.ts";
import { eligibleBefore, nothingEarlier, recordedTriggers, type Triggers } from "./triggers.ts";
import { valuesOf, type Basis } from "./values.ts";

/** Measures priced together, with both bases; every list has one entry a work. Pools are not paid yet. */
export interface PricedGroup {
  /** Eligibility as the conditions give it, before amounts that cannot be known leave it open. */
  readonly works: readonly Work[];
  readonly planning: readonly Priced[];
  readonly statutory: readonly Priced[];
}

/** What every block of one evaluation shares, with how its as-of date and size classes were found. */
export function contextOf(prepared: PreparedPolicy, roster: Roster, scenario: Scenario, facts = freshFacts) {
  const bound = bindRoster(roster);
  const { policy } = prepared;
  const found = facts.asOf(policy, bound, scenario);
  const size = facts.sizes(roster, yearOf(found.day));
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

function* triggersOf(
  context: Context,
  measures: readonly CompiledMeasure[],
  remember: Remember,
): Steps<{ triggers: Map<number, Triggers>; afterAsOf: RecordedTrigger[] }> {
  const triggers = new Map<number, Triggers>();
  const recorded = new Map<number, Triggers>();
  const afterAsOf: RecordedTrigger[] = [];
  for (const [position, measure] of measures.entries()) {
    const { kind, after } = measure.measure;
    if (kind !== "grant" && kind !== "pool") continue;
    yield position / measures.length;
    const first = after && measures.find((candidate) => candidate.measure.id === after.measure);
    const earlier = first && recorded.get(first.index);
    const found = remember(`${measure.measure.id} triggers`, context, [earlier], (reading) =>
      recordedTriggers(reading, measure, earlier ? eligibleBefore(earlier) : nothingEarlier),
    );
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

/** Grants and pools priced, and their triggers after the as-of date. */
interface PricedRecord {
  readonly groups: readonly PricedGroup[];
  readonly afterAsOf: readonly RecordedTrigger[];
}

/** Every recorded trigger of grants and pools, priced on both bases, and those after the as-of date. */
export const priceRecorded = (
  context: Context,
  measures: readonly CompiledMeasure[],
  remember: Remember = forgetful,
): PricedRecord => finished(pricingSteps(context, measures, remember));

/** {@link priceRecorded} in steps: a measure's triggers, then the measures of a group on one basis. */
export function* pricingSteps(
  context: Context,
  measures: readonly CompiledMeasure[],
  remember: Remember = forgetful,
): Steps<PricedRecord> {
  const { triggers, afterAsOf } = yield* between(0, 0.5, triggersOf(context, measures, remember));
  const departures = remember("departures", context, [], departureDays);
  const matters = { planning: new Matters(), statutory: new Matters() };
  const groups: PricedGroup[] = [];
  const together = groupsOf(measures.filter(({ index }) => triggers.has(index)));
  for (const [position, group] of together.entries()) {
    const done = 0.5 + position / together.length / 2;
    yield done;
    const counted = group.map(({ index }) => triggers.get(index));
    const name = group.map(({ measure }) => measure.id).join(" ");
    const batches = remember(`${name} dues`, context, counted, (reading) =>
      batched(worksOf(reading, group, triggers, departures)),
    );
    const { works } = batches;
    // matters go from group to group, and what one wins is taken from another; in trials claims may be drawn
    const alone = context.trial || works.some((work) => mayBeOutbid(context, work)) ? forgetful : remember;
    const priced = (basis: Basis): Priced[] =>
      alone(`${name} ${basis}`, context, [batches], (reading) => priceGroup(reading, batches, basis, matters[basis]));
    const planning = priced("planning");
    yield done;
    groups.push({ works, planning, statutory: priced("statutory") });
  }
  return { groups, afterAsOf };
}

function worksOf(
  context: Context,
  group: readonly CompiledMeasure[],
  triggers: ReadonlyMap<number, Triggers>,
  departures: Float64Array,
): Work[] {
  return group.flatMap((measure) => {
    const mine = triggers.get(measure.index);
    return mine ? [{ measure, triggers: mine, dues: dueAmounts(context, measure, mine, departures) }] : [];
  });
}

const mayBeOutbid = (context: Context, work: Work): boolean =>
  excludes(context, work, "planning") || excludes(context, work, "statutory");

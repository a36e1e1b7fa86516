import { edate } from "../date/day.ts";
import type { Context } from "../policy/block.ts";
import { fieldOf, type FieldId } from "../roster/fields.ts";
import { conditionOperands } from "./at-risk.ts";
import { followsOnly, type Candidates } from "./candidates.ts";
import { changedCell, ChangeSet } from "./change-set.ts";
import type { EventPlan, ForecastPlan } from "./forecast-plan.ts";
import { swapped } from "./key-hash.ts";
import type { Groups } from "./groups.ts";
import { trialContext } from "./price-trials.ts";
import { RandomStream } from "./random-stream.ts";
import type { ReviewPasses } from "./review-passes.ts";
import type { SizeInTrials } from "./size-growth.ts";
import type { TrialBatch } from "./trial-batch.ts";

/** Enterprises in trials, with what did happen to them; every array has one entry an enterprise and trial. */
export interface LiveTrials extends Pick<Groups, "enterprise" | "trial" | "arrived"> {
  readonly written: ChangeSet;
  /** 1 where at least one event took place. */
  readonly changed: Uint8Array;
}

/** What the events of a block's trials hang on beside their candidates. */
export interface TrialCourse {
  readonly firstTrial: number;
  readonly sizes: SizeInTrials;
  readonly reviews: ReviewPasses;
}

/** Lets candidate events take place, in order, each where its enterprise is at risk at that moment. */
export function liveTrials(
  plan: ForecastPlan,
  candidates: Candidates,
  groups: Groups,
  course: TrialCourse,
): LiveTrials {
  const { enterprise, trial, arrived } = groups;
  const count = enterprise.length;
  const live = { enterprise, trial, arrived, written: new ChangeSet(count), changed: new Uint8Array(count) };
  arrive(plan, candidates, groups, live);
  holdReviews(live, course.reviews);
  const draws = new RandomStream();
  for (const wave of wavesOf(plan, candidates, groups)) {
    for (const [event, happening] of wave) takePlace(plan, event, candidates, happening, live, course, draws);
  }
  return live;
}

/** Makes each arrival out of the enterprise it is a copy of. */
function arrive(
  plan: ForecastPlan,
  candidates: Candidates,
  { starts, candidates: list }: Groups,
  live: LiveTrials,
): void {
  const { written, changed, arrived } = live;
  const arrivals = new Map(plan.counts.map(({ index, process }) => [index, process]));
  arrived.forEach((isNew, position) => {
    if (isNew !== 1) return;
    const candidate = candidates.at(list[starts[position] ?? -1] ?? -1);
    const process = arrivals.get(candidate.process);
    if (process?.kind !== "arrival") return;
    changed[position] = 1;
    for (const field of process.clears) written.write(position, [labelOf(field), Number.NaN]);
    const day = plan.horizon.days[candidate.month] ?? Number.NaN;
    for (const change of process.changes) {
      const months = process.monthsBefore?.[change.field] ?? 0;
      written.write(position, changedCell("enterprises", change, edate(day, -months)));
    }
  });
}

const labelOf = (field: FieldId): string => fieldOf("enterprises", field).label;

/** Renews or ends every title and certificate that reaches its expiry within the horizon. */
function holdReviews({ enterprise, trial, written, changed }: LiveTrials, reviews: ReviewPasses): void {
  enterprise.forEach((row, position) => {
    for (const { cell, isTrigger } of reviews.cells(row, trial[position] ?? 0)) {
      written.write(position, cell);
      if (isTrigger) changed[position] = 1;
    }
  });
}

/** A candidate event, and the enterprise and trial that it concerns. */
interface Happening {
  readonly at: number;
  readonly position: number;
}

/** Candidate events by how many of their enterprise and trial come before, each wave by process. */
function wavesOf(
  plan: ForecastPlan,
  { columns: { process } }: Candidates,
  { enterprise, starts, candidates }: Groups,
): Map<EventPlan, Happening[]>[] {
  const events = new Map(plan.events.map((event) => [event.index, event]));
  const waves: Map<EventPlan, Happening[]>[] = [];
  for (let position = 0; position < enterprise.length; position++) {
    let before = 0;
    for (const at of candidates.subarray(starts[position], starts[position + 1])) {
      const event = events.get(process[at] ?? -1);
      if (!event) continue;
      const wave = (waves[before++] ??= new Map<EventPlan, Happening[]>());
      const list = wave.get(event);
      if (list) list.push({ at, position });
      else wave.set(event, [{ at, position }]);
    }
  }
  return waves;
}

/** The context of some enterprises in trials, as they are by now. */
function contextNow(plan: ForecastPlan, live: LiveTrials, positions: Int32Array, sizes: SizeInTrials): Context {
  const selected = {
    enterprise: positions.map((i) => live.enterprise[i] ?? -1),
    trial: positions.map((i) => live.trial[i] ?? 0),
    arrived: Uint8Array.from(positions, (i) => live.arrived[i] ?? 0),
  };
  const batch: TrialBatch = {
    ...selected,
    changes: live.written.view(positions),
    isSmeOn: sizes(selected),
    rows: new Map(),
  };
  return trialContext(plan, batch, () => true);
}

/** Writes what an event changes, where its condition is TRUE by now; a second event may follow it. */
function takePlace(
  plan: ForecastPlan,
  event: EventPlan,
  candidates: Candidates,
  wave: readonly Happening[],
  live: LiveTrials,
  { sizes, firstTrial }: TrialCourse,
  draws: RandomStream,
): void {
  const { process, condition } = event;
  const { written, changed, enterprise, trial } = live;
  const { month, serial } = candidates.columns;
  const positions = Int32Array.from(wave, ({ position }) => position);
  const days = Float64Array.from(wave, ({ at }) => plan.horizon.days[month[at] ?? -1] ?? Number.NaN);
  const context = contextNow(plan, live, positions, sizes);
  const truth = condition(conditionOperands(context, Int32Array.from(positions.keys()), days), positions.length);
  wave.forEach(({ at, position }, i) => {
    const day = days[i] ?? Number.NaN;
    const second = serial[at] === followsOnly;
    if (!second && truth[i] !== 1) return;
    const changes = second ? (process.then?.changes ?? []) : process.changes;
    for (const change of changes) written.write(position, changedCell("enterprises", change, day));
    changed[position] = 1;
    if (second) return;
    const lag = lagOf(plan, event, enterprise[position] ?? -1, firstTrial + (trial[position] ?? 0), draws);
    const later = lag === undefined ? undefined : plan.horizon.days[(month[at] ?? 0) + lag];
    if (later === undefined) return;
    for (const change of process.then?.changes ?? []) {
      written.write(position, changedCell("enterprises", change, later));
    }
  });
}

/** Months after which a second event follows in a trial (上市 after 受理), or undefined where none does. */
export function lagOf(
  plan: ForecastPlan,
  { process: { then }, hash }: EventPlan,
  enterprise: number,
  trial: number,
  draws: RandomStream,
): number | undefined {
  const key = plan.enterpriseKeys[enterprise];
  return then && key && followUpLag(then, draws.moveTo(plan.seed, swapped(hash), key, trial));
}

/** Months until the second event, or undefined where there is none. */
function followUpLag(
  { success, lagMonths: [least, most] }: { readonly success: number; readonly lagMonths: readonly [number, number] },
  draws: RandomStream,
): number | undefined {
  if (draws.uniform() >= success) return undefined;
  return least + Math.floor(draws.uniform() * (most - least + 1));
}

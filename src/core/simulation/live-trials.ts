import { edate, monthIndexOf } from "../date/day.ts";
import type { Context } from "../policy/block.ts";
import type { ReviewProcess } from "../policy/process.ts";
import { fieldOf, type FieldId } from "../roster/fields.ts";
import { conditionOperands } from "./at-risk.ts";
import { followsOnly, type Candidates } from "./candidates.ts";
import { changedCell, ChangeSet } from "./change-set.ts";
import type { EventPlan, ForecastPlan, Placed } from "./forecast-plan.ts";
import { swapped } from "./key-hash.ts";
import { expiriesOf } from "./expiries.ts";
import { trialContext } from "./price-trials.ts";
import { RandomStream } from "./random-stream.ts";
import type { SizeInTrials } from "./size-growth.ts";
import type { TrialBatch } from "./trial-batch.ts";

/** Enterprises in the trials of a block in which something may happen to them, with what did happen. */
export interface LiveTrials {
  /** Row in 企业, one entry an enterprise and trial. */
  readonly enterprise: Int32Array;
  /** Trial within the block. */
  readonly trial: Int32Array;
  readonly arrived: Uint8Array;
  readonly written: ChangeSet;
  /** 1 where at least one event took place. */
  readonly changed: Uint8Array;
  /** By candidate: position of its enterprise here, −1 where there is none. */
  readonly positionOf: Int32Array;
}

/** Lets a block's candidate events take place, in order, each where its enterprise is at risk at that moment. */
export function liveTrials(
  plan: ForecastPlan,
  candidates: Candidates,
  firstTrial: number,
  sizes: SizeInTrials,
): LiveTrials {
  const order = candidates.inOrder();
  const grouped = groupByEnterpriseAndTrial(plan, candidates, order);
  const written = new ChangeSet(grouped.enterprise.length);
  const live: LiveTrials = {
    ...grouped,
    written,
    changed: new Uint8Array(grouped.enterprise.length),
  };
  arrive(plan, candidates, live, written);
  for (const review of plan.reviews) holdReview(plan, review, live, written, firstTrial);
  const draws = new RandomStream();
  for (const wave of wavesOf(plan, candidates, order, live)) {
    for (const [event, positions] of wave) {
      takePlace(plan, event, candidates, positions, live, sizes, draws, firstTrial);
    }
  }
  return live;
}

/** Makes each arrival out of the enterprise it is a copy of. */
function arrive(plan: ForecastPlan, candidates: Candidates, live: LiveTrials, written: ChangeSet): void {
  const arrivals = new Map(plan.counts.map(({ index, process }) => [index, process]));
  for (let at = 0; at < candidates.count; at++) {
    const candidate = candidates.at(at);
    const process = arrivals.get(candidate.process);
    const position = live.positionOf[at] ?? -1;
    if (process?.kind !== "arrival" || position < 0) continue;
    live.changed[position] = 1;
    for (const field of process.clears) written.write(position, [labelOf(field), Number.NaN]);
    const day = plan.horizon.days[candidate.month] ?? Number.NaN;
    for (const change of process.changes) {
      const months = process.monthsBefore?.[change.field] ?? 0;
      written.write(position, changedCell("enterprises", change, edate(day, -months)));
    }
  }
}

type Grouped = Omit<LiveTrials, "written" | "changed">;

/** An arrival is an enterprise of its own; other candidates of one enterprise and trial belong together. */
function groupByEnterpriseAndTrial(plan: ForecastPlan, candidates: Candidates, order: Int32Array): Grouped {
  const enterprise = new Int32Array(order.length);
  const trial = new Int32Array(order.length);
  const arrived = new Uint8Array(order.length);
  const positionOf = new Int32Array(candidates.count).fill(-1);
  const arrivals = new Set(plan.counts.filter(({ process }) => process.kind === "arrival").map(({ index }) => index));
  let count = 0;
  let current = -1;
  for (const at of order) {
    const { enterprise: row, process, trial: of } = candidates.at(at);
    if (row < 0) continue;
    const arrives = arrivals.has(process);
    const follows = !arrives && current >= 0 && enterprise[current] === row && trial[current] === of;
    if (!follows) {
      enterprise[count] = row;
      trial[count] = of;
      arrived[count] = arrives ? 1 : 0;
      if (!arrives) current = count;
      count++;
    }
    positionOf[at] = follows ? current : count - 1;
  }
  return {
    enterprise: enterprise.slice(0, count),
    trial: trial.slice(0, count),
    arrived: arrived.slice(0, count),
    positionOf,
  };
}

const labelOf = (field: FieldId): string => fieldOf("enterprises", field).label;

/** Renews or ends every title and certificate that reaches its expiry within the horizon (称号复核, 再认定). */
function holdReview(
  plan: ForecastPlan,
  { process, hash }: Placed<ReviewProcess>,
  live: LiveTrials,
  written: ChangeSet,
  firstTrial: number,
): void {
  const stream = new RandomStream();
  const passRate = Number(plan.context.values.value(process.passRate));
  const expiries = expiriesOf(plan.context, plan.horizon, process);
  live.enterprise.forEach((row, i) => {
    const expiry = expiries[row] ?? Number.NaN;
    const key = plan.enterpriseKeys[row];
    if (Number.isNaN(expiry) || !key) return;
    const passed = stream.moveTo(plan.seed, hash, key, firstTrial + (live.trial[i] ?? 0)).uniform() < passRate;
    if (process.expiry !== undefined) written.write(i, [labelOf(process.expiry), passed ? edate(expiry, 36) : expiry]);
    else if (process.renewed !== undefined && passed) {
      written.write(i, [labelOf(process.renewed), renewalDay(plan, expiry)]);
      live.changed[i] = 1;
    }
  });
}

/** The 15th of the month in which a certificate ends. */
const renewalDay = (plan: ForecastPlan, expiry: number): number =>
  plan.horizon.days[monthIndexOf(expiry) - plan.horizon.firstMonth] ?? Number.NaN;

/** Candidate events by how many of their enterprise and trial come before, each wave by process. */
function wavesOf(
  plan: ForecastPlan,
  candidates: Candidates,
  order: Int32Array,
  { positionOf, enterprise }: LiveTrials,
): Map<EventPlan, number[]>[] {
  const events = new Map(plan.events.map((event) => [event.index, event]));
  const before = new Uint16Array(enterprise.length);
  const waves: Map<EventPlan, number[]>[] = [];
  for (const at of order) {
    const event = events.get(candidates.at(at).process);
    const position = positionOf[at] ?? -1;
    if (!event || position < 0) continue;
    const rank = before[position] ?? 0;
    before[position] = rank + 1;
    const wave = (waves[rank] ??= new Map<EventPlan, number[]>());
    const list = wave.get(event);
    if (list) list.push(at);
    else wave.set(event, [at]);
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
  wave: readonly number[],
  live: LiveTrials,
  sizes: SizeInTrials,
  draws: RandomStream,
  firstTrial: number,
): void {
  const { process, condition } = event;
  const { written } = live;
  const positions = Int32Array.from(wave, (at) => live.positionOf[at] ?? -1);
  const days = Float64Array.from(wave, (at) => plan.horizon.days[candidates.at(at).month] ?? Number.NaN);
  const context = contextNow(plan, live, positions, sizes);
  const index = Int32Array.from({ length: positions.length }, (_, i) => i);
  const truth = condition(conditionOperands(context, index, days), positions.length);
  wave.forEach((at, i) => {
    const position = positions[i] ?? -1;
    const day = days[i] ?? Number.NaN;
    const second = candidates.at(at).serial === followsOnly;
    if (!second && truth[i] !== 1) return;
    const changes = second ? (process.then?.changes ?? []) : process.changes;
    for (const change of changes) written.write(position, changedCell("enterprises", change, day));
    live.changed[position] = 1;
    if (!second) followUp(plan, event, live, position, candidates.at(at).month, written, draws, firstTrial);
  });
}

/** Draws whether and when a second event follows the first (上市 after 受理). */
function followUp(
  plan: ForecastPlan,
  { process: { then }, hash }: EventPlan,
  live: LiveTrials,
  position: number,
  month: number,
  written: ChangeSet,
  draws: RandomStream,
  firstTrial: number,
): void {
  const key = plan.enterpriseKeys[live.enterprise[position] ?? -1];
  if (!then || !key) return;
  draws.moveTo(plan.seed, swapped(hash), key, firstTrial + (live.trial[position] ?? 0));
  const lag = followUpLag(then, draws);
  const day = lag === undefined ? undefined : plan.horizon.days[month + lag];
  if (day === undefined) return;
  for (const change of then.changes) written.write(position, changedCell("enterprises", change, day));
}

/** Months until the second event, or undefined where there is none. */
export function followUpLag(
  { success, lagMonths: [least, most] }: { readonly success: number; readonly lagMonths: readonly [number, number] },
  draws: RandomStream,
): number | undefined {
  if (draws.uniform() >= success) return undefined;
  return least + Math.floor(draws.uniform() * (most - least + 1));
}

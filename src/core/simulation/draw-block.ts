import { monthIndexOf } from "../date/day.ts";
import { operandValue } from "../policy/values.ts";
import { fieldOf, type TableId } from "../roster/fields.ts";
import { Candidates, followsOnly } from "./candidates.ts";
import { wholeNumber } from "./distributions.ts";
import type { EventPlan, ForecastPlan, PlannedReview } from "./forecast-plan.ts";
import type { Horizon } from "./horizon.ts";
import { blockFactors, hazardsOf, type BlockFactors, type Hazards, type TrialBlock } from "./hazards.ts";
import { EventClock, monthlyIntensities } from "./event-clock.ts";
import { lagOf } from "./live-trials.ts";
import { poisson } from "./poisson.ts";
import { RandomStream } from "./random-stream.ts";
import { ownerFields } from "./trial-rows.ts";

/**
 * Draws everything that may happen in the trials of a block. What a trial holds hangs on its number, the seed, the
 * assumptions and the keys of the rows alone: not on other blocks, the order of rows or any number of the clauses.
 * @param candidates a list to be used again: what it held is gone
 */
export function drawBlock(plan: ForecastPlan, block: TrialBlock, candidates = new Candidates()): Candidates {
  candidates.count = 0;
  const factors = blockFactors(plan, block);
  for (const event of plan.events) {
    drawEvents(plan, block, factors, event, candidates);
    drawSecondEvents(plan, block, event, candidates);
  }
  for (const review of plan.reviews) drawRenewals(plan, block, review, candidates);
  const defaults = plan.defaults.map((process) => ({
    ...process,
    hazards: hazardsOf(plan, factors, block, process.process.rate, process.process.link),
  }));
  for (const count of plan.counts) {
    const loss = defaults.find(
      ({ process }) => count.process.kind === "count" && process.table === count.process.table,
    );
    drawCounts(plan, block, count, loss && lossOf(plan, block, loss.process.months, loss.hazards), candidates);
  }
  for (const process of plan.defaults) drawDefaults(plan, block, factors, process, candidates);
  return candidates;
}

/** All months in which an event may come, whatever came before; one clock serves all enterprises. */
function drawEvents(
  plan: ForecastPlan,
  block: TrialBlock,
  factors: BlockFactors,
  { process, index, hash, enterprises }: EventPlan,
  candidates: Candidates,
): void {
  const { horizon, seed, context } = plan;
  const until = process.until === undefined ? Infinity : operandValue(context.values.value(process.until));
  const lastMonth = horizon.days.findLastIndex((day) => day <= until);
  if (lastMonth < 0) return;
  const clock = new EventClock(intensitiesOf(plan, factors, block, process), horizon.yearOf, 0, lastMonth);
  const stream = new RandomStream();
  for (const enterprise of enterprises) {
    const key = plan.enterpriseKeys[enterprise];
    if (!key) continue;
    candidates.reserve(block.count * horizon.monthCount);
    const from = candidates.count;
    clock.drawEvery(stream.moveTo(seed, hash, key, block.first), candidates);
    candidates.tell(from, enterprise, index);
  }
}

/** Intensities a month of a process under its factor, if it has one; see `monthlyIntensities`. */
function intensitiesOf(
  { context: { values }, horizon }: ForecastPlan,
  factors: BlockFactors,
  { count }: TrialBlock,
  { rate, link }: Pick<EventPlan["process"], "rate" | "link">,
): Float64Array[] {
  const still = horizon.years.map(() => new Float64Array(count));
  const factor = link ? factors.get(link.factor) : undefined;
  const correlation = link ? Number(values.value(link.correlation)) : 0;
  return monthlyIntensities(Number(values.value(rate)), correlation, link?.sign ?? 1, factor ?? still);
}

/** Enterprises whose first event is in the roster and whose second is still to come (受理 without 上市). */
function drawSecondEvents(plan: ForecastPlan, block: TrialBlock, event: EventPlan, candidates: Candidates): void {
  const { then, changes } = event.process;
  if (!then) return;
  const column = (field: string) =>
    plan.context.bound.operand("enterprises", fieldOf("enterprises", field).label)?.values;
  const [firsts, seconds] = [column(then.from), column(then.changes[0]?.field ?? then.from)];
  const fixed = changes.flatMap(({ field, value }) =>
    typeof value === "object"
      ? [{ values: column(field), wanted: fieldOf("enterprises", field).choices?.indexOf(value.choice) }]
      : [],
  );
  const stream = new RandomStream();
  firsts?.forEach((first, enterprise) => {
    const key = plan.enterpriseKeys[enterprise];
    const otherwise = fixed.some(({ values, wanted }) => {
      const value = values?.[enterprise] ?? Number.NaN;
      return !Number.isNaN(value) && value !== wanted;
    });
    if (!key || Number.isNaN(first) || !Number.isNaN(seconds?.[enterprise]) || otherwise) return;
    for (let trial = 0; trial < block.count; trial++) {
      const lag = lagOf(plan, event, enterprise, block.first + trial, stream);
      if (lag === undefined) continue;
      const month = Math.max(0, monthIndexOf(first) + lag - plan.horizon.firstMonth);
      if (month >= plan.horizon.monthCount) continue;
      candidates.add(enterprise, trial, month, event.index, -1, followsOnly, -1);
    }
  });
}

/** Renewals that make a trigger of their own (再认定): every trial in which the certificate ends. */
function drawRenewals(
  plan: ForecastPlan,
  block: TrialBlock,
  { process, index, expiries }: PlannedReview,
  candidates: Candidates,
): void {
  if (process.renewed === undefined) return;
  expiries.forEach((expiry, enterprise) => {
    if (Number.isNaN(expiry)) return;
    const month = monthIndexOf(expiry) - plan.horizon.firstMonth;
    candidates.reserve(block.count);
    for (let trial = 0; trial < block.count; trial++) candidates.add(enterprise, trial, month, index, -1, 0, -1);
  });
}

/** Default months of a new guarantee. */
interface Loss {
  readonly months: number;
  readonly hazards: Hazards;
  /** By trial and month of the start: chance that no default comes within the horizon. */
  readonly survival: Float64Array;
}

function lossOf({ horizon }: ForecastPlan, { count }: TrialBlock, months: number, hazards: Hazards): Loss {
  const { monthCount } = horizon;
  const survival = new Float64Array(count * monthCount);
  for (let trial = 0; trial < count; trial++) {
    for (let start = 0; start < monthCount; start++) {
      survival[trial * monthCount + start] = survivalOf(horizon, months, hazards, trial, start);
    }
  }
  return { months, hazards, survival };
}

function drawCounts(
  plan: ForecastPlan,
  block: TrialBlock,
  { process, index, hash, plan: { perYear, enterprises, templates } }: ForecastPlan["counts"][number],
  loss: Loss | undefined,
  candidates: Candidates,
): void {
  const { monthCount } = plan.horizon;
  if (enterprises.length === 0 || perYear === 0) return;
  const named = process.kind === "count" && process.owner === "template" ? ownersOf(plan, process.table) : undefined;
  const stream = new RandomStream();
  for (let trial = 0; trial < block.count; trial++) {
    stream.moveTo(plan.seed, hash, hash, block.first + trial);
    const count = poisson(stream, (perYear * monthCount) / 12);
    for (let serial = 0; serial < count; serial++) {
      const month = wholeNumber(stream, 0, monthCount - 1);
      const drawn = enterprises[wholeNumber(stream, 0, enterprises.length - 1)] ?? -1;
      const template = templates.length === 0 ? -1 : (templates[wholeNumber(stream, 0, templates.length - 1)] ?? -1);
      const second = loss ? defaultMonth(plan.horizon, loss, trial, month, stream.uniform()) : -1;
      // a guarantee that does not default costs nothing
      if (loss && second < 0) continue;
      if (!named) {
        candidates.add(drawn, trial, month, index, template, serial, second);
        continue;
      }
      for (const enterprise of named(template)) {
        candidates.add(enterprise, trial, month, index, template, serial, second);
      }
    }
  }
}

/** By row of a table, the enterprises that it speaks of by its own columns, each once. */
function ownersOf({ context: { bound } }: ForecastPlan, table: TableId): (row: number) => readonly number[] {
  const columns = ownerFields(table).map((field) => bound.owners(table, field));
  const known: (readonly number[] | undefined)[] = [];
  return (row) => (known[row] ??= [...new Set(columns.map((owners) => owners[row] ?? -1))]);
}

/** Chance that a guarantee that starts in a month does not default. */
function survivalOf(horizon: Horizon, months: number, hazards: Hazards, trial: number, start: number): number {
  let survival = 1;
  const last = Math.min(horizon.monthCount - 1, start + months);
  for (let month = start + 1; month <= last; month++) survival *= 1 - hazardIn(horizon, hazards, trial, month);
  return survival;
}

const hazardIn = ({ yearOf }: Horizon, { byYear }: Hazards, trial: number, month: number): number =>
  byYear[yearOf[month] ?? 0]?.[trial] ?? 0;

/** Month in which a guarantee that starts in `start` defaults, by one uniform draw against its survival; −1: never. */
function defaultMonth(horizon: Horizon, loss: Loss, trial: number, start: number, draw: number): number {
  if (draw <= (loss.survival[trial * horizon.monthCount + start] ?? 0)) return -1;
  let survival = 1;
  const last = Math.min(horizon.monthCount - 1, start + loss.months);
  for (let month = start + 1; month <= last; month++) {
    survival *= 1 - hazardIn(horizon, loss.hazards, trial, month);
    if (draw > survival) return month;
  }
  return -1;
}

/** First defaults of recorded guarantees; one clock serves all that end in the same month. */
function drawDefaults(
  plan: ForecastPlan,
  block: TrialBlock,
  factors: BlockFactors,
  { process, index, hash, live }: ForecastPlan["defaults"][number],
  candidates: Candidates,
): void {
  const intensities = intensitiesOf(plan, factors, block, process);
  const clocks = new Map<number, EventClock>();
  const stream = new RandomStream();
  for (const { row, enterprise, key, firstMonth, lastMonth } of live) {
    const clock = clocks.get(lastMonth) ?? new EventClock(intensities, plan.horizon.yearOf, firstMonth, lastMonth);
    clocks.set(lastMonth, clock);
    candidates.reserve(block.count);
    const from = candidates.count;
    clock.draw(stream.moveTo(plan.seed, hash, key, block.first), candidates);
    candidates.tell(from, enterprise, index, row);
  }
}

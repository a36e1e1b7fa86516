import { exponential } from "./distributions.ts";
import { log1p } from "./elementary.ts";
import { conditionalRate } from "./common-factor.ts";
import type { RandomStream } from "./random-stream.ts";

/** Above the largest exponential draw: an event of this intensity happens in its first month. */
const CERTAIN = 64;

/**
 * Intensity a month, one array a year and one entry a trial: −ln(1 − conditional yearly rate)/12, so that the hazard of
 * each month of that calendar year is 1 − (1 − conditional yearly rate)^(1/12).
 * @param factors a common factor, one array a year
 */
export function monthlyIntensities(
  rate: number,
  correlation: number,
  sign: 1 | -1,
  factors: readonly Float64Array[],
): Float64Array[] {
  const given = conditionalRate(rate, correlation, sign);
  return factors.map((factor) => factor.map((value) => Math.min(CERTAIN, -log1p(-given(value)) / 12)));
}

/** Trials in which an event happens, in rising order, and the month of each; only the first `count` entries are used. */
export interface EventDraws {
  count: number;
  readonly trials: Int32Array;
  /** From 0, the first month of the horizon. */
  readonly months: Uint16Array;
}

/** Room for so many events: one a trial, or one a month and trial. */
export const eventDraws = (most: number): EventDraws => ({
  count: 0,
  trials: new Int32Array(most),
  months: new Uint16Array(most),
});

/**
 * When an event first happens to an entity that is at risk from one month to another, in every trial, given common
 * factors. The trials' cumulative hazards are laid end to end as one clock, and an exponential draw is a step along it:
 * where it lands is the trial and the month; memorylessness lets the next step start at the next trial. So the law is
 * exact in every trial, and the cost is one draw an event. One clock serves all entities of the same rate and months.
 */
export class EventClock {
  /** Hazard before each trial, and of all. */
  private readonly before: Float64Array;
  /** First trial that may hold a point of the clock, by equal parts of the clock. */
  private readonly guide: Int32Array;
  private readonly partsPerUnit: number;

  /**
   * @param intensities see `monthlyIntensities`
   * @param yearOf position in `intensities` of each month of the horizon
   * @param firstMonth first month at risk, from 0
   * @param lastMonth last month at risk
   */
  constructor(
    private readonly intensities: readonly Float64Array[],
    private readonly yearOf: ArrayLike<number>,
    private readonly firstMonth: number,
    private readonly lastMonth: number,
  ) {
    const trials = intensities[0]?.length ?? 0;
    this.before = new Float64Array(trials + 1);
    for (let month = firstMonth; month <= lastMonth; month++) {
      const intensity = intensities[yearOf[month] ?? -1];
      if (!intensity) throw new RangeError(`month ${month} lies outside the horizon of ${yearOf.length} months`);
      for (let trial = 0; trial < trials; trial++) {
        this.before[trial + 1] = (this.before[trial + 1] ?? 0) + (intensity[trial] ?? 0);
      }
    }
    for (let trial = 0; trial < trials; trial++) {
      this.before[trial + 1] = (this.before[trial + 1] ?? 0) + (this.before[trial] ?? 0);
    }
    const total = this.before[trials] ?? 0;
    this.partsPerUnit = total > 0 ? trials / total : 0;
    this.guide = this.guideOf(trials);
  }

  /** Draws one entity's first events into `draws`. */
  draw(stream: RandomStream, draws: EventDraws): void {
    const { before } = this;
    const trials = before.length - 1;
    const total = before[trials] ?? 0;
    draws.count = 0;
    for (let point = exponential(stream); point < total;) {
      const trial = this.trialAt(point);
      draws.trials[draws.count] = trial;
      draws.months[draws.count] = this.monthAt(trial, point - (before[trial] ?? 0));
      draws.count++;
      point = (before[trial + 1] ?? 0) + exponential(stream);
    }
  }

  /** Draws all months of one entity in which the event happens, whatever happened before, into `draws`. */
  drawEvery(stream: RandomStream, draws: EventDraws): void {
    const { before } = this;
    const total = before[before.length - 1] ?? 0;
    draws.count = 0;
    for (let point = exponential(stream); point < total;) {
      const trial = this.trialAt(point);
      const start = before[trial] ?? 0;
      const month = this.monthAt(trial, point - start);
      draws.trials[draws.count] = trial;
      draws.months[draws.count] = month;
      draws.count++;
      point = Math.max(point, start + this.hazardUntil(trial, month)) + exponential(stream);
    }
  }

  /** Hazard of a trial from its start to the end of a month. */
  private hazardUntil(trial: number, month: number): number {
    let sum = 0;
    for (let at = this.firstMonth; at <= month; at++) sum += this.intensities[this.yearOf[at] ?? -1]?.[trial] ?? 0;
    return sum;
  }

  private guideOf(trials: number): Int32Array {
    const guide = new Int32Array(trials + 1);
    let trial = 0;
    for (let part = 0; part <= trials; part++) {
      while (trial < trials && (this.before[trial + 1] ?? 0) * this.partsPerUnit < part) trial++;
      guide[part] = Math.max(0, trial - 1);
    }
    return guide;
  }

  private trialAt(point: number): number {
    const { before } = this;
    let trial = this.guide[Math.floor(point * this.partsPerUnit)] ?? 0;
    while ((before[trial + 1] ?? Infinity) <= point) trial++;
    return trial;
  }

  private monthAt(trial: number, hazard: number): number {
    let left = hazard;
    for (let month = this.firstMonth; month < this.lastMonth; month++) {
      left -= this.intensities[this.yearOf[month] ?? -1]?.[trial] ?? 0;
      if (left < 0) return month;
    }
    return this.lastMonth;
  }
}

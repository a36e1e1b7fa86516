import { exponentials } from "./distributions.ts";
import { log1p } from "./elementary.ts";
import { conditionalRate } from "./common-factor.ts";
import type { RandomStream } from "./random-stream.ts";

/** Above the largest exponential draw: an event of this intensity happens in its first month. */
const CERTAIN = 64;

/** More than the rounding of sums over the months of a horizon, as a share of the whole clock. */
const ROUNDING = 1e-12;

/** Exponential draws that are made at once. */
const AHEAD = 4;

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

/** Events of entities, by entity in the order of their trials; only the first `count` entries are used. */
export interface EventDraws {
  count: number;
  /** Trial within the block. */
  readonly trials: Uint16Array;
  /** From 0, the first month of the horizon. */
  readonly months: Uint8Array;
}

/** Room for so many events: one a trial, or one a month and trial, for each entity. */
export const eventDraws = (most: number): EventDraws => ({
  count: 0,
  trials: new Uint16Array(most),
  months: new Uint8Array(most),
});

/**
 * When an event first happens to an entity that is at risk from one month to another, in every trial, given common
 * factors. The trials' cumulative hazards are laid end to end as one clock, and an exponential draw is a step along it:
 * where it lands is the trial and the month; memorylessness lets the next step start at the next trial. So the law is
 * exact in every trial, and the cost is one draw an event. One clock serves all entities of the same rate and months.
 */
export class EventClock {
  /** Where each trial ends on the clock. */
  private readonly trialEnds: Float64Array;
  /** Where each month at risk of each trial ends on the clock, trial by trial. */
  private readonly ends: Float64Array;
  /** By such a month: its trial, and its place in the horizon. */
  private readonly trialOf: Uint16Array;
  private readonly monthOf: Uint8Array;
  /** The first of those months that may hold a point, by equal parts of the clock. */
  private readonly guide: Int32Array;
  private readonly partsPerUnit: number;
  private readonly rounding: number;
  private readonly ahead = new Float64Array(AHEAD);

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
    const cells = trials * Math.max(0, lastMonth - firstMonth + 1);
    this.trialEnds = new Float64Array(trials);
    this.ends = new Float64Array(cells);
    this.trialOf = new Uint16Array(cells);
    this.monthOf = new Uint8Array(cells);
    const total = this.layOut(trials);
    this.partsPerUnit = total > 0 ? cells / total : 0;
    this.rounding = total * ROUNDING;
    this.guide = this.guideOf(cells);
  }

  /** Adds one entity's first events: `draws` has room for one a trial. */
  draw(stream: RandomStream, draws: EventDraws): void {
    this.drawFrom(stream, draws, true);
  }

  /** Adds all months of one entity in which the event happens, whatever happened before: at most one a month and trial. */
  drawEvery(stream: RandomStream, draws: EventDraws): void {
    this.drawFrom(stream, draws, false);
  }

  private drawFrom(stream: RandomStream, draws: EventDraws, isFirstOnly: boolean): void {
    const { ends, trialEnds, trialOf, monthOf, guide, partsPerUnit, rounding, ahead } = this;
    const { trials, months } = draws;
    const total = trialEnds[trialEnds.length - 1] ?? 0;
    if (!(total > 0)) return;
    let { count } = draws;
    let point = 0;
    for (;;) {
      // some draws at once: none waits for where the one before it landed
      exponentials(stream, ahead);
      for (let at = 0; at < AHEAD; at++) {
        point += ahead[at] ?? 0;
        if (!(point < total)) {
          draws.count = count;
          return;
        }
        let cell = guide[Math.floor(point * partsPerUnit)] ?? 0;
        while ((ends[cell] ?? Infinity) <= point) cell++;
        const end = ends[cell] ?? 0;
        const trial = trialOf[cell] ?? 0;
        trials[count] = trial;
        const isSure = end - point > rounding && point - (ends[cell - 1] ?? 0) > rounding;
        months[count] = isSure ? (monthOf[cell] ?? 0) : this.monthAt(trial, point);
        count++;
        point = isFirstOnly ? (trialEnds[trial] ?? 0) : isSure ? end : this.endAfter(trial, point);
      }
    }
  }

  /** @returns the end of the clock. @throws RangeError for a month outside the horizon */
  private layOut(trials: number): number {
    const { intensities, yearOf, firstMonth, lastMonth, ends, trialEnds, trialOf, monthOf } = this;
    const yearly = Array.from({ length: Math.max(0, lastMonth - firstMonth + 1) }, (_, at) => {
      const intensity = intensities[yearOf[firstMonth + at] ?? -1];
      if (intensity) return intensity;
      throw new RangeError(`month ${firstMonth + at} lies outside the horizon of ${yearOf.length} months`);
    });
    let start = 0;
    let cell = 0;
    for (let trial = 0; trial < trials; trial++) {
      let hazard = 0;
      for (let at = 0; at < yearly.length; at++) {
        hazard += yearly[at]?.[trial] ?? 0;
        ends[cell] = start + hazard;
        trialOf[cell] = trial;
        monthOf[cell++] = firstMonth + at;
      }
      start += hazard;
      trialEnds[trial] = start;
    }
    return start;
  }

  private guideOf(cells: number): Int32Array {
    const { ends, partsPerUnit } = this;
    const guide = new Int32Array(cells + 1);
    let cell = 0;
    for (let part = 0; part <= cells; part++) {
      // a little early rather than, by its rounding, too late
      while (cell < cells - 1 && (ends[cell] ?? 0) * partsPerUnit < part - 1e-6) cell++;
      guide[part] = cell;
    }
    return guide;
  }

  /** Month in which a trial holds a point: where taking its months away one by one leaves less than nothing. */
  private monthAt(trial: number, point: number): number {
    let left = point - (trial > 0 ? (this.trialEnds[trial - 1] ?? 0) : 0);
    for (let month = this.firstMonth; month < this.lastMonth; month++) {
      left -= this.intensityIn(trial, month);
      if (left < 0) return month;
    }
    return this.lastMonth;
  }

  /** End of the month in which a trial holds a point, and not before it. */
  private endAfter(trial: number, point: number): number {
    const month = this.monthAt(trial, point);
    let hazard = 0;
    for (let at = this.firstMonth; at <= month; at++) hazard += this.intensityIn(trial, at);
    return Math.max(point, (trial > 0 ? (this.trialEnds[trial - 1] ?? 0) : 0) + hazard);
  }

  private intensityIn(trial: number, month: number): number {
    return this.intensities[this.yearOf[month] ?? -1]?.[trial] ?? 0;
  }
}

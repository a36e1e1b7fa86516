import { describe, expect, it } from "vitest";
import { commonFactor, conditionalRate, monthlyHazard } from "../../../src/core/simulation/common-factor.ts";
import {
  EventClock,
  eventDraws,
  monthlyIntensities,
  type EventDraws,
} from "../../../src/core/simulation/event-clock.ts";
import { keyHash } from "../../../src/core/simulation/key-hash.ts";
import { normalQuantile } from "../../../src/core/simulation/normal.ts";
import { RandomStream } from "../../../src/core/simulation/random-stream.ts";
import { summarise } from "../../../src/core/simulation/summary.ts";
import { chiSquare, moments, tally } from "./moments.ts";

const defaults = keyHash("违约代偿");
const macro = keyHash("宏观");
const yearOf = Array.from({ length: 36 }, (_, month) => Math.floor(month / 12));

const used = ({ count, trials, months }: EventDraws) => ({
  trials: trials.slice(0, count),
  months: months.slice(0, count),
});

/** Defaults by trial of `obligors` alike, at risk from one month to another. */
function defaultsByTrial(rate: number, correlation: number, trials: number, obligors: number, lastMonth = 11) {
  const factors = commonFactor(4, macro, trials, 3, 0.3);
  const clock = new EventClock(monthlyIntensities(rate, correlation, -1, factors), yearOf, 0, lastMonth);
  const draws = eventDraws(trials);
  const counts = new Float64Array(trials);
  const months = new Float64Array(36);
  const stream = new RandomStream();
  for (let obligor = 0; obligor < obligors; obligor++) {
    draws.count = 0;
    clock.draw(stream.moveTo(4, defaults, keyHash(`担保${obligor}`)), draws);
    for (let event = 0; event < draws.count; event++) {
      const [trial, month] = [draws.trials[event] ?? -1, draws.months[event] ?? -1];
      counts[trial] = (counts[trial] ?? 0) + 1;
      months[month] = (months[month] ?? 0) + 1;
    }
  }
  return { counts, months, factors };
}

describe("defaults drawn along the trials", () => {
  it("are binomial without correlation: chi-square over 40,000 trials of 50 obligors below its 99.9 % point", () => {
    const [rate, obligors] = [0.03, 50];
    const { counts } = defaultsByTrial(rate, 0, 40_000, obligors);
    const chances = [(1 - rate) ** obligors];
    for (let k = 1; k <= 5; k++) chances.push(((chances[k - 1] ?? 0) * (obligors - k + 1) * rate) / (k * (1 - rate)));
    expect(chiSquare(tally(counts, 5), chances)).toBeLessThan(22.46);
  });

  it("fall in each month as often as its hazard says", () => {
    const { months } = defaultsByTrial(0.1, 0, 10_000, 100, 35);
    const hazard = monthlyHazard(0.1);
    const chances = Array.from({ length: 36 }, (_, month) => hazard * (1 - hazard) ** month);
    const met = [...months];
    const none = 1_000_000 - met.reduce((sum, count) => sum + count, 0);
    expect(chiSquare([...met, none], chances)).toBeLessThan(67.99); // 36 degrees of freedom
  });

  it("have the rate as their mean, and given the factor the conditional rate, within 4 standard errors", () => {
    const [trials, obligors, rate] = [10_000, 400, 0.015];
    const { counts, factors } = defaultsByTrial(rate, 0.12, trials, obligors);
    const { mean, variance } = moments(counts);
    expect(Math.abs(mean / obligors - rate)).toBeLessThan((4 * Math.sqrt(variance / trials)) / obligors);
    const given = conditionalRate(rate, 0.12, -1);
    const surprises = [...counts].map((count, trial) => {
      const chance = given(factors[0]?.[trial] ?? Number.NaN);
      return (count - obligors * chance) / Math.sqrt(obligors * chance * (1 - chance));
    });
    const surprise = moments(surprises);
    expect(Math.abs(surprise.mean)).toBeLessThan(4 / Math.sqrt(trials));
    expect(Math.abs(surprise.variance - 1)).toBeLessThan(0.1);
  });

  it("have Vasicek's quantiles for a large portfolio, within 6 % of each", () => {
    const summary = summarise(defaultsByTrial(0.015, 0.12, 10_000, 4_000).counts);
    const given = conditionalRate(0.015, 0.12, -1);
    for (const [found, level] of [
      [summary.p50, 0.5],
      [summary.p90, 0.9],
      [summary.p95, 0.95],
      [summary.p99, 0.99],
    ] as const) {
      expect(Math.abs(found / 4_000 / given(-normalQuantile(level)) - 1)).toBeLessThan(0.06);
    }
  });

  it("happen at once for rate 1, never for rate 0, and at most once a trial in rising order", () => {
    expect(defaultsByTrial(1, 0.12, 100, 3).months[0]).toBe(300);
    expect(defaultsByTrial(0, 0.12, 100, 3).counts.every((count) => count === 0)).toBe(true);
    expect(Math.max(...defaultsByTrial(0.9, 0.12, 1_000, 1, 35).counts)).toBe(1);
  });

  it("hang on the obligor's own key alone, and refuse months outside the horizon", () => {
    const factors = commonFactor(4, macro, 500, 3, 0.3);
    const clock = new EventClock(monthlyIntensities(0.05, 0.12, -1, factors), yearOf, 3, 20);
    const [first, again] = [eventDraws(500), eventDraws(500)];
    clock.draw(new RandomStream().moveTo(4, defaults, keyHash("甲")), first);
    clock.draw(new RandomStream().moveTo(4, defaults, keyHash("乙")), again);
    expect(used(again)).not.toEqual(used(first));
    again.count = 0;
    clock.draw(new RandomStream().moveTo(4, defaults, keyHash("甲")), again);
    expect(used(again)).toEqual(used(first));
    expect(Math.min(...used(first).months)).toBeGreaterThanOrEqual(3);
    expect(() => new EventClock([new Float64Array(5)], yearOf, 0, 12)).toThrow(/month 12 lies outside the horizon/);
  });
});

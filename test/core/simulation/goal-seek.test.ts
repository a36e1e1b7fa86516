import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { seekGoal, slopeAt, type Goal } from "../../../src/core/simulation/goal-seek.ts";
import { searchRangeOf, valueAtStep, type SearchRange } from "../../../src/core/simulation/search-range.ts";

const percents: SearchRange = { minimum: 0, steps: 10_000, perUnit: 10_000 };
/** From the middle of the range, unless said otherwise. */
const goalOf = (range: SearchRange, limit: number, start = valueAtStep(range, Math.floor(range.steps / 2))): Goal => ({
  range,
  start,
  limit,
});
const at = (figure: (value: number) => number) => (value: number) => Promise.resolve(figure(value));

/** What a look at every value gives: those at the edge of what meets the limit. */
function exhaustive(range: SearchRange, figure: (value: number) => number, limit: number): readonly number[] {
  const values = Array.from({ length: range.steps + 1 }, (_, step) => valueAtStep(range, step));
  const meeting = values.filter((value) => figure(value) <= limit);
  return [Math.min(...meeting), Math.max(...meeting)];
}

describe("the search for a value that meets a limit", () => {
  // 200 + 1000·v ≤ 512.34 is v ≤ 0.31234: the last hundredth of a per cent is 0.3123
  it("finds the last step of a rising figure, and the next one that misses", async () => {
    const result = await seekGoal(
      goalOf(percents, 512.34),
      at((value) => 200 + 1000 * value),
    );
    expect(result).toMatchObject({ kind: "found", isMonotone: true });
    expect(result.kind === "found" && [result.met.value, result.missed.value]).toEqual([0.3123, 0.3124]);
  });

  // 900 − 1000·v ≤ 512.34 is v ≥ 0.38766: the first hundredth of a per cent is 0.3877
  it("finds the first step of a falling figure", async () => {
    const result = await seekGoal(
      goalOf(percents, 512.34),
      at((value) => 900 - 1000 * value),
    );
    expect(result.kind === "found" && [result.met.value, result.missed.value]).toEqual([0.3877, 0.3876]);
  });

  it.each([0.05, 0.3, 0.61, 0.999])(
    "agrees with a look at all values for a capped step function, limit %d",
    async (limit) => {
      const range: SearchRange = { minimum: -0.5, steps: 150, perUnit: 100 };
      const figure = (value: number): number => Math.min(1, Math.floor((value + 0.5) * 12) / 12);
      const result = await seekGoal(goalOf(range, limit), at(figure));
      expect(result.kind === "found" && result.met.value).toBe(exhaustive(range, figure, limit)[1]);
    },
  );

  // m10 in small: so many awards a trial, at 50 万元 now; the answer stands at 1,234,567 元
  it.each([
    ["a straight line", (value: number) => 7e9 + 35 * value, 13],
    ["a line with a cap", (value: number) => 7e9 + Math.min(35 * value, 9e7), 13],
    ["a bent line", (value: number) => 7e9 + 20 * value + 40 * Math.max(0, value - 8e5), 13],
    ["stairs", (value: number) => 7e9 + 1e6 * Math.floor(value / 1000), 27],
    ["one jump", (value: number) => (value > 1_234_567 ? 0.2 : 0.05), 27],
  ])("needs few tries for money up to a million million 元, exact to 1 元: %s", async (_, figure, most) => {
    const limit = figure(1_234_567);
    const range = { minimum: 0, steps: 1e12, perUnit: 1 };
    const result = await seekGoal(goalOf(range, limit, 500_000), at(figure));
    if (result.kind !== "found") throw new Error(result.kind);
    expect(figure(result.met.value)).toBeLessThanOrEqual(limit);
    expect(figure(result.met.value + 1)).toBeGreaterThan(limit);
    expect(result.missed.value).toBe(result.met.value + 1);
    expect(result.tried.length).toBeLessThanOrEqual(most);
  });

  it("ends at the same step from any start, and from the slope that other trials told", async () => {
    const figure = (value: number): number => Math.floor(3e4 * Math.sqrt(value));
    const limit = 19_999;
    const [, last] = exhaustive(percents, figure, limit);
    for (const start of [0, 0.01, 0.44, 0.4444, 0.4445, 0.9, 1]) {
      const few = await seekGoal(goalOf(percents, limit * 1.03, start), at(figure));
      if (few.kind !== "found") throw new Error(few.kind);
      const goal = goalOf(percents, limit, few.met.value);
      for (const each of [goalOf(percents, limit, start), { ...goal, slope: slopeAt(goal, few) }]) {
        const result = await seekGoal(each, at(figure));
        expect(result.kind === "found" && result.met.value).toBe(last);
      }
    }
  });

  it("reaches the end of the range where a slope promised an answer that is not there", async () => {
    const goal = { ...goalOf(percents, 4, 0.5), slope: 1e-4 };
    expect(
      await seekGoal(
        goal,
        at((value) => 5 + value),
      ),
    ).toMatchObject({ kind: "none", nearest: { value: 0 } });
    expect(
      await seekGoal(
        { ...goal, limit: 6 },
        at((value) => 5 + value),
      ),
    ).toMatchObject({ kind: "every" });
  });

  it("says that no value meets the limit, with the nearest end, and that every value does", async () => {
    expect(
      await seekGoal(
        goalOf(percents, 4),
        at((value) => 5 + value),
      ),
    ).toMatchObject({
      kind: "none",
      nearest: { value: 0, figure: 5 },
    });
    expect(
      await seekGoal(
        goalOf(percents, 6),
        at((value) => 5 + value),
      ),
    ).toMatchObject({ kind: "every" });
  });

  it("says when the figures tried do not run one way", async () => {
    const hump = (value: number): number => (value > 0.4 && value < 0.6 ? 9 : value);
    expect(await seekGoal(goalOf(percents, 0.3, 0.2), at(hump))).toMatchObject({ kind: "found", isMonotone: false });
  });

  it("fails as the figure fails", async () => {
    await expect(seekGoal(goalOf(percents, 1), () => Promise.reject(new Error("stopped")))).rejects.toThrow("stopped");
  });
});

describe("the range of a parameter", () => {
  const rangeOf = (key: string): SearchRange | undefined => {
    const parameter = xicheng202371.parameters.find((each) => each.key === key);
    return parameter && searchRangeOf(parameter);
  };
  it.each([
    ["m06.补助比例", percents],
    ["m10.档次金额.市级小巨人", { minimum: 0, steps: 1e12, perUnit: 1 }],
    ["m20a.补助期限", { minimum: 0, steps: 120, perUnit: 1 }],
    ["sim.增长.均值", { minimum: -0.5, steps: 15_000, perUnit: 10_000 }],
    ["m11a.分期", undefined],
    ["m09.市级政策截止", undefined],
  ])("%s", (key, range) => {
    expect(rangeOf(key)).toEqual(range);
  });
});

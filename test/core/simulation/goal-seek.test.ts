import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { seekGoal } from "../../../src/core/simulation/goal-seek.ts";
import { searchRangeOf, valueAtStep, type SearchRange } from "../../../src/core/simulation/search-range.ts";

const percents: SearchRange = { minimum: 0, steps: 10_000, perUnit: 10_000 };
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
      percents,
      at((value) => 200 + 1000 * value),
      512.34,
    );
    expect(result).toMatchObject({ kind: "found", isMonotone: true });
    expect(result.kind === "found" && [result.met.value, result.missed.value]).toEqual([0.3123, 0.3124]);
  });

  // 900 − 1000·v ≤ 512.34 is v ≥ 0.38766: the first hundredth of a per cent is 0.3877
  it("finds the first step of a falling figure", async () => {
    const result = await seekGoal(
      percents,
      at((value) => 900 - 1000 * value),
      512.34,
    );
    expect(result.kind === "found" && [result.met.value, result.missed.value]).toEqual([0.3877, 0.3876]);
  });

  it.each([0.05, 0.3, 0.61, 0.999])(
    "agrees with a look at all values for a capped step function, limit %d",
    async (limit) => {
      const range: SearchRange = { minimum: -0.5, steps: 150, perUnit: 100 };
      const figure = (value: number): number => Math.min(1, Math.floor((value + 0.5) * 12) / 12);
      const result = await seekGoal(range, at(figure), limit);
      expect(result.kind === "found" && result.met.value).toBe(exhaustive(range, figure, limit)[1]);
    },
  );

  it("takes 40 halvings for a range of a million million 元 by 1 元", async () => {
    const result = await seekGoal(
      { minimum: 0, steps: 1e12, perUnit: 1 },
      at((value) => value),
      1_234_567.5,
    );
    expect(result.kind === "found" && result.met.value).toBe(1_234_567);
    expect(result.tried.length).toBeLessThanOrEqual(42);
  });

  it("says that no value meets the limit, with the nearest end, and that every value does", async () => {
    expect(
      await seekGoal(
        percents,
        at((value) => 5 + value),
        4,
      ),
    ).toMatchObject({
      kind: "none",
      nearest: { value: 0, figure: 5 },
    });
    expect(
      await seekGoal(
        percents,
        at((value) => 5 + value),
        6,
      ),
    ).toMatchObject({ kind: "every" });
  });

  it("says when the figures tried do not run one way", async () => {
    const hump = (value: number): number => (value > 0.4 && value < 0.6 ? 9 : value);
    expect(await seekGoal(percents, at(hump), 0.3)).toMatchObject({ kind: "found", isMonotone: false });
  });

  it("fails as the figure fails", async () => {
    await expect(seekGoal(percents, () => Promise.reject(new Error("stopped")), 1)).rejects.toThrow("stopped");
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

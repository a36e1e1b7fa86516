import { describe, expect, it } from "vitest";
import { affordableSet, type Way } from "../../../src/core/simulation/affordable-set.ts";

const at = (figure: (steps: readonly number[]) => number) => (steps: readonly number[]) =>
  Promise.resolve(figure(steps));

describe("the largest set that a limit affords", () => {
  // 7 a step of the first way and 4 of the second, 25 at most: 3 + 1 steps cost 25 and are 4/6 of the way,
  // 2 + 2 cost 22 and are 4/6, 1 + 3 cost 19 and are 4/6; 2 + 3 cost 26, 3 + 2 cost 29: nothing is 5/6 of the way
  it("is two thirds of the way in a case worked by hand", async () => {
    const ways = [
      { steps: 3, weight: 1 },
      { steps: 3, weight: 1 },
    ];
    const found = await affordableSet(
      ways,
      25,
      at(([a = 0, b = 0]) => 7 * a + 4 * b),
      100,
    );
    expect(found.best?.objective).toBeCloseTo(4 / 6, 12);
    expect(found.best?.figure).toBeLessThanOrEqual(25);
    expect(found).toMatchObject({ sets: 16, isComplete: true, isMonotone: true });
    // a step of the second way counts for nine of the first: it is gone whole before
    const weighted = await affordableSet(
      [
        { steps: 3, weight: 1 },
        { steps: 3, weight: 9 },
      ],
      25,
      at(([a = 0, b = 0]) => 7 * a + 4 * b),
      100,
    );
    expect(weighted.best?.steps).toEqual([1, 3]);
  });

  it("agrees with a look at every set, in fewer tries, for figures with caps and joint effects", async () => {
    const ways: readonly Way[] = [3, 4, 2, 3].map((steps, way) => ({ steps, weight: 1 + (way % 3) }));
    const figure = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number =>
      100 + Math.min(30, 13 * a) + 5 * b * b + 11 * c + 6 * d + 2 * a * c;
    for (let limit = 99; limit <= 260; limit += 7) {
      const every = await affordableSet(ways, Infinity, at(figure), 1);
      expect(every.sets).toBe(4 * 5 * 3 * 4);
      const found = await affordableSet(ways, limit, at(figure), 240);
      let largest: number | undefined;
      for (let a = 0; a <= 3; a++)
        for (let b = 0; b <= 4; b++)
          for (let c = 0; c <= 2; c++)
            for (let d = 0; d <= 3; d++)
              if (figure([a, b, c, d]) <= limit) {
                const gone = (a / 3 + (2 * b) / 4 + (3 * c) / 2 + d / 3) / 7;
                largest = Math.max(largest ?? 0, gone);
              }
      if (largest === undefined) expect(found.best).toBeUndefined();
      else expect(found.best?.objective).toBeCloseTo(largest, 12);
      expect(found.isComplete).toBe(true);
      expect(found.tried.length).toBeLessThan(80);
    }
  });

  it("says when it stopped before every set was ruled out, and when a figure fell along a way", async () => {
    const ways = [
      { steps: 5, weight: 1 },
      { steps: 5, weight: 1 },
    ];
    const few = await affordableSet(
      ways,
      20,
      at(([a = 0, b = 0]) => 7 * a + 4 * b),
      2,
    );
    expect(few).toMatchObject({ isComplete: false });
    expect(few.tried).toHaveLength(2);
    const falling = await affordableSet(
      [{ steps: 9, weight: 1 }],
      5,
      at(([a = 0]) => 9 - a),
      50,
    );
    expect(falling.isMonotone).toBe(false);
    expect(
      (
        await affordableSet(
          ways,
          -1,
          at(() => 0),
          50,
        )
      ).best,
    ).toBeUndefined();
  });

  it("refuses more sets than it can hold", async () => {
    const ways = Array.from({ length: 6 }, () => ({ steps: 9, weight: 1 }));
    await expect(
      affordableSet(
        ways,
        1,
        at(() => 0),
        5,
      ),
    ).rejects.toThrow("found 1000000 sets");
  });
});

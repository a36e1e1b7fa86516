import { expect, it } from "vitest";
import { morrisEffects } from "../../../src/core/simulation/morris.ts";

const at = (figure: (point: readonly number[]) => number) => (point: readonly number[]) =>
  Promise.resolve(figure(point));

// 3·x − 5·y + 0·z: every elementary effect is the coefficient itself
it("gives the coefficients of a linear figure, without any spread", async () => {
  const effects = await morrisEffects(
    3,
    at(([x = 0, y = 0]) => 3 * x - 5 * y),
    6,
    1,
  );
  expect(effects.map(({ mu }) => mu)).toEqual([3, -5, 0].map((value) => expect.closeTo(value, 12)));
  expect(effects.map(({ muStar }) => muStar)).toEqual([3, 5, 0].map((value) => expect.closeTo(value, 12)));
  for (const { sigma, se } of effects) expect([sigma, se]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
});

/**
 * Ishigami with a = 7, b = 0.1 on [−π, π]³ by hand, on levels −π, −π/3, π/3, π and Δ = ⅔:
 * x1 from −π to π/3 or −π/3 to π: sin changes by +√3/2, both; times (1 + 0.1·x3⁴) / Δ. x3 is ±π or ±π/3, each half the
 * time: μ = (√3/2)·1.5·(1 + 0.05·(π⁴ + π⁴/81)) = 7.7036. x2: sin² changes by ±¾: μ = 0, μ* = 7·¾·1.5 = 7.875.
 * x3: x3⁴ changes by ∓80/81·π⁴, |sin x1| is 0 or √3/2, each half the time: μ = 0, μ* = 0.1·80/81·π⁴·1.5·√3/4 = 6.249.
 */
it("meets the elementary effects of the Ishigami function within their intervals", async () => {
  const ishigami = (point: readonly number[]): number => {
    const [a = 0, b = 0, c = 0] = point.map((share) => Math.PI * (2 * share - 1));
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  };
  const effects = await morrisEffects(3, at(ishigami), 400, 5);
  const expected = [7.7036, 7.875, 6.249];
  for (const [factor, { muStar, se }] of effects.entries()) {
    expect(Math.abs(muStar - (expected[factor] ?? 0))).toBeLessThanOrEqual(4 * se + 1e-9);
  }
  expect(effects[0]?.mu).toBe(effects[0]?.muStar);
  expect(effects[1]?.se).toBeCloseTo(0, 12);
  expect(Math.abs(effects[1]?.mu ?? Infinity)).toBeLessThan((4 * 7.875) / 20);
});

it("moves every factor once a trajectory, gives the same points for a seed, and others for another", async () => {
  const pointsOf = async (seed: number): Promise<string> => {
    const points: (readonly number[])[] = [];
    await morrisEffects(
      4,
      at((point) => points.push(point)),
      3,
      seed,
    );
    expect(points).toHaveLength(3 * 5);
    return JSON.stringify(points);
  };
  expect(await pointsOf(1)).toBe(await pointsOf(1));
  expect(await pointsOf(1)).not.toBe(await pointsOf(2));
});

it("is refused with fewer than two trajectories", async () => {
  await expect(
    morrisEffects(
      1,
      at(() => 0),
      1,
      1,
    ),
  ).rejects.toThrow("2 trajectories, found 1");
});

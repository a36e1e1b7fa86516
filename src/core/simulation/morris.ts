import { keyHash } from "./key-hash.ts";
import { streamOf, type RandomStream } from "./random-stream.ts";

/** A factor's share in what a figure does, in the figure's unit. */
export interface MorrisEffect {
  /** Mean of the absolute elementary effects. */
  readonly muStar: number;
  /** Standard error of `muStar` over the trajectories. */
  readonly se: number;
  readonly mu: number;
  /** STDEV.S of the elementary effects: interactions and curvature. */
  readonly sigma: number;
}

/** Grid levels of a factor; steps of Δ = levels / (2 (levels − 1)). */
const LEVELS = 4;
const DELTA = LEVELS / (2 * (LEVELS - 1));

const below = (stream: RandomStream, count: number): number => Math.floor(stream.uniform() * count);

/** Points of one trajectory in the unit cube, and which factor moved to reach each but the first. */
function trajectory(stream: RandomStream, factors: number) {
  const start = Array.from({ length: factors }, () => below(stream, LEVELS / 2) / (LEVELS - 1));
  const rises = start.map(() => stream.uniform() < 0.5);
  const order = start.map((_, factor) => factor);
  for (let last = factors - 1; last > 0; last--) {
    const other = below(stream, last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  let point = start.map((level, factor) => (rises[factor] ? level : level + DELTA));
  const points = [point];
  for (const moved of order) {
    point = point.map((at, factor) => (factor !== moved ? at : rises[factor] ? at + DELTA : at - DELTA));
    points.push(point);
  }
  return { points, order, rises };
}

/**
 * Elementary effects (Morris 1991, doi:10.1080/00401706.1991.10484804) with μ* (Campolongo et al. 2007,
 * doi:10.1016/j.envsoft.2006.10.004): each trajectory moves every factor once, by ⅔ of its range, in a drawn order.
 * Its random streams are its own: one a trajectory, by seed.
 * @param figureAt the figure at a point of the unit cube
 * @param trajectories at least 2
 */
export async function morrisEffects(
  factors: number,
  figureAt: (point: readonly number[]) => Promise<number>,
  trajectories: number,
  seed: number,
): Promise<readonly MorrisEffect[]> {
  if (!(trajectories >= 2)) throw new RangeError(`a screening needs 2 trajectories, found ${trajectories}`);
  const effects: number[][] = Array.from({ length: factors }, () => []);
  for (let index = 0; index < trajectories; index++) {
    const { points, order, rises } = trajectory(
      streamOf(seed, keyHash("morris"), keyHash("trajectory"), index),
      factors,
    );
    let before = await figureAt(points[0] ?? []);
    for (const [step, factor] of order.entries()) {
      const after = await figureAt(points[step + 1] ?? []);
      effects[factor]?.push((after - before) / (rises[factor] ? DELTA : -DELTA));
      before = after;
    }
  }
  return effects.map(effectOf);
}

function effectOf(effects: readonly number[]): MorrisEffect {
  const mu = meanOf(effects);
  const sizes = effects.map(Math.abs);
  return { mu, sigma: deviationOf(effects), muStar: meanOf(sizes), se: deviationOf(sizes) / Math.sqrt(effects.length) };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.map((value) => (value - mean) * (value - mean));
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (values.length - 1));
}

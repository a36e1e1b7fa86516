/** A quantity that may go some steps of the way from its present value to a wanted one. */
export interface Way {
  /** Steps from the present value (0) to the wanted one; whole, 1 or more. */
  readonly steps: number;
  /** What the whole way counts for; positive. */
  readonly weight: number;
}

/** How far each way is gone, what that counts for, and what the figure came to. */
export interface TriedSet {
  readonly steps: readonly number[];
  /** Weighted mean of the shares of the way gone, 0 to 1. */
  readonly objective: number;
  readonly figure: number;
}

/**
 * `best`: the most of what was tried and meets the limit; absent where nothing does. `isComplete`: every other set was
 * ruled out, which rests on the figure not falling along any way; `isMonotone` says whether it did so in what was tried.
 */
export interface AffordableSet {
  readonly best?: TriedSet;
  readonly tried: readonly TriedSet[];
  readonly sets: number;
  readonly isComplete: boolean;
  readonly isMonotone: boolean;
}

/** Sets that may be looked through. */
export const MOST_SETS = 100_000;

/**
 * The set with the largest objective whose figure is within a limit, by trying the middle one of those not ruled out: a
 * set that meets the limit rules out all that count for less, one that does not all that go further on every way.
 * @param most tries, whole, 1 or more
 * @throws RangeError for more than `MOST_SETS` sets
 */
export async function affordableSet(
  ways: readonly Way[],
  limit: number,
  figureAt: (steps: readonly number[]) => Promise<number>,
  most: number,
): Promise<AffordableSet> {
  const all = setsOf(ways);
  const tried: TriedSet[] = [];
  let best: TriedSet | undefined;
  let open = all;
  while (open.length > 0 && tried.length < most) {
    const middle = open[Math.floor(open.length / 2)];
    if (!middle) throw new Error("a list that is not empty has a middle");
    const attempt = { ...middle, figure: await figureAt(middle.steps) };
    tried.push(attempt);
    if (attempt.figure <= limit) {
      if (!best || attempt.objective > best.objective) best = attempt;
      open = open.filter(({ objective }) => objective > middle.objective);
    } else open = open.filter(({ steps }) => !goesAsFar(steps, middle.steps));
  }
  const seen = { tried, sets: all.length, isComplete: open.length === 0, isMonotone: neverFalls(tried) };
  return best ? { ...seen, best } : seen;
}

/** All sets, by their objective. */
function setsOf(ways: readonly Way[]): readonly Omit<TriedSet, "figure">[] {
  const count = ways.reduce((product, { steps }) => product * (steps + 1), 1);
  if (count > MOST_SETS) throw new RangeError(`found ${count} sets, allowed are ${MOST_SETS}: take fewer steps`);
  const whole = ways.reduce((sum, { weight }) => sum + weight, 0);
  const sets = ways.reduce<readonly (readonly number[])[]>(
    (begun, { steps }) => begun.flatMap((set) => Array.from({ length: steps + 1 }, (_, step) => [...set, step])),
    [[]],
  );
  const gone = (steps: readonly number[]): number =>
    ways.reduce((sum, way, at) => sum + (way.weight * (steps[at] ?? 0)) / way.steps, 0) / whole;
  return sets.map((steps) => ({ steps, objective: gone(steps) })).toSorted((a, b) => a.objective - b.objective);
}

const goesAsFar = (steps: readonly number[], than: readonly number[]): boolean =>
  steps.every((step, at) => step >= (than[at] ?? 0));

const neverFalls = (tried: readonly TriedSet[]): boolean =>
  tried.every((one) => tried.every((other) => !goesAsFar(other.steps, one.steps) || other.figure >= one.figure));

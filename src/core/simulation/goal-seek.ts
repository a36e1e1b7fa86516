import { stepOf, valueAtStep, type SearchRange } from "./search-range.ts";

/** A value that was tried, and what the figure came to there. */
export interface TriedValue {
  readonly value: number;
  readonly figure: number;
}

/**
 * What a search for "figure ≤ limit" ended in. `found`: `met` is the last value that meets the limit, `missed` the next
 * step, which does not. `every`, `none`: both ends of the range meet the limit, or neither does.
 */
export type GoalResult = { readonly tried: readonly TriedValue[]; readonly isMonotone: boolean } & (
  | { readonly kind: "found"; readonly met: TriedValue; readonly missed: TriedValue }
  | { readonly kind: "every" }
  | { readonly kind: "none"; readonly nearest: TriedValue }
);

/** A figure at most so much, looked for from a value near which the answer may be. */
export interface Goal {
  readonly range: SearchRange;
  readonly start: number;
  readonly limit: number;
  /** How much a step of the range adds, where a search on fewer trials has told it; else the ends of the range tell. */
  readonly slope?: number;
  /** Steps that may be left between the two values of the answer; absent: 1. */
  readonly apart?: number;
}

interface Attempt extends TriedValue {
  readonly step: number;
}

/** Two attempts of which one meets the limit and the other does not. */
type Bracket = readonly [Attempt, Attempt];

/**
 * The value of a range at which a monotone figure just meets a limit: outward from the start by doubling until the limit
 * is passed, then inward down to one step. Where the
 * figures tried do not run one way, `isMonotone` is false: the answer is then one crossing of perhaps several.
 * @param figureAt the figure at a value; the same random numbers at each
 */
export async function seekGoal(goal: Goal, figureAt: (value: number) => Promise<number>): Promise<GoalResult> {
  const tries = new Map<number, Attempt>();
  const tryStep: TryStep = async (step) => {
    const value = valueAtStep(goal.range, step);
    const attempt = tries.get(step) ?? { step, value, figure: await figureAt(value) };
    tries.set(step, attempt);
    return attempt;
  };
  const wide = await bracketed(goal, tryStep);
  const ends = wide && (await narrowed(wide, goal, tryStep));
  const tried = [...tries.values()].map(({ value, figure }) => ({ value, figure }));
  const seen = { tried, isMonotone: runsOneWay(tried) };
  const [least, most] = (ends ?? tried).toSorted((a, b) => a.figure - b.figure);
  if (!least) throw new Error("a search tries one value at least");
  if (!ends || !most)
    return least.figure <= goal.limit ? { ...seen, kind: "every" } : { ...seen, kind: "none", nearest: least };
  const bare = ({ value, figure }: TriedValue): TriedValue => ({ value, figure });
  return { ...seen, kind: "found", met: bare(least), missed: bare(most) };
}

type TryStep = (step: number) => Promise<Attempt>;

/** Undefined where the limit is not passed between the start and the ends. */
async function bracketed({ range, start, limit, slope }: Goal, tryStep: TryStep): Promise<Bracket | undefined> {
  const differ = (a: Attempt, b: Attempt): boolean => a.figure <= limit !== b.figure <= limit;
  const first = await tryStep(stepOf(range, start));
  if (slope !== undefined) {
    const end = first.figure <= limit === slope > 0 ? range.steps : 0;
    // a quarter more than a straight line would take
    return await outward(first, end, Math.abs((1.25 * (limit - first.figure)) / slope), differ, tryStep);
  }
  const low = await tryStep(0);
  if (differ(first, low)) return [first, low];
  return differ(first, await tryStep(range.steps))
    ? await outward(first, range.steps, first.step, differ, tryStep)
    : undefined;
}

/** From an attempt towards an end of the range in strides that double, until the limit is passed. */
async function outward(
  from: Attempt,
  end: number,
  firstStride: number,
  differ: (a: Attempt, b: Attempt) => boolean,
  tryStep: TryStep,
): Promise<Bracket | undefined> {
  let before = from;
  for (let stride = Math.ceil(firstStride) + 1; before.step !== end; stride *= 2) {
    const left = end - before.step;
    const next = await tryStep(before.step + Math.sign(left) * Math.min(Math.abs(left), stride));
    if (differ(before, next)) return [before, next];
    before = next;
  }
  return undefined;
}

/** 2 to the number of tries that regula falsi may spend, at the worst, beyond those of halving alone. */
const SPARE_REACH = 2 ** 2;

/**
 * Inward by regula falsi pushed towards the middle and kept near enough to it that no figure takes more than
 * two tries more than halving. I. F. D. Oliveira, R. H. C. Takahashi, ACM Transactions on Mathematical Software 47
 * (2020), 5: "An enhancement of the bisection method average performance preserving minmax optimality" (ITP).
 */
async function narrowed(ends: Bracket, { limit, apart = 1 }: Goal, tryStep: TryStep): Promise<Bracket> {
  let [low, high] = ends.toSorted((a, b) => a.step - b.step);
  if (!low || !high) throw new Error("a bracket has two ends");
  const isMetBelow = low.figure <= limit;
  const whole = high.step - low.step;
  let reach = SPARE_REACH;
  for (let power = 1; power < whole; power *= 2) reach *= 2;
  for (; high.step - low.step > apart; reach /= 2) {
    const width = high.step - low.step;
    // a fifth of the whole at first, then with the square of what is left of it
    const push = Math.max(1, (width * width) / (5 * whole));
    const next = await tryStep(low.step + within(1, width - 1, inward(low, high, limit, push, (reach - width) / 2)));
    if (next.figure <= limit === isMetBelow) low = next;
    else high = next;
  }
  return [low, high];
}

/** Steps from the lower end of a bracket to the next try: pushed towards the middle, at most `room` from it. */
function inward(low: Attempt, high: Attempt, limit: number, push: number, room: number): number {
  const middle = (high.step - low.step) / 2;
  const straight = Math.round((2 * middle * (limit - low.figure)) / (high.figure - low.figure));
  const off = middle - straight;
  const pushed = Math.abs(off) <= push ? middle : straight + Math.sign(off) * push;
  return Math.round(within(middle - room, middle + room, pushed));
}

const within = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value));

/**
 * What a step of the range adds about a value that was found, from what was tried at least 1/16 off it: closer by, a
 * quantile is a stair. Never 0: the least is what the step found adds.
 */
export function slopeAt({ range }: Goal, { met, missed, tried }: GoalResult & { readonly kind: "found" }): number {
  const off = tried.filter(
    ({ value }) => Math.abs(value - met.value) >= Math.abs(met.value) / 16 && value !== met.value,
  );
  const near = off.toSorted((a, b) => Math.abs(a.value - met.value) - Math.abs(b.value - met.value))[0] ?? missed;
  const between = ({ value, figure }: TriedValue): number =>
    (figure - met.figure) / ((value - met.value) * range.perUnit);
  return between(near) === 0 ? between(missed) : between(near);
}

function runsOneWay(tried: readonly TriedValue[]): boolean {
  const sorted = tried.toSorted((a, b) => a.value - b.value);
  const steps = sorted.slice(1).map(({ figure }, at) => figure - (sorted[at]?.figure ?? figure));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

import { valueAtStep, type SearchRange } from "./search-range.ts";

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

/**
 * The value of a range at which a monotone figure just meets a limit, by bisection between the ends of the range down to
 * one step. The direction is found from the ends. Where the figures tried do not run one way, `isMonotone` is false:
 * the answer is then one crossing of perhaps several.
 * @param figureAt the figure at a value; the same random numbers at each
 */
export async function seekGoal(
  range: SearchRange,
  figureAt: (value: number) => Promise<number>,
  limit: number,
): Promise<GoalResult> {
  const tried: TriedValue[] = [];
  const tryStep = async (step: number): Promise<TriedValue> => {
    const value = valueAtStep(range, step);
    const attempt = { value, figure: await figureAt(value) };
    tried.push(attempt);
    return attempt;
  };
  const meets = ({ figure }: TriedValue): boolean => figure <= limit;
  const low = await tryStep(0);
  const high = await tryStep(range.steps);
  if (meets(low) === meets(high)) {
    const seen = { tried, isMonotone: true };
    if (meets(low)) return { ...seen, kind: "every" };
    return { ...seen, kind: "none", nearest: low.figure <= high.figure ? low : high };
  }
  let [met, metStep, missed, missedStep] = meets(low) ? [low, 0, high, range.steps] : [high, range.steps, low, 0];
  while (Math.abs(metStep - missedStep) > 1) {
    const middle = Math.floor((metStep + missedStep) / 2);
    const attempt = await tryStep(middle);
    if (meets(attempt)) [met, metStep] = [attempt, middle];
    else [missed, missedStep] = [attempt, middle];
  }
  return { tried, isMonotone: runsOneWay(tried), kind: "found", met, missed };
}

function runsOneWay(tried: readonly TriedValue[]): boolean {
  const sorted = tried.toSorted((a, b) => a.value - b.value);
  const steps = sorted.slice(1).map(({ figure }, at) => figure - (sorted[at]?.figure ?? figure));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

import type { Scenario } from "../../core/policy/scenario.ts";
import type { Workbench } from "./workbench.ts";

/** What differs between two states of the scenarios. */
export interface BenchDifference {
  /** Keys of parameters and names of readings, and ids of added measures, that differ on the desk. */
  readonly desk: readonly string[];
  /** Names of saved scenarios that only one has, or that say something else. */
  readonly saved: readonly string[];
  readonly baseline: boolean;
  /** Whether anything else differs, e.g. budgets, run settings, grounds. */
  readonly other: boolean;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function differingKeys<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !isSame(a[key], b[key]));
}

const addedById = ({ added = [] }: Scenario): Record<string, unknown> =>
  Object.fromEntries(added.map((each) => [each.measure.id, each]));

/** What is not told apart by name. */
const restOf = ({ current: { asOf, budgets, seed, trials }, grounds }: Workbench): unknown => [
  asOf ?? null,
  budgets,
  seed ?? null,
  trials ?? null,
  grounds,
];

/** What one state has otherwise than another; the order of edits and of saved scenarios does not count. */
export function benchDifference(a: Workbench, b: Workbench): BenchDifference {
  const savedById = ({ saved }: Workbench): Record<string, Scenario> =>
    Object.fromEntries(saved.map(({ id, scenario }) => [id, scenario]));
  const [before, after] = [savedById(a), savedById(b)];
  return {
    desk: [
      ...differingKeys(a.current.values, b.current.values),
      ...differingKeys(a.current.readings, b.current.readings),
      ...differingKeys(addedById(a.current), addedById(b.current)),
    ],
    saved: differingKeys(before, after).map((id) => before[id]?.name ?? after[id]?.name ?? id),
    baseline: a.baseline !== b.baseline,
    other: !isSame(restOf(a), restOf(b)),
  };
}

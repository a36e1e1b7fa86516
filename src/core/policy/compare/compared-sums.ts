import type { Fen } from "../../money/money.ts";
import { lastYearOf, tailOf, type Basis } from "../figures.ts";
import type { ByYear } from "../ledger.ts";
import type { Policy } from "../policy.ts";
import { sumOf, type Line } from "../totals.ts";
import type { ScenarioOutcome } from "./outcome.ts";

/** Scenarios that are compared at once, the baseline among them. */
export const MOST_COMPARED = 5;

export const groupings = ["year", "department", "measure"] as const;
export type Grouping = (typeof groupings)[number];

/** Key of the years after the term. */
export const tailGroup = "tail";

/** What each of several scenarios pays in one year, by one department or for one measure, 分, in their order. */
export interface ComparedAmounts {
  /** A year of the term, {@link tailGroup}, the department's official name, or the measure's id. */
  readonly key: string;
  readonly amounts: readonly Fen[];
}

/** One group a year, department or measure that occurs in any scenario; in each direction they sum to the total. */
export function comparedSums(
  policy: Policy,
  outcomes: readonly ScenarioOutcome[],
  basis: Basis,
  grouping: Grouping,
): readonly ComparedAmounts[] {
  if (grouping === "measure")
    return idsIn(outcomes).map((id) => amountsOf(outcomes, basis, id, (o) => measureOf(o, id)));
  if (grouping === "department") {
    const names = [...new Set(outcomes.flatMap(({ sums }) => [...sums.departments.keys()]))];
    return names.map((name) => amountsOf(outcomes, basis, name, ({ sums }) => sums.departments.get(name)));
  }
  const lines = outcomes.map(({ sums }): ByYear => sums.total[basis]);
  const last = lastYearOf(policy);
  const years = [...new Set(lines.flatMap((line) => [...line.keys()]))]
    .filter((year) => year <= last)
    .sort((a, b) => a - b);
  return [
    ...years.map((year) => ({ key: String(year), amounts: lines.map((line) => line.get(year) ?? 0) })),
    { key: tailGroup, amounts: lines.map((line) => tailOf(line, last)) },
  ];
}

/** Measures of all scenarios: those of the policy, then those that any of them adds. */
const idsIn = (outcomes: readonly ScenarioOutcome[]): readonly string[] => [
  ...new Set(outcomes.flatMap(({ measures }) => measures.map(({ id }) => id))),
];

const measureOf = ({ measures, sums }: ScenarioOutcome, id: string): Line | undefined =>
  sums.measures[measures.findIndex((each) => each.id === id)];

const amountsOf = (
  outcomes: readonly ScenarioOutcome[],
  basis: Basis,
  key: string,
  pick: (outcome: ScenarioOutcome) => Line | undefined,
): ComparedAmounts => ({ key, amounts: outcomes.map((outcome) => sumOf(pick(outcome)?.[basis] ?? new Map())) });

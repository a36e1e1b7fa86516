import { comparedSums, tailGroup, type Grouping } from "../../core/policy/compare/compared-sums.ts";
import type { Basis } from "../../core/policy/figures.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { sumOf } from "../../core/policy/totals.ts";
import type { FigureRow } from "../../core/report/figure-table.ts";
import type { Compared } from "./comparison.svelte.ts";

interface Labels {
  readonly measure: (id: string) => string;
  readonly department: (name: string) => string;
  readonly tail: string;
}

/** One row a year, department or measure with money in any scenario: each scenario's amount, then each difference. */
export function sumsRows(
  policy: Policy,
  { outcomes }: Compared,
  basis: Basis,
  grouping: Grouping,
  labels: Labels,
): readonly FigureRow[] {
  const labelOf = (key: string): string => {
    if (grouping !== "year") return labels[grouping](key);
    return key === tailGroup ? labels.tail : key;
  };
  return comparedSums(policy, outcomes, basis, grouping).flatMap(({ key, amounts }) =>
    amounts.every((amount) => amount === 0) ? [] : [{ key, label: labelOf(key), cells: withDifferences(amounts) }],
  );
}

/** Amounts of all scenarios, the baseline first, then what every other pays more than it. */
export const withDifferences = (amounts: readonly number[]): readonly number[] => [
  ...amounts,
  ...amounts.slice(1).map((amount) => amount - (amounts[0] ?? 0)),
];

export const totalsOfAll = ({ outcomes }: Compared, basis: Basis): readonly number[] =>
  outcomes.map(({ sums }) => sumOf(sums.total[basis]));

/** Names of the measures of all scenarios by id, in a language. */
export const measureLabels = ({ outcomes }: Compared, language: "zh" | "en"): ReadonlyMap<string, string> =>
  new Map(outcomes.flatMap(({ measures }) => measures.map(({ id, label }) => [id, label[language]] as const)));

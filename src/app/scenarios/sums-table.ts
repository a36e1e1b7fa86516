import { lastYearOf, tailOf, type Basis } from "../../core/policy/figures.ts";
import type { ByYear } from "../../core/policy/ledger.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { sumOf, type Line } from "../../core/policy/totals.ts";
import type { FigureRow } from "../../core/report/figure-table.ts";
import type { Compared } from "./comparison.svelte.ts";

export const groupings = ["year", "department", "measure"] as const;
export type Grouping = (typeof groupings)[number];

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
  return groupsOf(policy, outcomes, basis, grouping, labels).flatMap(({ key, label, amounts }) =>
    amounts.every((amount) => amount === 0) ? [] : [{ key, label, cells: withDifferences(amounts) }],
  );
}

/** Amounts of all scenarios, the baseline first, then what every other pays more than it. */
export const withDifferences = (amounts: readonly number[]): readonly number[] => [
  ...amounts,
  ...amounts.slice(1).map((amount) => amount - (amounts[0] ?? 0)),
];

export const totalsOfAll = ({ outcomes }: Compared, basis: Basis): readonly number[] =>
  outcomes.map(({ sums }) => sumOf(sums.total[basis]));

/** Measures of all scenarios: those of the policy, then those that any of them adds. */
const idsIn = (outcomes: Compared["outcomes"]): readonly string[] => [
  ...new Set(outcomes.flatMap(({ measures }) => measures.map(({ id }) => id))),
];

function groupsOf(
  policy: Policy,
  outcomes: Compared["outcomes"],
  basis: Basis,
  grouping: Grouping,
  labels: Labels,
): readonly { readonly key: string; readonly label: string; readonly amounts: readonly number[] }[] {
  const ofLines = (key: string, label: string, pick: (outcome: Compared["outcomes"][number]) => Line | undefined) => ({
    key,
    label,
    amounts: outcomes.map((outcome) => sumOf(pick(outcome)?.[basis] ?? new Map())),
  });
  if (grouping === "measure")
    return idsIn(outcomes).map((id) =>
      ofLines(
        id,
        labels.measure(id),
        ({ measures, sums }) => sums.measures[measures.findIndex((each) => each.id === id)],
      ),
    );
  if (grouping === "department") {
    const names = [...new Set(outcomes.flatMap(({ sums }) => [...sums.departments.keys()]))];
    return names.map((name) => ofLines(name, labels.department(name), ({ sums }) => sums.departments.get(name)));
  }
  const lines = outcomes.map(({ sums }): ByYear => sums.total[basis]);
  const last = lastYearOf(policy);
  const years = [...new Set(lines.flatMap((line) => [...line.keys()]))]
    .filter((year) => year <= last)
    .sort((a, b) => a - b);
  return [
    ...years.map((year) => ({
      key: String(year),
      label: String(year),
      amounts: lines.map((line) => line.get(year) ?? 0),
    })),
    { key: "tail", label: labels.tail, amounts: lines.map((line) => tailOf(line, last)) },
  ];
}

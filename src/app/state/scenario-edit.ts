import type { AddedMeasure } from "../../core/policy/added-measure.ts";
import type { BudgetPlace } from "../../core/policy/budget-place.ts";
import type { Policy, ParameterValue, Parameter } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";

const sameValue = (a: ParameterValue, b: ParameterValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A record without one of its members. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** What a parameter is worth under a scenario; absent and null both mean the published value. */
export const valueOf = (scenario: Scenario, parameter: Parameter): ParameterValue =>
  scenario.values[parameter.key] ?? parameter.value;

export const readingOf = (scenario: Scenario, reading: Policy["readings"][number]): string | undefined =>
  scenario.readings[reading.name] ?? reading.options[0]?.value;

/** A scenario stays the sparse set of differences: the published value is no entry. */
export function withValue(scenario: Scenario, parameter: Parameter, value: ParameterValue): Scenario {
  const values = without(scenario.values, parameter.key);
  if (value === null || sameValue(value, parameter.value)) return { ...scenario, values };
  return { ...scenario, values: { ...values, [parameter.key]: value } };
}

export function withReading(scenario: Scenario, reading: Policy["readings"][number], option: string): Scenario {
  const readings = without(scenario.readings, reading.name);
  if (option === reading.options[0]?.value) return { ...scenario, readings };
  return { ...scenario, readings: { ...readings, [reading.name]: option } };
}

/** Sets the as-of date, ISO text; without one the roster's own newest date counts. */
export function withAsOf(scenario: Scenario, asOf: string | undefined): Scenario {
  const { asOf: before, ...rest } = scenario;
  return asOf === undefined ? rest : before === asOf ? scenario : { ...rest, asOf };
}

export const editCount = (scenario: Scenario): number =>
  Object.keys(scenario.values).length + Object.keys(scenario.readings).length + (scenario.added?.length ?? 0);

/** Sets a budget in 元, or takes it away; a year without any is no entry. */
export function withBudget(scenario: Scenario, place: BudgetPlace, amount: number | undefined): Scenario {
  const year = String(place.year);
  const { total, departments = {} } = scenario.budgets[year] ?? {};
  const others = place.department === undefined ? departments : without(departments, place.department);
  const own = place.department === undefined || amount === undefined ? {} : { [place.department]: amount };
  const whole = place.department === undefined ? amount : total;
  const next = { ...(whole !== undefined && { total: whole }), departments: { ...others, ...own } };
  const budgets = without(scenario.budgets, year);
  const isEmpty = whole === undefined && Object.keys(next.departments).length === 0;
  return { ...scenario, budgets: isEmpty ? budgets : { ...budgets, [year]: next } };
}

/** Sets the measures that a scenario adds; edits of the parameters of one that is rewritten or gone go with it. */
export function withAdded(scenario: Scenario, added: readonly AddedMeasure[]): Scenario {
  const { added: before = [], ...rest } = scenario;
  const kept = new Set(added.map((each) => JSON.stringify(each)));
  const changed = before.filter((each) => !kept.has(JSON.stringify(each)));
  const values = Object.entries(rest.values).filter(
    ([key]) => !changed.some(({ measure }) => key.startsWith(`${measure.id}.`)),
  );
  return { ...rest, values: Object.fromEntries(values), ...(added.length > 0 && { added }) };
}

/** Sets how many trials are run, or from which seed. */
export const withRun = (scenario: Scenario, run: Pick<Scenario, "trials" | "seed">): Scenario => ({
  ...scenario,
  ...run,
});

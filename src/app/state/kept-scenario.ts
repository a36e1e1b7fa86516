import { parseIsoDay } from "../../core/date/day.ts";
import type { Parameter, ParameterValue, Policy } from "../../core/policy/policy.ts";
import { isBudget, isBudgetYear, isSeed, isTrials } from "../../core/policy/scenario-bounds.ts";
import { publishedScenario } from "../../core/policy/scenario.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { withAsOf, withBudget, withReading, withValue } from "./scenario-edit.ts";

type Entries = Readonly<Record<string, unknown>>;

interface Kept {
  readonly asOf?: unknown;
  readonly trials?: unknown;
  readonly seed?: unknown;
  readonly budgets?: Readonly<Record<string, { readonly total?: unknown; readonly departments?: Entries }>>;
  readonly values?: Entries;
  readonly readings?: Entries;
}

/** The edits of a scenario as text for the browser's store. */
export const keptText = ({ asOf, values, readings, budgets, trials, seed }: Scenario): string =>
  JSON.stringify({ asOf, values, readings, budgets, trials, seed });

/** Edits kept by an earlier visit; what this policy does not know or permit is left out. */
export function restoredScenario(text: string | null, policy: Policy): Scenario {
  if (text === null) return publishedScenario;
  const kept = JSON.parse(text) as Kept;
  let scenario = withAsOf(publishedScenario, isDayText(kept.asOf) ? kept.asOf : undefined);
  for (const parameter of policy.parameters) {
    const value = kept.values?.[parameter.key];
    if (isPermitted(parameter, value)) scenario = withValue(scenario, parameter, value);
  }
  for (const reading of policy.readings) {
    const option = reading.options.find(({ value }) => value === kept.readings?.[reading.name]);
    if (option) scenario = withReading(scenario, reading, option.value);
  }
  return { ...withKeptBudgets(scenario, kept), ...keptRun(kept) };
}

const keptRun = ({ trials, seed }: Kept): Pick<Scenario, "trials" | "seed"> => ({
  ...(isTrials(trials) && { trials }),
  ...(isSeed(seed) && { seed }),
});

function withKeptBudgets(scenario: Scenario, { budgets = {} }: Kept): Scenario {
  const places = Object.entries(budgets).flatMap(([year, { total, departments = {} }]) => [
    { year, amount: total },
    ...Object.entries(departments).map(([department, amount]) => ({ year, department, amount })),
  ]);
  return places.reduce(
    (edited, { year, amount, ...place }) =>
      isBudgetYear(year) && isBudget(amount) ? withBudget(edited, { year: Number(year), ...place }, amount) : edited,
    scenario,
  );
}

const isDayText = (value: unknown): value is string => typeof value === "string" && !Number.isNaN(parseIsoDay(value));

function isPermitted(parameter: Parameter, value: unknown): value is ParameterValue {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, type } = parameter;
  const inRange = (each: unknown): boolean => typeof each === "number" && each >= minimum && each <= maximum;
  if (type === "date") return typeof value === "string";
  if (type === "shares") return value === "equal" || (Array.isArray(value) && value.every(inRange));
  return inRange(value);
}

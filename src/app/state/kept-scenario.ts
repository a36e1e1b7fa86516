import { parseIsoDay } from "../../core/date/day.ts";
import { policyUnder, type AddedMeasure } from "../../core/policy/added-measure.ts";
import { parseAdded } from "../../core/policy/added-file.ts";
import type { Parameter, ParameterValue, Policy } from "../../core/policy/policy.ts";
import { isGround } from "../../core/policy/scenario-file.ts";
import { isBudget, isBudgetYear, isSeed, isTrials } from "../../core/policy/scenario-bounds.ts";
import { publishedScenario } from "../../core/policy/scenario.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { ScenarioError } from "../../core/policy/scenario-error.ts";
import { withAsOf, withBudget, withReading, withValue } from "./scenario-edit.ts";

type Entries = Readonly<Record<string, unknown>>;

/** What a scenario is kept as; nothing of it is sure. */
export interface KeptScenario {
  readonly name?: unknown;
  readonly asOf?: unknown;
  readonly trials?: unknown;
  readonly seed?: unknown;
  readonly budgets?: Readonly<Record<string, { readonly total?: unknown; readonly departments?: Entries }>>;
  readonly values?: Entries;
  readonly readings?: Entries;
  readonly grounds?: Entries;
  readonly added?: unknown;
}

/** A scenario kept by an earlier visit; what this policy does not know or permit is left out. */
export function restoredScenario(kept: KeptScenario, published: Policy): Scenario {
  const added = keptAdded(kept, published);
  const policy = policyUnder(published, { added });
  const name = typeof kept.name === "string" ? kept.name : publishedScenario.name;
  let scenario = withAsOf({ ...publishedScenario, name }, isDayText(kept.asOf) ? kept.asOf : undefined);
  for (const [key, value] of Object.entries(kept.values ?? {})) {
    const parameter = policy.parameters.find((each) => each.key === key);
    if (parameter && isPermitted(parameter, value)) scenario = withValue(scenario, parameter, value);
  }
  for (const [name, value] of Object.entries(kept.readings ?? {})) {
    const reading = policy.readings.find((each) => each.name === name);
    const option = reading?.options.find((each) => each.value === value);
    if (reading && option) scenario = withReading(scenario, reading, option.value);
  }
  return {
    ...withKeptBudgets(scenario, kept),
    ...keptRun(kept),
    ...keptGrounds(kept),
    ...(added.length > 0 && { added }),
  };
}

function keptAdded({ added }: KeptScenario, published: Policy): readonly AddedMeasure[] {
  try {
    return parseAdded(published, added);
  } catch (error) {
    if (error instanceof ScenarioError) return [];
    throw error;
  }
}

function keptGrounds({ grounds = {} }: KeptScenario): Pick<Scenario, "grounds"> {
  const known = Object.entries(grounds).flatMap(([key, ground]) => (isGround(ground) ? [[key, ground] as const] : []));
  return known.length === 0 ? {} : { grounds: Object.fromEntries(known) };
}

const keptRun = ({ trials, seed }: KeptScenario): Pick<Scenario, "trials" | "seed"> => ({
  ...(isTrials(trials) && { trials }),
  ...(isSeed(seed) && { seed }),
});

function withKeptBudgets(scenario: Scenario, { budgets = {} }: KeptScenario): Scenario {
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

import { parseIsoDay } from "../../core/date/day.ts";
import type { Parameter, ParameterValue, Policy } from "../../core/policy/policy.ts";
import { publishedScenario } from "../../core/policy/scenario.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { withAsOf, withReading, withValue } from "./scenario-edit.ts";

interface Kept {
  readonly asOf?: unknown;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly readings?: Readonly<Record<string, unknown>>;
}

/** The edits of a scenario as text for the browser's store. */
export const keptText = ({ asOf, values, readings }: Scenario): string => JSON.stringify({ asOf, values, readings });

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
  return scenario;
}

const isDayText = (value: unknown): value is string => typeof value === "string" && !Number.isNaN(parseIsoDay(value));

function isPermitted(parameter: Parameter, value: unknown): value is ParameterValue {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, type } = parameter;
  const inRange = (each: unknown): boolean => typeof each === "number" && each >= minimum && each <= maximum;
  if (type === "date") return typeof value === "string";
  if (type === "shares") return value === "equal" || (Array.isArray(value) && value.every(inRange));
  return inRange(value);
}

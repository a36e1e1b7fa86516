import { parseIsoDay, type Day } from "../date/day.ts";
import type { ParameterValue, Policy } from "./policy.ts";
import type { Scenario } from "./scenario.ts";

/** Basis of pricing: the scenario's assumptions, or what the text bounds at most. */
export type Basis = "planning" | "statutory";

/** Every number and reading of a policy under one scenario. */
export interface Values {
  /** @throws Error for a key the policy does not have */
  value(key: string): ParameterValue;
  has(key: string): boolean;
  reading(name: string, basis: Basis): string;
}

/** Values of a scenario: its own where it has one that is not null, else the published ones. */
export function valuesOf(policy: Policy, scenario: Scenario): Values {
  const published = new Map(policy.parameters.map(({ key, value }) => [key, value]));
  const readings = new Map(policy.readings.map(({ name, options }) => [name, options[0]?.value ?? ""]));
  return {
    has: (key) => published.has(key),
    value: (key) => {
      const value = scenario.values[key] ?? published.get(key);
      if (value === undefined) throw new Error(`the policy has no parameter ${key}`);
      return value;
    },
    reading: (name, basis) => {
      const value = scenario.readings[name] ?? readings.get(name);
      if (value === undefined) throw new Error(`the policy has no reading ${name}`);
      return basis === "statutory" ? (policy.statutoryReadings[name] ?? value) : value;
    },
  };
}

/** A parameter as a kernel operand: unset is +∞, a date its day serial. */
export function operandValue(value: ParameterValue): number {
  if (value === null) return Number.POSITIVE_INFINITY;
  if (typeof value === "number") return value;
  if (typeof value === "string") return parseIsoDay(value);
  throw new Error(`a list cannot stand in a formula: ${JSON.stringify(value)}`);
}

/** A whole-number parameter. */
export function wholeValue(values: Values, key: string): number {
  const value = values.value(key);
  if (typeof value !== "number") throw new Error(`${key} must be a number, found ${JSON.stringify(value)}`);
  return value;
}

/** Day from which triggers of a measure pay nothing, or +∞. */
export function stopDay(values: Values, measureId: string): Day {
  const key = `${measureId}.停止日期`;
  return values.has(key) ? operandValue(values.value(key)) : Number.POSITIVE_INFINITY;
}

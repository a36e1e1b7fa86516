import { parseIsoDay } from "../date/day.ts";
import { parseAdded } from "./added-file.ts";
import { policyUnder } from "./added-measure.ts";
import { departmentsOf } from "./cells.ts";
import type { Parameter, ParameterValue, Policy } from "./policy.ts";
import { isBudget, isBudgetYear, isSeed, isTrials, MOST_SEED, MOST_TRIALS } from "./scenario-bounds.ts";
import { OtherPolicyError, ScenarioError, type NamedPolicy } from "./scenario-error.ts";
import type { Ground, Scenario } from "./scenario.ts";

export { ScenarioError };

type Entries = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function section(file: Entries, name: string): Entries {
  const value = file[name] ?? {};
  if (!isRecord(value)) throw new ScenarioError(`"${name}" must be an object`);
  return value;
}

/** What a parameter allows, in words. */
export function allowedRange({ type, minimum, maximum, mayBeUnset }: Parameter): string {
  const unset = mayBeUnset ? ", or null (unset)" : "";
  if (type === "date") return `a date such as 2025-12-31${unset}`;
  if (type === "shares") return `a list of 1 to 10 fractions from 0 to 1 with sum 1${unset}`;
  return `${type === "count" ? "a whole number" : "a number"} from ${minimum ?? "−∞"} to ${maximum ?? "∞"}${unset}`;
}

/** Whether a value may stand for a parameter; null may not, it is no value. */
export function allowsValue(parameter: Parameter, value: unknown): value is ParameterValue {
  if (parameter.type === "date") return typeof value === "string" && !Number.isNaN(parseIsoDay(value));
  if (parameter.type === "shares") return value === parameter.value || isShares(value);
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (parameter.type === "count" && !Number.isInteger(value)) return false;
  return value >= (parameter.minimum ?? -Infinity) && value <= (parameter.maximum ?? Infinity);
}

function isShares(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length < 1 || value.length > 10) return false;
  const shares: unknown[] = value;
  const sum = shares.reduce<number>((total, share) => total + (typeof share === "number" ? share : Number.NaN), 0);
  return shares.every((share) => typeof share === "number" && share >= 0) && Math.abs(sum - 1) <= 1e-9;
}

function checkedValues(policy: Policy, entries: Entries): Record<string, ParameterValue> {
  const byKey = new Map(policy.parameters.map((parameter) => [parameter.key, parameter]));
  const values: Record<string, ParameterValue> = {};
  for (const [key, value] of Object.entries(entries)) {
    const parameter = byKey.get(key);
    if (!parameter) throw new ScenarioError(`unknown key ${key}`);
    if (value === null) continue;
    if (!allowsValue(parameter, value)) {
      throw new ScenarioError(`${key}: found ${JSON.stringify(value)}, allowed is ${allowedRange(parameter)}`);
    }
    values[key] = value;
  }
  return values;
}

function checkedReadings(policy: Policy, entries: Entries): Record<string, string> {
  const readings: Record<string, string> = {};
  for (const [name, value] of Object.entries(entries)) {
    const options = policy.readings.find((reading) => reading.name === name)?.options.map((option) => option.value);
    if (!options) throw new ScenarioError(`unknown reading ${name}`);
    if (value === null) continue;
    if (typeof value !== "string" || !options.includes(value)) {
      throw new ScenarioError(`${name}: found ${JSON.stringify(value)}, allowed is one of ${options.join(" / ")}`);
    }
    readings[name] = value;
  }
  return readings;
}

/** A department by its name or another that it is known by. @throws ScenarioError naming place and remedy */
function departmentNamed(policy: Policy, name: string, where: string): string {
  const known = departmentsOf(policy);
  const found = known.find((each) => each === name || policy.departmentAliases[each]?.includes(name));
  if (found !== undefined) return found;
  throw new ScenarioError(
    `${where}: no measure of this policy belongs to ${name}; write one of ${known.join(" / ")}, or leave it out`,
  );
}

function departmentBudgets(policy: Policy, entries: Entries, where: string): Record<string, number> {
  const budgets: Record<string, number> = {};
  for (const [name, value] of Object.entries(entries)) {
    const department = departmentNamed(policy, name, `${where}.${name}`);
    if (budgets[department] !== undefined) {
      throw new ScenarioError(`${where}.${name}: ${department} has a budget here already; keep one of the two`);
    }
    budgets[department] = budgetAmount(value, `${where}.${name}`);
  }
  return budgets;
}

function budgetAmount(value: unknown, where: string): number {
  if (isBudget(value)) return value;
  throw new ScenarioError(`${where}: found ${JSON.stringify(value)}, allowed is an amount in 元 from 0 to 10^12`);
}

function checkedBudgets(policy: Policy, entries: Entries): Scenario["budgets"] {
  return Object.fromEntries(
    Object.entries(entries).map(([year, budget]) => {
      if (!isBudgetYear(year) || !isRecord(budget)) throw new ScenarioError(`budgets.${year}: not a budget year`);
      return [
        year,
        {
          ...(budget["total"] !== undefined && { total: budgetAmount(budget["total"], `budgets.${year}.total`) }),
          departments: departmentBudgets(policy, section(budget, "departments"), `budgets.${year}.departments`),
        },
      ];
    }),
  );
}

function checkedGrounds(policy: Policy, entries: Entries): Record<string, Ground> {
  const known = new Set([...policy.parameters.map(({ key }) => key), ...policy.readings.map(({ name }) => name)]);
  const grounds: Record<string, Ground> = {};
  for (const [key, ground] of Object.entries(entries)) {
    if (!known.has(key)) throw new ScenarioError(`grounds: unknown key ${key}`);
    if (!isGround(ground)) {
      throw new ScenarioError(`grounds.${key}: found ${JSON.stringify(ground)}, allowed are "reason" and "document"`);
    }
    grounds[key] = ground;
  }
  return grounds;
}

/** Whether a value may be the grounds of an edit: nothing but its reason and its document, both texts. */
export const isGround = (value: unknown): value is Ground =>
  isRecord(value) &&
  Object.entries(value).every(([name, text]) => ["reason", "document"].includes(name) && typeof text === "string");

function wholeNumber(
  file: Entries,
  name: "seed" | "trials",
  isAllowedNumber: (value: unknown) => value is number,
  maximum: number,
): number | undefined {
  const value = file[name];
  if (value === undefined || value === null) return undefined;
  if (isAllowedNumber(value)) return value;
  throw new ScenarioError(`${name}: found ${JSON.stringify(value)}, allowed is a whole number from 0 to ${maximum}`);
}

function asOfOf(policy: Policy, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string" && !Number.isNaN(parseIsoDay(value))) return value;
  throw new ScenarioError(`asOf: found ${JSON.stringify(value)}, allowed is a date such as ${policy.termStart}`);
}

const knownMembers = new Set([
  "format",
  "policy",
  "name",
  "asOf",
  "parameters",
  "assumptions",
  "readings",
  "budgets",
  "seed",
  "trials",
  "grounds",
  "added",
]);

/** The policy that a file names; undefined where it names none, as files did before. */
function policyNamed(file: Entries): NamedPolicy | undefined {
  const named = file["policy"];
  if (named === undefined || named === null) return undefined;
  if (!isRecord(named) || typeof named["id"] !== "string")
    throw new ScenarioError(`policy: found ${JSON.stringify(named)}, allowed is an object with the policy's "id"`);
  const { id, title } = named;
  return { id, title: typeof title === "string" ? title : id };
}

/** The policy that the text of a scenario names, where that is another one. */
export function otherPolicyIn({ id }: Policy, text: string): NamedPolicy | undefined {
  try {
    const file: unknown = JSON.parse(text);
    const named = isRecord(file) ? policyNamed(file) : undefined;
    return named?.id === id ? undefined : named;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ScenarioError) return undefined;
    throw error;
  }
}

/** Reads the text of an `exposure-scenario/1` file (section 9). @throws OtherPolicyError for one of another policy, ScenarioError naming the key and its range */
export function parseScenario(published: Policy, text: string): Scenario {
  const file = parseJson(text);
  if (!isRecord(file) || file["format"] !== "exposure-scenario/1") {
    throw new ScenarioError('not a scenario: "format" must be "exposure-scenario/1"');
  }
  const named = policyNamed(file);
  if (named && named.id !== published.id) throw new OtherPolicyError(named, published);
  for (const name of Object.keys(file)) if (!knownMembers.has(name)) throw new ScenarioError(`unknown key ${name}`);
  const added = parseAdded(published, file["added"]);
  const policy = policyUnder(published, { added });
  const [asOf, seed, trials] = [
    asOfOf(policy, file["asOf"]),
    wholeNumber(file, "seed", isSeed, MOST_SEED),
    wholeNumber(file, "trials", isTrials, MOST_TRIALS),
  ];
  const grounds = checkedGrounds(policy, section(file, "grounds"));
  return {
    name: typeof file["name"] === "string" ? file["name"] : "",
    ...(asOf !== undefined && { asOf }),
    values: checkedValues(policy, { ...section(file, "parameters"), ...section(file, "assumptions") }),
    readings: checkedReadings(policy, section(file, "readings")),
    budgets: checkedBudgets(policy, section(file, "budgets")),
    ...(seed !== undefined && { seed }),
    ...(trials !== undefined && { trials }),
    ...(added.length > 0 && { added }),
    ...(Object.keys(grounds).length > 0 && { grounds }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

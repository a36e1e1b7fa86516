import { policyUnderAll, type AddedMeasure } from "../added-measure.ts";
import type { Parameter, ParameterValue, Policy, Reading } from "../policy.ts";
import type { Scenario } from "../scenario.ts";

/** One thing that two scenarios have differently; `from` and `to` are what counts, also where it is the published value. */
export type ScenarioChange =
  | {
      readonly kind: "value";
      readonly parameter: Parameter;
      readonly from: ParameterValue;
      readonly to: ParameterValue;
    }
  | { readonly kind: "reading"; readonly reading: Reading; readonly from: string; readonly to: string }
  /** A measure that a scenario adds; absent: it adds none of this id. `values`: edits that come with a measure not there before. */
  | {
      readonly kind: "added";
      readonly id: string;
      readonly from: AddedMeasure | undefined;
      readonly to: AddedMeasure | undefined;
      readonly values: Scenario["values"];
    }
  /** ISO text; absent: the newest date of the roster. */
  | { readonly kind: "asOf"; readonly from: string | undefined; readonly to: string | undefined };

const keysInOrder = (to: object, from: object): readonly string[] => [
  ...new Set([...Object.keys(to), ...Object.keys(from)]),
];

/**
 * What makes one scenario of another, in the order made: measures added, rewritten or taken away, values as they were last edited in `to`, then those that only
 * `from` edits, readings likewise, and the as-of date last. Budgets, seed and trials move no amount and are no change.
 */
export function changesBetween(policy: Policy, from: Scenario, to: Scenario): readonly ScenarioChange[] {
  const added = addedChanges(from, to);
  const whole = policyUnderAll(policy, [from, to]);
  const values = keysInOrder(to.values, from.values).flatMap((key) => {
    const isNewOrGone = added.some((change) => isOf(change.id, key) && !(change.from && change.to));
    const parameter = isNewOrGone ? undefined : whole.parameters.find((each) => each.key === key);
    return parameter ? [valueChange(parameter, from, to)] : [];
  });
  const readings = keysInOrder(to.readings, from.readings).flatMap((name) => {
    const reading = policy.readings.find((each) => each.name === name);
    return reading ? [readingChange(reading, from, to)] : [];
  });
  const asOf = { kind: "asOf" as const, from: from.asOf, to: to.asOf };
  return [...added, ...values, ...readings, asOf].filter(
    (change) => JSON.stringify(change.from) !== JSON.stringify(change.to),
  );
}

const isOf = (id: string, key: string): boolean => key.startsWith(`${id}.`);

function addedChanges(from: Scenario, to: Scenario): Extract<ScenarioChange, { kind: "added" }>[] {
  const idsOf = ({ added = [] }: Scenario): readonly string[] => added.map(({ measure }) => measure.id);
  const addedIn = ({ added }: Scenario, id: string): AddedMeasure | undefined =>
    added?.find(({ measure }) => measure.id === id);
  return [...new Set([...idsOf(to), ...idsOf(from)])].map((id) => {
    const [before, after] = [addedIn(from, id), addedIn(to, id)];
    const own = Object.entries(to.values).filter(([key]) => isOf(id, key));
    return { kind: "added", id, from: before, to: after, values: before ? {} : Object.fromEntries(own) };
  });
}

function valueChange(parameter: Parameter, from: Scenario, to: Scenario): ScenarioChange {
  const valueIn = ({ values }: Scenario): ParameterValue => values[parameter.key] ?? parameter.value;
  return { kind: "value", parameter, from: valueIn(from), to: valueIn(to) };
}

function readingChange(reading: Reading, from: Scenario, to: Scenario): ScenarioChange {
  const chosenIn = ({ readings }: Scenario): string => readings[reading.name] ?? reading.options[0]?.value ?? "";
  return { kind: "reading", reading, from: chosenIn(from), to: chosenIn(to) };
}

/** A scenario with one change made. */
export function withChange(scenario: Scenario, change: ScenarioChange): Scenario {
  switch (change.kind) {
    case "value":
      return { ...scenario, values: { ...scenario.values, [change.parameter.key]: change.to } };
    case "reading":
      return { ...scenario, readings: { ...scenario.readings, [change.reading.name]: change.to } };
    case "added":
      return withAdded(scenario, change);
    case "asOf": {
      const { asOf, ...rest } = scenario;
      if (asOf === change.to) return scenario;
      return change.to === undefined ? rest : { ...rest, asOf: change.to };
    }
    default:
      return change satisfies never;
  }
}

/** The measure in its place, at the end, or away with its values. */
function withAdded(
  { added = [], ...scenario }: Scenario,
  { id, to, values }: Extract<ScenarioChange, { kind: "added" }>,
): Scenario {
  const place = added.findIndex(({ measure }) => measure.id === id);
  const next = added.toSpliced(place < 0 ? added.length : place, 1, ...(to ? [to] : []));
  const kept = Object.entries(scenario.values).filter(([key]) => to || !isOf(id, key));
  return {
    ...scenario,
    values: { ...Object.fromEntries(kept), ...values },
    ...(next.length > 0 && { added: next }),
  };
}

/** A scenario and what it becomes with one change after the other: one more than there are changes. */
export function scenariosInOrder(from: Scenario, changes: readonly ScenarioChange[]): readonly Scenario[] {
  const steps = [from];
  for (const change of changes) steps.push(withChange(steps.at(-1) ?? from, change));
  return steps;
}

/**
 * A scenario with every subset of the changes: subset k holds change i where bit i of k is set; 2^n scenarios.
 */
export const scenariosBySubset = (from: Scenario, changes: readonly ScenarioChange[]): readonly Scenario[] =>
  Array.from({ length: 2 ** changes.length }, (_, subset) =>
    changes.filter((_change, bit) => (subset >> bit) & 1).reduce(withChange, from),
  );

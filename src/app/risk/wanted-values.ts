import type { Policy } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { valueOf } from "../state/scenario-edit.ts";
import { parseEntry } from "../text/parameter-entry.ts";
import type { Messages } from "../text/zh.ts";
import type { WantedValue } from "./affordable-run.ts";

/** A wanted value as it stands in fields. */
export interface TypedWant {
  key: string;
  wanted: string;
  weight: number | null;
}

/** What was typed, read; undefined where a value is no number or no other than the present one, or a key stands twice. */
export function wantedValues(
  policy: Policy,
  scenario: Scenario,
  wants: readonly TypedWant[],
  steps: number,
  messages: Messages,
): readonly WantedValue[] | undefined {
  const read = wants.flatMap(({ key, wanted: typed, weight }): WantedValue[] => {
    const parameter = policy.parameters.find((each) => each.key === key);
    if (!parameter || weight === null || !(weight > 0)) return [];
    const entry = parseEntry(parameter, typed, messages);
    const present = valueOf(scenario, parameter);
    if ("problem" in entry || typeof entry.value !== "number" || typeof present !== "number") return [];
    return entry.value === present ? [] : [{ parameter, present, wanted: entry.value, steps, weight }];
  });
  return read.length === wants.length && new Set(wants.map(({ key }) => key)).size === wants.length ? read : undefined;
}

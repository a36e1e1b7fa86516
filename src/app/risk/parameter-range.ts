import type { Parameter } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { searchRangeOf, stepOf, valueAtStep } from "../../core/simulation/search-range.ts";
import { valueOf } from "../state/scenario-edit.ts";
import { entryText, parseEntry } from "../text/parameter-entry.ts";
import type { Messages } from "../text/zh.ts";

/** A parameter, and two values as they stand in fields, in the unit of the field. */
export interface TypedRange {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** What stands for a present value that is none, or 0: amounts in 元. */
const plainValue = ({ type }: Parameter): number => (type === "yuan" ? 1_000_000 : type === "share" ? 0.1 : 10);

/** Half and one and a half times the present value, within what is legal. */
export function usualRange(scenario: Scenario, parameter: Parameter): TypedRange {
  const range = searchRangeOf(parameter);
  if (!range) throw new Error(`${parameter.key} is not a number`);
  const value = valueOf(scenario, parameter);
  const present = typeof value === "number" && value !== 0 ? value : plainValue(parameter);
  const text = (times: number): string => entryText(parameter, valueAtStep(range, stepOf(range, present * times)));
  return { key: parameter.key, from: text(0.5), to: text(1.5) };
}

/** The two values typed, or a sentence that says what is wrong with one. */
export function readRange(
  parameter: Parameter,
  { from, to }: TypedRange,
  messages: Messages,
): { readonly ends: readonly [number, number] } | { readonly problem: string } {
  const [first, last] = [parseEntry(parameter, from, messages), parseEntry(parameter, to, messages)];
  if ("problem" in first) return first;
  if ("problem" in last) return last;
  if (typeof first.value !== "number" || typeof last.value !== "number") return { problem: messages.notANumber };
  return { ends: [first.value, last.value] };
}

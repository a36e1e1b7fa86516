import type { Day } from "../date/day.ts";
import type { Operand } from "../formula/types.ts";
import type { BoundRoster } from "../policy/bound-roster.ts";
import type { Policy } from "../policy/policy.ts";
import { fieldOf } from "../roster/fields.ts";
import { CellState } from "../roster/roster.ts";

/** Dates after the as-of day and not after the term become blank: a forecast does not know them. */
function untilDay({ values, state }: Operand, asOf: Day, termEnd: Day): Operand {
  const later = (value: number): boolean => value > asOf && value <= termEnd;
  return {
    values: values.map((value) => (later(value) ? Number.NaN : value)),
    state: Uint8Array.from(values, (value, row) =>
      later(value) ? CellState.blank : (state?.[row] ?? (Number.isNaN(value) ? CellState.blank : CellState.filled)),
    ),
  };
}

/** The roster as it was known on the as-of day: of the dates that make triggers, only those up to it (section 2). */
export function historyOf(bound: BoundRoster, policy: Policy, asOf: Day, termEnd: Day): BoundRoster {
  const triggerDates = new Set(policy.asOfFields.map(({ table, field }) => `${table}.${fieldOf(table, field).label}`));
  const cache = new Map<string, Operand | undefined>();
  return {
    ...bound,
    operand: (table, label) => {
      const key = `${table}.${label}`;
      if (!cache.has(key)) {
        const operand = bound.operand(table, label);
        cache.set(key, operand && triggerDates.has(key) ? untilDay(operand, asOf, termEnd) : operand);
      }
      return cache.get(key);
    },
  };
}

import type { Measure } from "../../src/core/policy/policy.ts";

const scheduleNames = ({ schedule }: Measure): string[] => {
  switch (schedule.kind) {
    case "once":
      return schedule.offset === undefined ? [] : [schedule.offset];
    case "instalments":
      return [schedule.shares, schedule.offset];
    case "months":
      return [schedule.term];
    case "anniversaries":
      return [schedule.years];
  }
};

/** Every formula and parameter name that a measure holds. */
export const formulasOf = (measure: Measure): string[] => [
  measure.gross,
  ...[measure.testDay, measure.countsWhen, measure.eligible, measure.chain?.opening, measure.chain?.joins].filter(
    (formula) => formula !== undefined,
  ),
  ...measure.triggers.flatMap(({ date, exists, gross }) => [date, exists ?? "TRUE", gross ?? "0"]),
  ...measure.limits.flatMap(({ formula, when }) => [formula, when ?? "TRUE"]),
  ...scheduleNames(measure),
  ...(measure.pool ? [measure.pool.size, measure.pool.refillReading, measure.pool.recoveryShare] : []),
];

/** Names in a formula: what is neither a text, a number, a function nor a truth. */
export const namesIn = (formula: string): string[] =>
  [...formula.replace(/"[^"]*"/gu, " ").matchAll(/[\p{L}_][\p{L}\p{N}_.]*(?!\s*[\p{L}\p{N}_.(])/gu)]
    .map(([name]) => name)
    .filter((name) => name !== "TRUE" && name !== "FALSE");

import type { Context } from "../block.ts";
import type { MeasureExplanation } from "./explanation.ts";
import type { CompiledMeasure } from "../prepare.ts";
import { stopDay } from "../values.ts";

/** Every name the formulas of a measure ask for, definitions inlined. */
export function namesUsed(measure: CompiledMeasure): Set<string> {
  const compiled = [
    ...measure.rules.flatMap(({ date, exists, gross }) => [date, exists, gross]),
    measure.eligible,
    measure.countsWhen,
    measure.testDay,
    measure.gross,
    ...measure.limits.flatMap(({ amount, when }) => [amount, when]),
    measure.opening,
    measure.joins,
    measure.excludes,
    measure.score,
    measure.takenBackOn,
  ];
  return new Set(compiled.flatMap((formula) => formula?.checked.names ?? []));
}

/** Names that the schedule, the pool, the allocation and the clawback look up themselves. */
export function namesOutsideFormulas(measure: CompiledMeasure, context: Context): string[] {
  const { schedule, pool, allocation, clawback, id, kind } = measure.measure;
  const stops = Number.isFinite(stopDay(context.values, id)) ? ["停止日期"] : [];
  const envelope = kind === "envelope" || kind === "shared-envelope" ? ["年度额度"] : [];
  const { growthYears } = context.policy;
  const local = growthYears?.startsWith(`${id}.`) ? growthYears.slice(id.length + 1) : growthYears;
  const grown = local !== undefined && namesUsed(measure).has("连续增长") ? [local] : [];
  const pooled = pool ? [pool.size, pool.recoveryShare] : [];
  const dated = Object.entries(schedule).flatMap(([member, name]) =>
    member === "kind" || member === "end" || name === undefined ? [] : [name],
  );
  const shared = [allocation?.places, allocation?.envelope].filter((name) => name !== undefined);
  const returned = clawback ? [clawback.years, clawback.share] : [];
  return [...dated, ...pooled, ...envelope, ...shared, ...returned, ...grown, ...stops];
}

/** Readings that the schedule and the pool look up themselves. */
export function readingsOutsideFormulas({ measure: { pool, schedule } }: CompiledMeasure): string[] {
  const paysLater = schedule.kind === "months" || schedule.kind === "anniversaries" ? ["期后续付"] : [];
  return [...(pool ? [pool.refillReading] : []), ...paysLater];
}

/** Numbers a measure uses, with their values under the scenario. */
export function usedParameters(measure: CompiledMeasure, context: Context): MeasureExplanation["parameters"] {
  const { values } = context;
  const names = [...namesUsed(measure), ...namesOutsideFormulas(measure, context)];
  const keys = names
    .map((name) => (values.has(`${measure.measure.id}.${name}`) ? `${measure.measure.id}.${name}` : name))
    .filter((key) => values.has(key));
  return [...new Set(keys)].map((key) => ({ key, value: values.value(key) }));
}

/** Readings a measure uses, with what is chosen on the planning basis. */
export function usedReadings(measure: CompiledMeasure, context: Context): MeasureExplanation["readings"] {
  const names = new Set([...namesUsed(measure), ...readingsOutsideFormulas(measure)]);
  return context.policy.readings
    .filter(({ name }) => names.has(name))
    .map(({ name }) => ({ name, value: context.values.reading(name, "planning") }));
}

import type { Roster } from "../../roster/roster.ts";
import type { Context } from "../block.ts";
import type { MovedFigures } from "../evaluate.ts";
import type { Evaluation } from "../evaluation.ts";
import { namesOutsideFormulas, namesUsed, readingsOutsideFormulas } from "../explanation/used-values.ts";
import { bindNames, Eligibility, type BindName } from "../ledger.ts";
import type { CompiledMeasure, PreparedPolicy } from "../prepare.ts";
import { contextOf } from "../recorded-work.ts";
import type { Scenario } from "../scenario.ts";

/** Why an edit moves no figure of what is recorded. `cases`: recorded payments that the edited number or reading bears on. */
export type NoEffect =
  /** No formula over recorded cases reads it: it moves only what is simulated. */
  | { readonly kind: "future-only" }
  | { readonly kind: "no-case" }
  /** All cases are dated after the as-of date. */
  | { readonly kind: "future-case"; readonly cases: number }
  /** Another edit (key of a parameter or name of a reading) without which this one would count; `expired`: it is 停止日期. */
  | { readonly kind: "expired" | "other-edit"; readonly other: string }
  /** 年度额度 of a measure that shares or is an envelope is not set. */
  | { readonly kind: "quota-unset"; readonly key: string }
  | { readonly kind: "no-eligible"; readonly cases: number }
  /** Another option of a reading, published or not, with which it would count. */
  | { readonly kind: "reading"; readonly reading: string; readonly option: string }
  /** The edited limit lowers no amount, before or after. */
  | { readonly kind: "slack"; readonly cases: number }
  /** Payments by the limit that sets the amount. */
  | {
      readonly kind: "other-limit";
      readonly cases: number;
      readonly limits: readonly { readonly name: BindName; readonly cases: number }[];
    }
  | { readonly kind: "unmoved"; readonly cases: number };

/** What the reason is found from; every scenario is over the same roster. */
export interface EditedWork {
  readonly prepared: PreparedPolicy;
  readonly roster: Roster;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly sums: (scenario: Scenario) => MovedFigures;
}

/** A scenario without one edit: of a parameter by key, or of a reading by name. */
function withoutEdit(scenario: Scenario, key: string): Scenario {
  const others = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
  return { ...scenario, values: others(scenario.values), readings: others(scenario.readings) };
}

/** Every figure paid, on every basis, as a text; what is forgone is none. */
const figuresText = ({ measures, departments, total, pools, funds }: MovedFigures): string =>
  JSON.stringify([measures, departments, total, pools, funds], (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );

/**
 * Why one edit of a scenario changes no total, found by taking it back, alone and with other edits and readings.
 * @param key of a parameter, or name of a reading, that the scenario edits
 * @returns undefined where the edit moves a figure
 */
export function noEffectOf(work: EditedWork, key: string): NoEffect | undefined {
  const { prepared, roster, scenario, evaluation } = work;
  const movesIn = (under: Scenario): boolean =>
    figuresText(work.sums(under)) !== figuresText(work.sums(withoutEdit(under, key)));
  if (movesIn(scenario)) return undefined;
  const { context } = contextOf(prepared, roster, scenario);
  const readers = prepared.measures.filter((measure) => reads(measure, context, key));
  if (readers.length === 0) return { kind: "future-only" };
  const other = othersOf(scenario, key, readers, context).find((each) => movesIn(withoutEdit(scenario, each)));
  if (other !== undefined) return { kind: other.endsWith(".停止日期") ? "expired" : "other-edit", other };
  const unset = readers.map(({ measure }) => `${measure.id}.年度额度`).find((quota) => isUnset(context, quota));
  if (unset !== undefined && unset !== key) return { kind: "quota-unset", key: unset };
  return reasonInCases(casesOf(readers, evaluation, key), readers, work, key, movesIn);
}

const isUnset = ({ values }: Context, key: string): boolean => values.has(key) && values.value(key) === null;

/** A key as the formulas of a measure name it. */
const nameIn = ({ measure }: CompiledMeasure, key: string): string =>
  key.startsWith(`${measure.id}.`) ? key.slice(measure.id.length + 1) : key;

function reads(measure: CompiledMeasure, context: Context, key: string): boolean {
  const { base, soleTrader, titleTest } = measure;
  const tests = [base, soleTrader, titleTest].flatMap(({ checked }) => checked.names);
  const names = [...namesUsed(measure), ...namesOutsideFormulas(measure, context), ...readingsOutsideFormulas(measure)];
  return [...names, ...tests].includes(nameIn(measure, key));
}

const othersOf = (
  { values, readings }: Scenario,
  key: string,
  readers: readonly CompiledMeasure[],
  context: Context,
): string[] =>
  [...Object.keys(values), ...Object.keys(readings)].filter(
    (other) => other !== key && readers.some((measure) => reads(measure, context, other)),
  );

/** Recorded payments that a key bears on: of some rules only, where nothing else of the measure reads it. */
interface Cases {
  readonly all: number;
  readonly afterAsOf: number;
  readonly eligible: number;
  /** Eligible ones by what sets their amount. */
  readonly binds: ReadonlyMap<BindName, number>;
}

function rulesReading(measure: CompiledMeasure, key: string): ReadonlySet<number> | undefined {
  const name = nameIn(measure, key);
  const inRules = measure.rules.flatMap(({ gross }, rule) => (gross?.checked.names.includes(name) ? [rule] : []));
  const elsewhere = namesUsed({
    ...measure,
    rules: measure.rules.map(({ rule, date, exists }) => ({ rule, date, ...(exists && { exists }) })),
  });
  return inRules.length > 0 && !elsewhere.has(name) ? new Set(inRules) : undefined;
}

function casesOf(readers: readonly CompiledMeasure[], { ledger, afterAsOf }: Evaluation, key: string): Cases {
  const rulesOf = new Map(readers.map((measure) => [measure.index, rulesReading(measure, key)] as const));
  const binds = new Map<BindName, number>();
  let [all, eligible] = [0, 0];
  for (let entry = 0; entry < ledger.count; entry++) {
    const measure = ledger.measure[entry] ?? -1;
    if (!rulesOf.has(measure) || rulesOf.get(measure)?.has(ledger.rule[entry] ?? 0) === false) continue;
    all++;
    if (ledger.eligibility[entry] === Eligibility.false) continue;
    eligible++;
    const bind = bindNames[ledger.binds[entry] ?? 0] ?? "rate";
    binds.set(bind, (binds.get(bind) ?? 0) + 1);
  }
  return { all, afterAsOf: afterAsOf.filter(({ measure }) => rulesOf.has(measure)).length, eligible, binds };
}

/** Limits of measures that read a key, where nothing but limits does. */
function limitsReading(readers: readonly CompiledMeasure[], key: string): ReadonlySet<BindName> | undefined {
  const isElsewhere = readers.some((measure) => namesUsed({ ...measure, limits: [] }).has(nameIn(measure, key)));
  const kinds = readers.flatMap((measure) =>
    measure.limits.flatMap(({ limit, amount }) =>
      amount.checked.names.includes(nameIn(measure, key)) ? [limit.kind] : [],
    ),
  );
  return isElsewhere || kinds.length === 0 ? undefined : new Set(kinds);
}

function reasonInCases(
  { all, afterAsOf, eligible, binds }: Cases,
  readers: readonly CompiledMeasure[],
  { prepared, scenario }: EditedWork,
  key: string,
  movesIn: (scenario: Scenario) => boolean,
): NoEffect {
  if (all === 0) return afterAsOf > 0 ? { kind: "future-case", cases: afterAsOf } : { kind: "no-case" };
  if (eligible === 0) return { kind: "no-eligible", cases: all };
  const limits = limitsReading(readers, key);
  if (limits) {
    for (const { name, options } of prepared.policy.readings) {
      if (name === key || !readers.some((measure) => namesUsed(measure).has(name))) continue;
      const chosen = scenario.readings[name] ?? options[0]?.value;
      const option = options.find(
        ({ value }) => value !== chosen && movesIn({ ...scenario, readings: { ...scenario.readings, [name]: value } }),
      );
      if (option) return { kind: "reading", reading: name, option: option.value };
    }
    if (![...limits].some((limit) => binds.has(limit))) return { kind: "slack", cases: eligible };
  }
  const others = [...binds].filter(([name]) => name !== "rate" && !limits?.has(name));
  if (others.reduce((sum, [, cases]) => sum + cases, 0) === eligible)
    return { kind: "other-limit", cases: eligible, limits: others.map(([name, cases]) => ({ name, cases })) };
  return { kind: "unmoved", cases: eligible };
}

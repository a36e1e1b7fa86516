import { isSettledApart } from "../policy/allocation.ts";
import type { Compiled, CompiledMeasure, PreparedPolicy } from "../policy/prepare.ts";
import { fieldOf, fieldsOf } from "../roster/fields.ts";
import { families } from "./growth.ts";

/** Measures of 企业 that count for one another, and what their money hangs on of what happens to a firm. */
export interface LifePart {
  /** Position among the parts of a policy. */
  readonly index: number;
  readonly measures: readonly CompiledMeasure[];
  /** Whether an amount reads what a trial grows. */
  readonly grows: boolean;
  /** Whether what a trial grows decides which triggers there are, not their amounts alone. */
  readonly triggersGrow: boolean;
  /** Columns that their rules read: others change nothing. */
  readonly reads: ReadonlySet<string>;
  /** Columns of which one must hold a date for there to be a trigger; undefined where one may come of anything. */
  readonly dates: readonly string[] | undefined;
}

/** The parts of a policy, in the order of their first measures; measures that are settled apart stand in none. */
export function lifeParts({ policy, measures }: PreparedPolicy): LifePart[] {
  const left = new Set(
    measures.filter(
      ({ measure }) => measure.table === "enterprises" && measure.kind === "grant" && !isSettledApart(measure),
    ),
  );
  const grown = new Set(policy.yearLookups.map(({ name }) => name));
  const parts: LifePart[] = [];
  for (const first of left) {
    const found = new Set([first]);
    for (const known of found) for (const measure of left) if (areTied(known, measure)) found.add(measure);
    for (const measure of found) left.delete(measure);
    const together = measures.filter((measure) => found.has(measure));
    const names = new Set(together.flatMap(namesIn));
    const grows = [...names].some((name) => grown.has(name));
    const dates = together.flatMap(datesOf);
    parts.push({
      index: parts.length,
      measures: together,
      grows,
      triggersGrow: together.some((measure) => readsMoney(measure, grown)),
      reads: new Set([...names, ...together.flatMap(fieldsNamed), ...departureColumns, ...yearColumns]),
      dates: dates.includes(undefined) ? undefined : dates.filter((label) => label !== undefined),
    });
  }
  return parts;
}

/** Measures of one table of which one's amounts or triggers count for the other. */
function areTied({ measure: a }: CompiledMeasure, { measure: b }: CompiledMeasure): boolean {
  const same = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other;
  return (
    a.after?.measure === b.id ||
    b.after?.measure === a.id ||
    same(a.chain?.group, b.chain?.group) ||
    same(a.exclusive?.group, b.exclusive?.group)
  );
}

/** Columns that every schedule may read. */
const departureColumns = (["movedOut", "movedIn"] as const).map((id) => fieldOf("enterprises", id).label);

/** Columns of yearly money, which rules read by the year of the trigger. */
const yearColumns = fieldsOf("enterprises")
  .map(({ label }) => label)
  .filter((label) => Object.keys(families).some((family) => label.startsWith(family)));

type Formula = Exclude<keyof CompiledMeasure, "measure" | "index" | "scope" | "rules" | "limits">;

/** Every name in every formula of a measure. */
function namesIn(compiled: CompiledMeasure): string[] {
  const { base, soleTrader, eligible, testDay, countsWhen, gross, opening, joins } = compiled;
  const { excludes, titleTest, score, takenBackOn, rules, limits } = compiled;
  // a formula that is new in the type is missed here by the compiler
  const own: Readonly<Record<Formula, Compiled | undefined>> = {
    ...{ base, soleTrader, eligible, testDay, countsWhen, gross, opening, joins },
    ...{ excludes, titleTest, score, takenBackOn },
  };
  return [
    ...Object.values(own),
    ...limits.flatMap(({ amount, when }) => [amount, when]),
    ...rules.flatMap((rule) => [rule.date, rule.exists, rule.gross]),
  ].flatMap((formula) => formula?.checked.names ?? []);
}

/** Whether the triggers of a measure hang on a yearly figure. */
function readsMoney(
  { rules, base, soleTrader, eligible, testDay, countsWhen, titleTest }: CompiledMeasure,
  lookups: ReadonlySet<string>,
): boolean {
  const formulas = [base, soleTrader, eligible, testDay, countsWhen, titleTest];
  return [...formulas, ...rules.flatMap(({ date, exists }) => [date, exists])].some((formula) =>
    formula?.checked.names.some((name) => lookups.has(name) || yearColumns.includes(name) || name === "连续增长"),
  );
}

/** Columns of 企业 that a measure names by their field. */
function fieldsNamed({ measure }: CompiledMeasure): string[] {
  const text = JSON.stringify(measure);
  return fieldsOf("enterprises")
    .filter(({ id }) => text.includes(`"${id}"`))
    .map(({ label }) => label);
}

/** The columns whose dates are the triggers of a measure; undefined for one that is worked out of others. */
const datesOf = ({ rules }: CompiledMeasure): (string | undefined)[] =>
  rules.map(({ rule }) => fieldsOf("enterprises").find(({ label }) => label === rule.date)?.label);

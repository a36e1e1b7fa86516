import { monthIndexOf } from "../date/day.ts";
import type { OperandSource } from "../formula/types.ts";
import { fieldOf } from "../roster/fields.ts";
import { CellState } from "../roster/roster.ts";
import { somebodyElse } from "./bound-roster.ts";
import { operandsOf, selectRows, type Block, type Context } from "./block.ts";
import type { RecordedTrigger } from "./evaluation.ts";
import { Eligibility } from "./ledger.ts";
import type { CompiledMeasure, CompiledRule } from "./prepare.ts";
import { stopDay } from "./values.ts";

/** Recorded triggers of one measure; every array has one entry a trigger. */
export interface Triggers {
  readonly block: Block;
  readonly rule: Uint8Array;
  readonly date: Float64Array;
  /** `Eligibility` of each. */
  readonly eligibility: Uint8Array;
}

/** What a measure's rules found in a roster. */
export interface Found {
  /** Counted or not. */
  readonly all: Triggers;
  readonly counted: Triggers;
  readonly afterAsOf: readonly RecordedTrigger[];
}

/** Kleene value of a trigger, and whether 首次奖励 came before it, for measures that depend on another's. */
export type Earlier = (enterprise: number, before: number) => number;

/** For a measure that depends on no other. */
export const nothingEarlier: Earlier = () => 0;

const indicesWhere = (count: number, test: (i: number) => boolean): Int32Array => {
  const found: number[] = [];
  for (let i = 0; i < count; i++) if (test(i)) found.push(i);
  return Int32Array.from(found);
};

/** Every row of a measure's table. */
export function wholeTable(context: Context, measure: CompiledMeasure): Block {
  const { table, owner } = measure.measure;
  const rowCount = context.bound.rowCount(table);
  const row = Int32Array.from({ length: rowCount }, (_, i) => i);
  const enterprise = table === "enterprises" ? row : context.bound.owners(table, owner);
  const whole: Block = { measure: measure.measure, row, enterprise, state: new Map() };
  if (!enterprise.includes(somebodyElse)) return whole;
  return selectRows(
    whole,
    indicesWhere(rowCount, (i) => enterprise[i] !== somebodyElse),
  );
}

function withState(block: Block, entries: Readonly<Record<string, Float64Array>>): Block {
  return { ...block, state: new Map([...block.state, ...Object.entries(entries)]) };
}

/** Rows that have a date under the rule, with the Kleene value of its `exists` as 存在. */
export function datedRows(context: Context, measure: CompiledMeasure, rule: CompiledRule, earlier: Earlier): Block {
  const table = wholeTable(context, measure);
  const dates = rule.date.kernel(operandsOf(context, table, "planning"), table.row.length);
  const dated = indicesWhere(dates.length, (i) => Number.isFinite(dates[i]));
  const date = Float64Array.from(dated, (i) => dates[i] ?? Number.NaN);
  const rows = selectRows(table, dated);
  const tier = new Float64Array(date.length).fill(rule.rule.tier ?? Number.NaN);
  const after = measure.measure.after
    ? { [measure.measure.after.name]: Float64Array.from(date, (day, i) => earlier(rows.enterprise[i] ?? -1, day)) }
    : {};
  const block = withState(rows, { 触发日: date, 检验日: date, 档次: tier, ...after });
  const exists = rule.exists
    ? rule.exists.kernel(operandsOf(context, block, "planning"), date.length)
    : new Float64Array(date.length).fill(1);
  return withState(block, { 存在: exists });
}

/** Rows whose `exists` is not FALSE. */
function existing(dated: Block): Block {
  const exists = dated.state.get("存在") ?? new Float64Array();
  return selectRows(
    dated,
    indicesWhere(exists.length, (i) => exists[i] !== 0),
  );
}

/** 1 for every row whose date counts: it is in the term, or the measure says otherwise. */
export function countsByDate(context: Context, measure: CompiledMeasure, block: Block): Float64Array {
  const dates = block.state.get("触发日") ?? new Float64Array();
  return measure.countsWhen
    ? measure.countsWhen.kernel(operandsOf(context, block, "planning"), dates.length)
    : dates.map((day) => (day >= context.termStart && day <= context.termEnd ? 1 : 0));
}

/** Kleene AND of columns of 1, 0 and NaN. */
function kleeneAnd(count: number, columns: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(count).fill(1);
  for (const column of columns) {
    for (let i = 0; i < count; i++) {
      const value = column[i] ?? Number.NaN;
      if (value === 0 || result[i] === 0) result[i] = 0;
      else if (Number.isNaN(value)) result[i] = Number.NaN;
    }
  }
  return result;
}

/** 检验日 where it is not the trigger date, and the title held on it where a pool asks for it. */
function testDayed(context: Context, measure: CompiledMeasure, block: Block): Block {
  if (!measure.testDay) return block;
  const count = block.row.length;
  const tested = withState(block, { 检验日: measure.testDay.kernel(operandsOf(context, block, "planning"), count) });
  if (!measure.measure.pool) return tested;
  const titled = measure.titleTest.kernel(operandsOf(context, tested, "planning"), count);
  // a title whose validity is UNKNOWN gives the lower cap (section 5)
  return withState(tested, { 担保时专精特新: titled.map((value) => (value === 1 ? 1 : 0)) });
}

/** UNKNOWN where the cell that ends a run of months cannot be read: the amount is priced as if it were blank. */
function readableEnd(measure: CompiledMeasure, source: OperandSource): Float64Array[] {
  const { schedule, table } = measure.measure;
  if (schedule.kind !== "months") return [];
  const { state } = source(fieldOf(table, schedule.end).label);
  return state ? [Float64Array.from(state, (cell) => (cell === CellState.unreadable ? Number.NaN : 1))] : [];
}

/** Eligibility of every row of a block whose 检验日 is set: base, sole traders, the measure's own, 存在, stop date. */
export function eligibilityOf(context: Context, measure: CompiledMeasure, block: Block): Float64Array {
  const count = block.row.length;
  const source = operandsOf(context, block, "planning");
  const stop = stopDay(context.values, measure.measure.id);
  const dates = block.state.get("触发日") ?? new Float64Array(count);
  return kleeneAnd(count, [
    measure.base.kernel(source, count),
    ...(measure.measure.admitsSoleTraders ? [] : [measure.soleTrader.kernel(source, count)]),
    ...(measure.eligible ? [measure.eligible.kernel(source, count)] : []),
    ...[block.state.get("存在")].filter((column) => column !== undefined),
    ...readableEnd(measure, source),
    Float64Array.from(dates, (day) => (day < stop ? 1 : 0)),
  ]);
}

export const eligibilityCode = (kleene: number): number =>
  Number.isNaN(kleene) ? Eligibility.unknown : kleene === 0 ? Eligibility.false : Eligibility.true;

/** Triggers of one rule that count by their date, whether recorded before or after the as-of date. */
function triggersOfRule(context: Context, measure: CompiledMeasure, rule: number, block: Block): Triggers {
  const counts = countsByDate(context, measure, block);
  const index = indicesWhere(counts.length, (i) => counts[i] === 1);
  const kept = testDayed(context, measure, selectRows(block, index));
  return {
    block: kept,
    rule: new Uint8Array(index.length).fill(rule),
    date: kept.state.get("触发日") ?? new Float64Array(),
    eligibility: Uint8Array.from(eligibilityOf(context, measure, kept), eligibilityCode),
  };
}

const isSimulated = (context: Context, measure: CompiledMeasure, { block, rule }: Triggers, i: number): boolean =>
  context.trial?.simulated(
    measure.measure.table,
    block.row[i] ?? -1,
    measure.rules[rule[i] ?? 0]?.date.checked.names ?? [],
  ) === true;

/** A trigger after the as-of date is listed, not counted; one after the term counts when recorded (run-off). */
function splitByAsOf(context: Context, measure: CompiledMeasure, all: Triggers): Found {
  const { date, block } = all;
  const later = (i: number): boolean =>
    (date[i] ?? 0) > context.asOf && (date[i] ?? 0) <= context.termEnd && !isSimulated(context, measure, all, i);
  return {
    all,
    counted: selectTriggers(
      all,
      indicesWhere(date.length, (i) => !later(i)),
    ),
    afterAsOf: Array.from(indicesWhere(date.length, later), (i) => ({
      measure: measure.index,
      enterprise: block.enterprise[i] ?? -1,
      table: measure.measure.table,
      row: block.row[i] ?? -1,
      date: date[i] ?? Number.NaN,
    })),
  };
}

export function selectTriggers(triggers: Triggers, index: Int32Array): Triggers {
  return {
    block: selectRows(triggers.block, index),
    rule: Uint8Array.from(index, (i) => triggers.rule[i] ?? 0),
    date: Float64Array.from(index, (i) => triggers.date[i] ?? Number.NaN),
    eligibility: Uint8Array.from(index, (i) => triggers.eligibility[i] ?? 0),
  };
}

function joined(measure: CompiledMeasure, parts: readonly Triggers[]): Triggers {
  const names = new Set(parts.flatMap(({ block }) => [...block.state.keys()]));
  const flat = (pick: (part: Triggers) => Iterable<number>): number[] => parts.flatMap((part) => [...pick(part)]);
  return {
    block: {
      measure: measure.measure,
      row: Int32Array.from(flat(({ block }) => block.row)),
      enterprise: Int32Array.from(flat(({ block }) => block.enterprise)),
      state: new Map(
        [...names].map((name) => [name, Float64Array.from(flat(({ block }) => block.state.get(name) ?? []))]),
      ),
    },
    rule: Uint8Array.from(flat(({ rule }) => rule)),
    date: Float64Array.from(flat(({ date }) => date)),
    eligibility: Uint8Array.from(flat(({ eligibility }) => eligibility)),
  };
}

/** Positions sorted by enterprise, date, columns of `order`, rule. */
function sortedIndex(context: Context, measure: CompiledMeasure, triggers: Triggers): Int32Array {
  const { block, date, rule } = triggers;
  const byRow = context.rowOrder(measure.measure);
  const at = (array: { readonly [i: number]: number }, i: number): number => array[i] ?? 0;
  return Int32Array.from({ length: date.length }, (_, i) => i).sort(
    (a, b) =>
      at(block.enterprise, a) - at(block.enterprise, b) ||
      at(date, a) - at(date, b) ||
      byRow(at(block.row, a), at(block.row, b)) ||
      at(rule, a) - at(rule, b),
  );
}

/** `first`: the first not FALSE ends the list. `highest-of-day`: of one day the highest tier, the first named of equals. */
function selected(measure: CompiledMeasure, sorted: Triggers): Int32Array {
  const { enterprise, state } = sorted.block;
  const tiers = state.get("档次");
  const same = (a: number, b: number): boolean => enterprise[a] === enterprise[b];
  const kept: number[] = [];
  for (let i = 0; i < sorted.date.length; i++) {
    const last = kept[kept.length - 1];
    const follows = last !== undefined && same(last, i);
    if (measure.measure.select === "first" && follows && sorted.eligibility[last] !== Eligibility.false) continue;
    if (measure.measure.select === "highest-of-day" && follows && sorted.date[last] === sorted.date[i]) {
      if ((tiers?.[i] ?? 0) > (tiers?.[last] ?? 0)) kept[kept.length - 1] = i;
      continue;
    }
    kept.push(i);
  }
  return Int32Array.from(kept);
}

/** All recorded triggers of a measure, in the order of its chain, and those after the as-of date. */
export function recordedTriggers(context: Context, measure: CompiledMeasure, earlier: Earlier): Found {
  const all = joined(
    measure,
    measure.rules.map((rule, index) =>
      triggersOfRule(context, measure, index, existing(datedRows(context, measure, rule, earlier))),
    ),
  );
  const sorted = selectTriggers(all, sortedIndex(context, measure, all));
  return splitByAsOf(context, measure, selectTriggers(sorted, selected(measure, sorted)));
}

/** Kleene OR over an enterprise's triggers of a measure dated before a day: is one of them eligible? */
export function eligibleBefore(triggers: Triggers): Earlier {
  const byEnterprise = new Map<number, number[]>();
  triggers.block.enterprise.forEach((enterprise, i) => {
    const list = byEnterprise.get(enterprise);
    if (list) list.push(i);
    else byEnterprise.set(enterprise, [i]);
  });
  return (enterprise, before) => {
    const codes = (byEnterprise.get(enterprise) ?? [])
      .filter((i) => (triggers.date[i] ?? Number.NaN) < before)
      .map((i) => triggers.eligibility[i]);
    if (codes.includes(Eligibility.true)) return 1;
    return codes.includes(Eligibility.unknown) ? Number.NaN : 0;
  };
}

/** The month index of a day, or +∞ where there is none. */
export const monthOrNever = (day: number): number =>
  Number.isFinite(day) ? monthIndexOf(day) : Number.POSITIVE_INFINITY;

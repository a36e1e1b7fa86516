import { monthIndexOf } from "../date/day.ts";
import type { OperandSource } from "../formula/types.ts";
import { fieldOf } from "../roster/fields.ts";
import { CellState } from "../roster/roster.ts";
import { somebodyElse } from "./bound-roster.ts";
import { operandsOf, selectRows, type Block, type Context } from "./block.ts";
import { codesAt, indicesWhere, joinedInto, numbersAt, orderByEnterprise } from "./columns.ts";
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

/** Every row of a measure's table. */
export function wholeTable(context: Context, measure: CompiledMeasure): Block {
  const { table, owner } = measure.measure;
  const row = context.bound.everyRow(table);
  const enterprise = table === "enterprises" ? row : context.bound.owners(table, owner);
  const whole: Block = { measure: measure.measure, row, enterprise, state: new Map() };
  if (!enterprise.includes(somebodyElse)) return whole;
  return selectRows(
    whole,
    indicesWhere(row.length, (i) => enterprise[i] !== somebodyElse),
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
  const date = numbersAt(dates, dated);
  const rows = selectRows(table, dated);
  const tier = new Float64Array(date.length).fill(rule.rule.tier ?? Number.NaN);
  const after = measure.measure.after
    ? { [measure.measure.after.name]: date.map((day, i) => earlier(rows.enterprise[i] ?? -1, day)) }
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

/** Kleene AND; a value that is not there is UNKNOWN. */
function both(a = Number.NaN, b = Number.NaN): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

/** Kleene AND of columns of 1, 0 and NaN, of which some may have one value for all rows. */
function kleeneAnd(count: number, columns: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(count).fill(1);
  for (const column of columns) {
    const step = column.length === 1 ? 0 : 1;
    for (let i = 0; i < count; i++) result[i] = both(result[i], column[i * step]);
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
  if (!state) return [];
  const readable = new Float64Array(state.length).fill(1);
  for (let i = 0; i < state.length; i++) if (state[i] === CellState.unreadable) readable[i] = Number.NaN;
  return [readable];
}

/** What a measure asks beyond base eligibility: its own condition, 存在, a readable end, the stop date. */
function ownConditions(context: Context, measure: CompiledMeasure, block: Block, source: OperandSource): Float64Array {
  const count = block.row.length;
  const stop = stopDay(context.values, measure.measure.id);
  const dates = block.state.get("触发日") ?? new Float64Array(count);
  return kleeneAnd(count, [
    ...(measure.eligible ? [measure.eligible.kernel(source, count)] : []),
    ...[block.state.get("存在")].filter((column) => column !== undefined),
    ...readableEnd(measure, source),
    dates.map((day) => (day < stop ? 1 : 0)),
  ]);
}

function baseConditions(measure: CompiledMeasure, source: OperandSource, count: number): Float64Array {
  return kleeneAnd(count, [
    measure.base.kernel(source, count),
    ...(measure.measure.admitsSoleTraders ? [] : [measure.soleTrader.kernel(source, count)]),
  ]);
}

/** Eligibility of every row of a block whose 检验日 is set: base, sole traders, the measure's own, 存在, stop date. */
export function eligibilityOf(context: Context, measure: CompiledMeasure, block: Block): Float64Array {
  const count = block.row.length;
  const source = operandsOf(context, block, "planning");
  const own = ownConditions(context, measure, block, source);
  const open = indicesWhere(count, (i) => own[i] !== 0);
  // picking rows costs about as much as testing them
  if (open.length > count / 2) return kleeneAnd(count, [own, baseConditions(measure, source, count)]);
  const base = baseConditions(measure, operandsOf(context, selectRows(block, open), "planning"), open.length);
  for (let i = 0; i < open.length; i++) own[open[i] ?? -1] = both(own[open[i] ?? -1], base[i]);
  return own;
}

/** `Eligibility` of Kleene values. */
export function eligibilityCodes(kleene: Float64Array): Uint8Array {
  const codes = new Uint8Array(kleene.length).fill(Eligibility.true);
  for (let i = 0; i < codes.length; i++) {
    const value = kleene[i] ?? Number.NaN;
    if (value === 0) codes[i] = Eligibility.false;
    else if (Number.isNaN(value)) codes[i] = Eligibility.unknown;
  }
  return codes;
}

/** Triggers of one rule that count by their date, whether recorded before or after the as-of date. */
function triggersOfRule(context: Context, measure: CompiledMeasure, rule: number, block: Block): Triggers {
  const counts = countsByDate(context, measure, block);
  const index = indicesWhere(counts.length, (i) => counts[i] === 1);
  const kept = testDayed(context, measure, selectRows(block, index));
  return {
    block: kept,
    rule: new Uint8Array(index.length).fill(rule),
    date: kept.state.get("触发日") ?? new Float64Array(),
    eligibility: eligibilityCodes(eligibilityOf(context, measure, kept)),
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
    rule: codesAt(triggers.rule, index),
    date: numbersAt(triggers.date, index),
    eligibility: codesAt(triggers.eligibility, index),
  };
}

function joined(measure: CompiledMeasure, parts: readonly Triggers[]): Triggers {
  const count = parts.reduce((sum, { date }) => sum + date.length, 0);
  const numbers = (pick: (part: Triggers) => Float64Array) => joinedInto(new Float64Array(count), parts.map(pick));
  const codes = (pick: (part: Triggers) => Uint8Array) => joinedInto(new Uint8Array(count), parts.map(pick));
  const rows = (pick: (part: Triggers) => Int32Array) => joinedInto(new Int32Array(count), parts.map(pick));
  const state = new Map<string, Float64Array>();
  for (const name of parts[0]?.block.state.keys() ?? []) {
    state.set(
      name,
      numbers(({ block }) => block.state.get(name) ?? new Float64Array(block.row.length).fill(Number.NaN)),
    );
  }
  return {
    block: {
      measure: measure.measure,
      row: rows(({ block }) => block.row),
      enterprise: rows(({ block }) => block.enterprise),
      state,
    },
    rule: codes(({ rule }) => rule),
    date: numbers(({ date }) => date),
    eligibility: codes(({ eligibility }) => eligibility),
  };
}

/** Positions sorted by enterprise, date, columns of `order`, rule. */
function sortedIndex(context: Context, measure: CompiledMeasure, triggers: Triggers): Int32Array {
  const { block, date, rule } = triggers;
  const byRow = context.rowOrder(measure.measure);
  return orderByEnterprise(
    block.enterprise,
    (a, b) =>
      (date[a] ?? 0) - (date[b] ?? 0) || byRow(block.row[a] ?? 0, block.row[b] ?? 0) || (rule[a] ?? 0) - (rule[b] ?? 0),
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

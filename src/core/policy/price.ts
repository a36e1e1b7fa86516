import { roundToFen, type Fen } from "../money/money.ts";
import type { OperandSource } from "../formula/types.ts";
import { CellState } from "../roster/roster.ts";
import { operandsOf, selectRows, type Block, type Context } from "./block.ts";
import { bindIndex, Eligibility } from "./ledger.ts";
import type { Matters } from "./matters.ts";
import type { Compiled, CompiledLimit, CompiledMeasure } from "./prepare.ts";
import type { Due } from "./schedule.ts";
import type { Triggers } from "./triggers.ts";
import type { Basis } from "./values.ts";

/** Amounts of the dues of one measure on one basis, in the order of the dues. */
export interface Priced {
  readonly gross: Float64Array;
  readonly amount: Float64Array;
  readonly binds: Uint8Array;
  /** 1 where a cell that the amount needs is blank or unreadable, so that its eligibility is UNKNOWN. */
  readonly open: Uint8Array;
}

/** A measure's triggers and dues, ready to be priced. */
export interface Work {
  readonly measure: CompiledMeasure;
  readonly triggers: Triggers;
  readonly dues: readonly Due[];
}

/** Earlier amounts of the enterprises in one chain, 分; an enterprise that has none is absent. */
class ChainState {
  private readonly total = new Map<number, Fen>();
  private readonly byYear = new Map<number, Fen>();
  private readonly tier = new Map<number, number>();

  earlier(enterprise: number): Fen {
    return this.total.get(enterprise) ?? 0;
  }

  earlierInYear(enterprise: number, year: number): Fen {
    return this.byYear.get(enterprise * 10_000 + year) ?? 0;
  }

  highestTier(enterprise: number): number {
    return this.tier.get(enterprise) ?? 0;
  }

  add(enterprise: number, year: number, amount: Fen, tier: number): void {
    this.total.set(enterprise, this.earlier(enterprise) + amount);
    this.byYear.set(enterprise * 10_000 + year, this.earlierInYear(enterprise, year) + amount);
    if (tier > this.highestTier(enterprise)) this.tier.set(enterprise, tier);
  }
}

const emptyPriced = (count: number): Priced => ({
  gross: new Float64Array(count),
  amount: new Float64Array(count),
  binds: new Uint8Array(count),
  open: new Uint8Array(count),
});

/**
 * Marks the rows whose amount hangs on an unreadable cell, or on a blank one unless `blankIsFine`. A cell that the
 * formula names but does not use in that row, say under another reading, decides nothing.
 */
function markOpen(
  open: Uint8Array,
  formula: Compiled,
  source: OperandSource,
  applies: (i: number) => boolean,
  blankIsFine: boolean,
): void {
  const zero = (name: string): boolean => blankIsFine || formula.zeroIfBlank.has(name);
  const result = formula.strict(blanksAsZero(source, zero), open.length);
  for (let i = 0; i < open.length; i++) if (Number.isNaN(result[i]) && applies(i)) open[i] = 1;
}

/** Operands in which the blanks of some names are 0; an unreadable cell stays NaN. */
function blanksAsZero(source: OperandSource, zero: (name: string) => boolean): OperandSource {
  return (name) => {
    const operand = source(name);
    const { values, state } = operand;
    if (!state || !zero(name)) return operand;
    return { ...operand, values: values.map((value, i) => (state[i] === CellState.blank ? 0 : value)) };
  };
}

/** Lowers amounts by one limit; an amount it lowered is bound by it. */
function applyLimit(
  priced: Priced,
  { limit, amount, when }: CompiledLimit,
  source: OperandSource,
  doubtful: OperandSource,
  count: number,
): void {
  const applies = when?.kernel(source, count);
  const bound = amount.kernel(source, count);
  const on = (i: number): boolean => applies === undefined || applies[i] === 1;
  const open = new Uint8Array(count);
  markOpen(open, amount, doubtful, on, limit.ifUnknown === "no-limit");
  const bind = bindIndex(limit.kind);
  for (let i = 0; i < count; i++) {
    if (open[i] === 1) priced.open[i] = 1;
    const value = bound[i] ?? Number.NaN;
    if (!on(i) || Number.isNaN(value) || value === Number.POSITIVE_INFINITY) continue;
    const fen = Math.max(0, roundToFen(value));
    if (fen < (priced.amount[i] ?? 0)) {
      priced.amount[i] = fen;
      priced.binds[i] = bind;
    }
  }
}

function grossOf(
  measure: CompiledMeasure,
  rules: Uint8Array,
  source: OperandSource,
  count: number,
  open: Uint8Array,
): Float64Array {
  const result = new Float64Array(count);
  // 年房租 blank: no amount and a warning, but the firm is as eligible as before (section 4, m20c)
  const noAmountIfBlank = measure.measure.schedule.kind === "anniversaries";
  const formulas = new Set(Array.from(rules, (rule) => measure.rules[rule]?.gross ?? measure.gross));
  for (const formula of formulas) {
    const mine = (i: number): boolean => (measure.rules[rules[i] ?? 0]?.gross ?? measure.gross) === formula;
    const values = formula.kernel(source, count);
    markOpen(open, formula, source, mine, noAmountIfBlank);
    for (let i = 0; i < count; i++) if (mine(i)) result[i] = values[i] ?? Number.NaN;
  }
  return result;
}

/** 本条已享受 as NaN where the amounts it starts from are unreadable. */
function doubtfulOpening(source: OperandSource, unknownOpening: Uint8Array | undefined): OperandSource {
  if (!unknownOpening) return source;
  return (name) => {
    if (name !== "本条已享受") return source(name);
    return { values: source(name).values.map((value, i) => (unknownOpening[i] === 1 ? Number.NaN : value)) };
  };
}

/**
 * Prices the rows of a block: gross, then every limit in order, each rounded to 分; never below 0.
 * `unknownOpening`: 1 where 本条已享受 starts from an unreadable cell.
 */
export function priceBlock(
  context: Context,
  measure: CompiledMeasure,
  block: Block,
  rules: Uint8Array,
  basis: Basis,
  unknownOpening?: Uint8Array,
): Priced {
  context.witness?.({ block, rules, basis });
  const count = block.row.length;
  const priced = emptyPriced(count);
  const source = operandsOf(context, block, basis);
  const gross = grossOf(measure, rules, source, count, priced.open);
  for (let i = 0; i < count; i++) {
    const value = gross[i] ?? Number.NaN;
    priced.gross[i] = Number.isNaN(value) ? 0 : Math.max(0, roundToFen(value));
    priced.amount[i] = priced.gross[i] ?? 0;
  }
  const doubtful = doubtfulOpening(source, unknownOpening);
  for (const limit of measure.limits) applyLimit(priced, limit, source, doubtful, count);
  return priced;
}

/** One due of one member of a chain group. */
interface Link {
  readonly work: number;
  readonly due: number;
  readonly enterprise: number;
  readonly date: number;
}

function linksInOrder(group: readonly Work[]): Link[] {
  const links = group.flatMap(({ triggers, dues }, work) =>
    dues.map(({ trigger }, due): Link => ({
      work,
      due,
      enterprise: triggers.block.enterprise[trigger] ?? -1,
      date: triggers.date[trigger] ?? Number.NaN,
    })),
  );
  return links.sort((a, b) => a.enterprise - b.enterprise || a.date - b.date || a.work - b.work || a.due - b.due);
}

/** Links by wave: every enterprise's first together, then every second … */
function waves(links: readonly Link[]): Link[][] {
  const result: Link[][] = [];
  let position = 0;
  links.forEach((link, i) => {
    position = i > 0 && links[i - 1]?.enterprise === link.enterprise ? position + 1 : 0;
    (result[position] ??= []).push(link);
  });
  return result;
}

function dueBlock(work: Work, dues: Int32Array, chain: ChainState | undefined, opening: Float64Array): Block {
  const due = (i: number): Due => work.dues[i] ?? { trigger: -1, year: Number.NaN, part: 0, months: Number.NaN };
  const rows = selectRows(
    work.triggers.block,
    Int32Array.from(dues, (i) => due(i).trigger),
  );
  const year = Float64Array.from(dues, (i) => due(i).year);
  const of = (read: (enterprise: number, i: number) => number): Float64Array =>
    Float64Array.from(rows.enterprise, (enterprise, i) => read(enterprise, i));
  const state = new Map(rows.state).set("预算年度", year).set(
    "当年月数",
    Float64Array.from(dues, (i) => due(i).months),
  );
  if (chain) {
    state.set(
      "本条已享受",
      of((enterprise, i) => ((opening[i] ?? 0) + chain.earlier(enterprise)) / 100),
    );
    state.set(
      "本条本年已享受",
      of((enterprise, i) => chain.earlierInYear(enterprise, year[i] ?? 0) / 100),
    );
    state.set(
      "已达档次",
      of((enterprise) => chain.highestTier(enterprise)),
    );
  }
  return { ...rows, state };
}

/** 本条已享受 before any trigger of the roster, 分; an unreadable cell reads 0 and is noted in `unknown`. */
function openingAmounts(
  context: Context,
  work: Work,
  dues: Int32Array,
  basis: Basis,
): { amounts: Float64Array; unknown: Uint8Array } {
  const unknown = new Uint8Array(dues.length);
  const { opening } = work.measure;
  if (!opening) return { amounts: new Float64Array(dues.length), unknown };
  const block = selectRows(
    work.triggers.block,
    Int32Array.from(dues, (i) => work.dues[i]?.trigger ?? -1),
  );
  const source = operandsOf(context, block, basis);
  markOpen(unknown, opening, source, () => true, false);
  const yuan = opening.kernel(source, dues.length);
  return { amounts: yuan.map((amount) => (Number.isNaN(amount) ? 0 : roundToFen(amount))), unknown };
}

const joinsChain = (context: Context, { measure, triggers }: Work, basis: Basis): boolean =>
  measure.joins === undefined ||
  measure.joins.kernel(operandsOf(context, selectRows(triggers.block, new Int32Array(1)), basis), 1)[0] === 1;

/** Recorded triggers are claimed; of simulated ones the forecast says. */
function isClaimed({ asOf, trial }: Context, { measure, triggers, dues }: Work, due: number): boolean {
  const trigger = dues[due]?.trigger ?? -1;
  const date = triggers.date[trigger] ?? Number.NaN;
  if (!trial || !(date > asOf)) return true;
  return trial.claimed(measure.measure.id, triggers.block.enterprise[trigger] ?? -1, date);
}

function priceWave(
  context: Context,
  work: Work,
  dues: Int32Array,
  chain: ChainState | undefined,
  basis: Basis,
  into: Priced,
  joins: boolean,
  matters: Matters,
): void {
  const opening = openingAmounts(context, work, dues, basis);
  const block = dueBlock(work, dues, chain, opening.amounts);
  const rules = Uint8Array.from(dues, (i) => work.triggers.rule[work.dues[i]?.trigger ?? -1] ?? 0);
  const priced = priceBlock(context, work.measure, block, rules, basis, opening.unknown);
  dues.forEach((due, i) => {
    const claimed = basis === "statutory" || isClaimed(context, work, due);
    into.gross[due] = claimed ? (priced.gross[i] ?? 0) : 0;
    into.amount[due] = claimed ? (priced.amount[i] ?? 0) : 0;
    into.binds[due] = priced.binds[i] ?? 0;
    into.open[due] = priced.open[i] ?? 0;
  });
  matters.settle(context, work, dues, into, basis);
  dues.forEach((due, i) => {
    const trigger = work.dues[due]?.trigger ?? -1;
    if (!chain || !joins || work.triggers.eligibility[trigger] === Eligibility.false) return;
    const tier = block.state.get("档次")?.[i] ?? 0;
    chain.add(
      block.enterprise[i] ?? -1,
      work.dues[due]?.year ?? 0,
      into.amount[due] ?? 0,
      Number.isNaN(tier) ? 0 : tier,
    );
  });
}

/**
 * Prices measures that share one chain of earlier amounts, wave by wave; the result has one entry a work. What a
 * measure wins on a matter lowers the amounts that `matters` remembers of groups priced before.
 */
export function priceGroup(context: Context, group: readonly Work[], basis: Basis, matters: Matters): Priced[] {
  const results = group.map(({ dues }) => emptyPriced(dues.length));
  const chained = group.some(({ measure }) => measure.measure.chain);
  const chain = chained ? new ChainState() : undefined;
  const joins = group.map((work) => joinsChain(context, work, basis));
  const links = linksInOrder(group);
  for (const wave of chained ? waves(links) : [links]) {
    group.forEach((work, index) => {
      const dues = Int32Array.from(wave.filter((link) => link.work === index).map(({ due }) => due));
      const into = results[index];
      if (into && dues.length > 0) priceWave(context, work, dues, chain, basis, into, joins[index] ?? true, matters);
    });
  }
  return results;
}

/** Triggers whose amount cannot be known are UNKNOWN, unless they are FALSE. */
export function withOpenAmounts(triggers: Triggers, dues: readonly Due[], open: Uint8Array): Triggers {
  const eligibility = triggers.eligibility.slice();
  dues.forEach(({ trigger }, i) => {
    if (open[i] === 1 && eligibility[trigger] === Eligibility.true) eligibility[trigger] = Eligibility.unknown;
  });
  return { ...triggers, eligibility };
}

import { roundToFen } from "../money/money.ts";
import type { Operand, OperandSource } from "../formula/types.ts";
import { CellState } from "../roster/roster.ts";
import { operandsOf, selectRows, type Block, type Context } from "./block.ts";
import type { Batch, BatchedGroup } from "./batches.ts";
import { ChainState } from "./chain-state.ts";
import { numberColumn } from "./columns.ts";
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
  /** What ranks the dues, where the measure has a score; NaN where it cannot be known, which leaves it open. */
  readonly score?: Float64Array;
}

/** A measure's triggers and dues, ready to be priced. */
export interface Work {
  readonly measure: CompiledMeasure;
  readonly triggers: Triggers;
  readonly dues: readonly Due[];
}

const emptyPriced = (count: number, { score }: CompiledMeasure): Priced => ({
  gross: new Float64Array(count),
  amount: new Float64Array(count),
  binds: new Uint8Array(count),
  open: new Uint8Array(count),
  ...(score && { score: new Float64Array(count) }),
});

/** Amounts that may be lowered without touching those they are of. */
export const copyOf = ({ gross, amount, binds, open, score }: Priced): Priced => ({
  ...(score && { score }),
  gross: gross.slice(),
  amount: amount.slice(),
  binds: binds.slice(),
  open: open.slice(),
});

/** An amount by row, and the same as NaN where it hangs on a cell that is not known. */
interface Amounts {
  readonly values: Float64Array;
  readonly strict: Float64Array;
}

/**
 * Works a formula out. An amount is not known where it hangs on an unreadable cell, or on a blank one unless
 * `blankIsFine`. A cell that the formula names but does not use in that row, say under another reading, decides
 * nothing. `doubtful`: the operands as far as they are known.
 */
function amountsOf(
  formula: Compiled,
  count: number,
  blankIsFine: boolean,
  source: OperandSource,
  doubtful: OperandSource = source,
): Amounts {
  let isKnown = doubtful === source;
  const watched: OperandSource = (name) => {
    const operand = source(name);
    isKnown &&= isFilled(operand);
    return operand;
  };
  const values = formula.kernel(watched, count);
  // with every cell filled the strict reading is the same, and most blocks are filled
  if (isKnown) return { values, strict: values };
  const zero = (name: string): boolean => blankIsFine || formula.zeroIfBlank.has(name);
  return { values, strict: formula.strict(blanksAsZero(doubtful, zero), count) };
}

function isFilled({ values, state, isWhole }: Operand): boolean {
  if (isWhole) return true;
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return false;
  if (state) for (let i = 0; i < state.length; i++) if (state[i] !== CellState.filled) return false;
  return true;
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
  const { values, strict } = amountsOf(amount, count, limit.ifUnknown === "no-limit", source, doubtful);
  const bind = bindIndex(limit.kind);
  for (let i = 0; i < count; i++) {
    if (applies !== undefined && applies[i] !== 1) continue;
    if (Number.isNaN(strict[i])) priced.open[i] = 1;
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value) || value === Number.POSITIVE_INFINITY) continue;
    const fen = Math.max(0, roundToFen(value));
    if (fen < (priced.amount[i] ?? 0)) {
      priced.amount[i] = fen;
      priced.binds[i] = bind;
    }
  }
}

/** Sets the gross of every row, 0 where it cannot be worked out, by the formula of its trigger rule. */
function priceGross(priced: Priced, measure: CompiledMeasure, rules: Uint8Array, source: OperandSource): void {
  // 年房租 blank: no amount and a warning, but the firm is as eligible as before (section 4, m20c)
  const noAmountIfBlank = measure.measure.schedule.kind === "anniversaries";
  const formulaOf = measure.rules.map((rule) => rule.gross ?? measure.gross);
  for (const formula of new Set(formulaOf.length === 0 ? [measure.gross] : formulaOf)) {
    const { values, strict } = amountsOf(formula, rules.length, noAmountIfBlank, source);
    for (let i = 0; i < rules.length; i++) {
      if ((formulaOf[rules[i] ?? 0] ?? measure.gross) !== formula) continue;
      if (Number.isNaN(strict[i])) priced.open[i] = 1;
      const value = values[i] ?? Number.NaN;
      priced.gross[i] = Number.isNaN(value) ? 0 : Math.max(0, roundToFen(value));
    }
  }
  priced.amount.set(priced.gross);
}

/** 本条已享受 as NaN where the amounts it starts from are unreadable. */
function doubtfulOpening(source: OperandSource, unknownOpening: Uint8Array | undefined): OperandSource {
  if (!unknownOpening?.includes(1)) return source;
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
  const priced = emptyPriced(count, measure);
  const source = operandsOf(context, block, basis);
  priceGross(priced, measure, rules, source);
  const doubtful = doubtfulOpening(source, unknownOpening);
  for (const limit of measure.limits) applyLimit(priced, limit, source, doubtful, count);
  if (measure.score) priced.score?.set(measure.score.kernel(source, count));
  priced.score?.forEach((score, i) => {
    if (Number.isNaN(score)) priced.open[i] = 1;
  });
  return priced;
}

/** The rows with what their enterprises have had before. */
function withEarlier({ rows, seat }: Batch, chain: ChainState, opening: Float64Array): Block {
  const count = seat.length;
  const year = rows.state.get("预算年度");
  const earlier = numberColumn(count, (i) => ((opening[i] ?? 0) + chain.earlier(seat[i] ?? -1)) / 100);
  const inYear = numberColumn(count, (i) => chain.earlierInYear(seat[i] ?? -1, year?.[i] ?? 0) / 100);
  const tier = numberColumn(count, (i) => chain.highestTier(seat[i] ?? -1));
  const state = new Map(rows.state).set("本条已享受", earlier).set("本条本年已享受", inYear).set("已达档次", tier);
  return { ...rows, state };
}

/** 本条已享受 before any trigger of the roster, 分; an unreadable cell reads 0 and is noted in `unknown`. */
function openingAmounts(
  context: Context,
  { opening }: CompiledMeasure,
  rows: Block,
  basis: Basis,
): { amounts: Float64Array; unknown: Uint8Array } {
  const count = rows.row.length;
  const amounts = new Float64Array(count);
  const unknown = new Uint8Array(count);
  if (!opening) return { amounts, unknown };
  const { values, strict } = amountsOf(opening, count, false, operandsOf(context, rows, basis));
  for (let i = 0; i < count; i++) {
    const amount = values[i] ?? Number.NaN;
    if (!Number.isNaN(amount)) amounts[i] = roundToFen(amount);
    if (Number.isNaN(strict[i])) unknown[i] = 1;
  }
  return { amounts, unknown };
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

/** Writes the amounts of a batch among those of all dues of its work. */
function placeAmounts(context: Context, work: Work, { dues }: Batch, priced: Priced, basis: Basis, into: Priced): void {
  for (let i = 0; i < dues.length; i++) {
    const due = dues[i] ?? -1;
    const claimed = basis === "statutory" || isClaimed(context, work, due);
    into.gross[due] = claimed ? (priced.gross[i] ?? 0) : 0;
    into.amount[due] = claimed ? (priced.amount[i] ?? 0) : 0;
    into.binds[due] = priced.binds[i] ?? 0;
    into.open[due] = priced.open[i] ?? 0;
    if (into.score) into.score[due] = priced.score?.[i] ?? Number.NaN;
  }
}

/** Adds what a batch is paid to what its enterprises have had; FALSE triggers have nothing. */
function addToChain({ triggers }: Work, { dues, trigger, seat, rows }: Batch, paid: Priced, chain: ChainState): void {
  const [year, tiers] = [rows.state.get("预算年度"), rows.state.get("档次")];
  for (let i = 0; i < dues.length; i++) {
    if (triggers.eligibility[trigger[i] ?? -1] === Eligibility.false) continue;
    const tier = tiers?.[i] ?? 0;
    chain.add(seat[i] ?? -1, year?.[i] ?? 0, paid.amount[dues[i] ?? -1] ?? 0, Number.isNaN(tier) ? 0 : tier);
  }
}

function priceBatch(
  context: Context,
  work: Work,
  batch: Batch,
  chain: ChainState | undefined,
  basis: Basis,
  into: Priced,
  matters: Matters,
): void {
  const opening = openingAmounts(context, work.measure, batch.rows, basis);
  const block = chain ? withEarlier(batch, chain, opening.amounts) : batch.rows;
  const priced = priceBlock(context, work.measure, block, batch.rule, basis, opening.unknown);
  placeAmounts(context, work, batch, priced, basis, into);
  matters.settle(context, work, batch.dues, into, basis);
}

/**
 * Prices measures that share one chain of earlier amounts, batch by batch; the result has one entry a work. What a
 * measure wins on a matter lowers the amounts that `matters` remembers of groups priced before.
 */
export function priceGroup(context: Context, group: BatchedGroup, basis: Basis, matters: Matters): Priced[] {
  const { works, batches, seats } = group;
  const results = works.map(({ measure, dues }) => emptyPriced(dues.length, measure));
  const chain = seats > 0 ? new ChainState(seats) : undefined;
  const joins = works.map((work) => joinsChain(context, work, basis));
  for (const batch of batches) {
    const [work, into] = [works[batch.work], results[batch.work]];
    if (!work || !into) continue;
    priceBatch(context, work, batch, chain, basis, into, matters);
    if (chain && joins[batch.work] === true) addToChain(work, batch, into, chain);
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

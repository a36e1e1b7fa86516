import { roundToFen, type Fen } from "../money/money.ts";
import type { Operand, OperandSource } from "../formula/types.ts";
import { CellState } from "../roster/roster.ts";
import { operandsOf, selectRows, type Block, type Context } from "./block.ts";
import { codesAt, everyIndex, numberColumn, orderByEnterprise } from "./columns.ts";
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

/** Earlier amounts of the enterprises in one chain, 分; an enterprise that has none has 0. */
class ChainState {
  private readonly total: Float64Array;
  private readonly byYear = new Map<number, Fen>();
  private readonly tier: Float64Array;

  constructor(enterprises: number) {
    // −1, a code that is not in 企业, has the first place
    this.total = new Float64Array(enterprises + 1);
    this.tier = new Float64Array(enterprises + 1);
  }

  earlier(enterprise: number): Fen {
    return this.total[enterprise + 1] ?? 0;
  }

  earlierInYear(enterprise: number, year: number): Fen {
    return this.byYear.get(enterprise * 10_000 + year) ?? 0;
  }

  highestTier(enterprise: number): number {
    return this.tier[enterprise + 1] ?? 0;
  }

  add(enterprise: number, year: number, amount: Fen, tier: number): void {
    this.total[enterprise + 1] = this.earlier(enterprise) + amount;
    this.byYear.set(enterprise * 10_000 + year, this.earlierInYear(enterprise, year) + amount);
    if (tier > this.highestTier(enterprise)) this.tier[enterprise + 1] = tier;
  }
}

const emptyPriced = (count: number): Priced => ({
  gross: new Float64Array(count),
  amount: new Float64Array(count),
  binds: new Uint8Array(count),
  open: new Uint8Array(count),
});

/** Amounts that may be lowered without touching those they are of. */
export const copyOf = ({ gross, amount, binds, open }: Priced): Priced => ({
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

const isFilled = ({ values, state }: Operand): boolean =>
  !values.some(Number.isNaN) && state?.some((cell) => cell !== CellState.filled) !== true;

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
  const priced = emptyPriced(count);
  const source = operandsOf(context, block, basis);
  priceGross(priced, measure, rules, source);
  const doubtful = doubtfulOpening(source, unknownOpening);
  for (const limit of measure.limits) applyLimit(priced, limit, source, doubtful, count);
  return priced;
}

/**
 * Dues of a chain group by wave and work: every enterprise's first together, then every second …, in the order of
 * dates; on one day as the works and their dues stand.
 */
function wavesOf(group: readonly Work[]): Int32Array[][] {
  const links = group.flatMap(({ dues }, work) => dues.map(({ trigger }, due) => ({ work, due, trigger })));
  const enterprise = new Int32Array(links.length);
  const date = new Float64Array(links.length);
  links.forEach(({ work, trigger }, i) => {
    enterprise[i] = group[work]?.triggers.block.enterprise[trigger] ?? -1;
    date[i] = group[work]?.triggers.date[trigger] ?? Number.NaN;
  });
  const waves: number[][][] = [];
  let [position, last] = [0, Number.NaN];
  for (const i of orderByEnterprise(enterprise, (a, b) => (date[a] ?? 0) - (date[b] ?? 0))) {
    position = enterprise[i] === last ? position + 1 : 0;
    last = enterprise[i] ?? -1;
    const wave = (waves[position] ??= group.map(() => []));
    const link = links[i];
    if (link) wave[link.work]?.push(link.due);
  }
  return waves.map((wave) => wave.map((dues) => Int32Array.from(dues)));
}

const noDue: Due = { trigger: -1, year: Number.NaN, part: 0, months: Number.NaN };

/** The rows of some dues as they were when nothing had been paid. */
function dueRows({ triggers, dues }: Work, wanted: Int32Array): Block {
  const due = (i: number): Due => dues[wanted[i] ?? -1] ?? noDue;
  const block = selectRows(
    triggers.block,
    wanted.map((index) => (dues[index] ?? noDue).trigger),
  );
  const state = new Map(block.state)
    .set(
      "预算年度",
      numberColumn(wanted.length, (i) => due(i).year),
    )
    .set(
      "当年月数",
      numberColumn(wanted.length, (i) => due(i).months),
    );
  return { ...block, state };
}

/** The rows with what their enterprises have had before. */
function withEarlier(rows: Block, chain: ChainState, opening: Float64Array): Block {
  const { enterprise } = rows;
  const year = rows.state.get("预算年度");
  const earlier = numberColumn(
    enterprise.length,
    (i) => ((opening[i] ?? 0) + chain.earlier(enterprise[i] ?? -1)) / 100,
  );
  const inYear = numberColumn(enterprise.length, (i) => chain.earlierInYear(enterprise[i] ?? -1, year?.[i] ?? 0) / 100);
  const tier = numberColumn(enterprise.length, (i) => chain.highestTier(enterprise[i] ?? -1));
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
  const rows = dueRows(work, dues);
  const opening = openingAmounts(context, work.measure, rows, basis);
  const block = chain ? withEarlier(rows, chain, opening.amounts) : rows;
  const rules = codesAt(
    work.triggers.rule,
    dues.map((due) => work.dues[due]?.trigger ?? -1),
  );
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
  const isChained = group.some(({ measure }) => measure.measure.chain);
  const chain = isChained ? new ChainState(context.bound.rowCount("enterprises")) : undefined;
  const joins = group.map((work) => joinsChain(context, work, basis));
  for (const wave of isChained ? wavesOf(group) : [group.map(({ dues }) => everyIndex(dues.length))]) {
    group.forEach((work, index) => {
      const [dues, into] = [wave[index], results[index]];
      if (!dues || !into || dues.length === 0) return;
      priceWave(context, work, dues, chain, basis, into, joins[index] ?? true, matters);
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

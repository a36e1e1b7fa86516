import { yearOf } from "../../date/day.ts";
import type { Block, Context, PricedBlock } from "../block.ts";
import { envelopeOf } from "../envelope.ts";
import type { Evaluation } from "../evaluation.ts";
import { bindNames, Eligibility, type AllocationEntry, type PoolLedger } from "../ledger.ts";
import type { CompiledMeasure } from "../prepare.ts";
import type { Outcome } from "../outcomes.ts";
import type { Due } from "../schedule.ts";
import type { Triggers } from "../triggers.ts";
import type { Basis } from "../values.ts";
import { placeOf } from "./cell-values.ts";
import { amountOf } from "./explain-amount.ts";
import { amountKnown, conditionsOf } from "./explain-conditions.ts";
import type {
  AmountExplanation,
  Condition,
  DueExplanation,
  PaymentExplanation,
  TriggerExplanation,
} from "./explanation.ts";
import type { RosterOfOne } from "./roster-of-one.ts";

/** One code's own evaluation, and the whole evaluation that it is part of. */
export interface Explaining {
  readonly context: Context;
  readonly one: RosterOfOne;
  readonly evaluation: Pick<Evaluation, "ledger" | "pools" | "allocations">;
  /** Every block priced so far. */
  readonly witnessed: readonly PricedBlock[];
}

/** The triggers of a measure that are the code's own, in chain order. */
export function triggersExplained(
  explaining: Explaining,
  measure: CompiledMeasure,
  outcome: Outcome,
): TriggerExplanation[] {
  const { triggers } = outcome.work;
  const { roster, codeText } = explaining.one;
  const { table, owner } = measure.measure;
  const codes = roster.tables[table].columns.get(owner)?.values;
  return Array.from(triggers.date.keys())
    .filter((trigger) => codes?.[triggers.block.row[trigger] ?? -1] === codeText)
    .map((trigger) => triggerExplained(explaining, measure, outcome, trigger));
}

function triggerExplained(
  explaining: Explaining,
  measure: CompiledMeasure,
  outcome: Outcome,
  trigger: number,
): TriggerExplanation {
  const { triggers, dues } = outcome.work;
  const row = triggers.block.row[trigger] ?? -1;
  const payments = paymentsOf(explaining, measure, triggers, trigger);
  return {
    rule: triggers.rule[trigger] ?? 0,
    date: triggers.date[trigger] ?? Number.NaN,
    place: placeOf(explaining.one.roster, measure.measure.table, row),
    eligibility: triggers.eligibility[trigger] ?? Eligibility.false,
    conditions: conditionsOfTrigger(explaining, measure, outcome, trigger),
    dues: Array.from(dues.entries())
      .filter(([, due]) => due.trigger === trigger)
      .map(([index, due]) => dueExplained(explaining, measure, outcome, due, index)),
    payments,
  };
}

function conditionsOfTrigger(
  explaining: Explaining,
  measure: CompiledMeasure,
  { work, planning }: Outcome,
  trigger: number,
): Condition[] {
  const { context } = explaining;
  const { triggers } = work;
  const rule = triggers.rule[trigger] ?? 0;
  const conditions = conditionsOf(rule, { context, measure, block: triggers.block, index: trigger });
  const open = work.dues.find((due, index) => due.trigger === trigger && planning.open[index] === 1);
  if (!open) return conditions;
  const priced = pricedRow(explaining, measure, triggers, open, "planning");
  return [...conditions, amountKnown(rule, { context, measure, ...priced })];
}

/** The block and row in which a due was priced. @throws Error if pricing never saw it (our own mistake) */
function pricedRow(explaining: Explaining, measure: CompiledMeasure, triggers: Triggers, due: Due, basis: Basis) {
  const row = triggers.block.row[due.trigger];
  const rule = triggers.rule[due.trigger];
  const matches = ({ block, rules }: PricedBlock, i: number): boolean =>
    block.row[i] === row && rules[i] === rule && yearIn(block, i, due) === due.year;
  for (const priced of explaining.witnessed) {
    if (priced.basis !== basis || priced.block.measure !== measure.measure) continue;
    const index = priced.block.row.findIndex((_, i) => matches(priced, i));
    if (index >= 0) return { block: priced.block, index };
  }
  throw new Error(`${measure.measure.id}: a due of ${due.year} was not priced on the ${basis} basis`);
}

const yearIn = (block: Block, i: number, due: Due): number => block.state.get("预算年度")?.[i] ?? due.year;

function dueExplained(
  explaining: Explaining,
  measure: CompiledMeasure,
  outcome: Outcome,
  due: Due,
  index: number,
): DueExplanation {
  const { triggers } = outcome.work;
  const rule = triggers.rule[due.trigger] ?? 0;
  // an envelope is shared once, on one basis
  const basisOf = (basis: Basis): Basis => (measure.measure.kind === "shared-envelope" ? "planning" : basis);
  const amount = (basis: Basis): AmountExplanation => {
    const priced = pricedRow(explaining, measure, triggers, due, basisOf(basis));
    const at = { context: explaining.context, measure, ...priced };
    return {
      ...amountOf(at, rule, basisOf(basis), outcome[basis].amount[index] ?? 0),
      ...poolShare(explaining, measure, triggers, due, basis),
      ...envelopeShare(explaining, measure, due),
      ...standingOf(explaining, measure, triggers, due, basis),
    };
  };
  return {
    year: due.year,
    ...(Number.isFinite(due.months) && { months: due.months }),
    planning: amount("planning"),
    statutory: amount("statutory"),
  };
}

function wholeRow({ one }: Explaining, measure: CompiledMeasure, triggers: Triggers, trigger: number): number {
  return one.rows[measure.measure.table][triggers.block.row[trigger] ?? -1] ?? -1;
}

/** The claim as the pool of the whole roster booked it. */
function poolShare(
  explaining: Explaining,
  measure: CompiledMeasure,
  triggers: Triggers,
  due: Due,
  basis: Basis,
): Pick<AmountExplanation, "pool"> {
  const row = wholeRow(explaining, measure, triggers, due.trigger);
  const pool = explaining.evaluation.pools[basis].find((ledger: PoolLedger) => ledger.measure === measure.index);
  const event = pool?.events.find((candidate) => candidate.kind === "claim" && candidate.row === row);
  if (!event) return {};
  const drawn = event.eligibility === Eligibility.true ? event.paid : 0;
  return { pool: { claim: event.amount, balance: event.balance + drawn, paid: event.paid } };
}

/** The claim as the allocation of the whole roster settled it. */
function standingOf(
  explaining: Explaining,
  measure: CompiledMeasure,
  triggers: Triggers,
  { trigger }: Due,
  basis: Basis,
): Pick<AmountExplanation, "standing"> {
  const ledger = explaining.evaluation.allocations[basis].find((each) => each.measure === measure.index);
  const row = wholeRow(explaining, measure, triggers, trigger);
  const isMine = (entry: AllocationEntry): boolean =>
    entry.row === row && entry.rule === triggers.rule[trigger] && entry.date === triggers.date[trigger];
  const mine = ledger?.entries.find(isMine);
  if (!ledger || !mine || mine.eligibility === Eligibility.false) return {};
  const rivals = ledger.entries.filter(
    ({ contest, eligibility, amount }) => contest === mine.contest && eligibility === Eligibility.true && amount > 0,
  );
  const inProportion = ledger.order === "share";
  const before = inProportion ? rivals : rivals.filter(({ rank }) => rank < mine.rank);
  return {
    standing: {
      order: ledger.order,
      contest: mine.contest,
      score: mine.score,
      scoreUnit: measure.score?.checked.unit ?? "number",
      rank: mine.rank,
      rivals: rivals.length,
      places: ledger.places,
      envelope: ledger.envelope,
      before: before.reduce((sum, { amount, paid }) => sum + (inProportion ? amount : paid), 0),
      paid: mine.paid,
    },
  };
}

function envelopeShare(
  { context, evaluation }: Explaining,
  measure: CompiledMeasure,
  due: Due,
): Pick<AmountExplanation, "envelope"> {
  if (measure.measure.kind !== "shared-envelope") return {};
  const { ledger } = evaluation;
  let wanted = 0;
  for (let i = 0; i < ledger.count; i++) {
    const counts = ledger.measure[i] === measure.index && ledger.year[i] === due.year;
    if (counts && ledger.eligibility[i] === Eligibility.true) wanted += ledger.gross[i] ?? 0;
  }
  return { envelope: { limit: envelopeOf(context.values, measure.measure.id), wanted } };
}

/** Entries of the whole ledger that belong to a trigger. */
function paymentsOf(
  explaining: Explaining,
  measure: CompiledMeasure,
  triggers: Triggers,
  trigger: number,
): PaymentExplanation[] {
  const { ledger } = explaining.evaluation;
  const row = wholeRow(explaining, measure, triggers, trigger);
  const payments: PaymentExplanation[] = [];
  for (let i = 0; i < ledger.count; i++) {
    if (ledger.row[i] !== row || ledger.measure[i] !== measure.index) continue;
    if (ledger.rule[i] !== triggers.rule[trigger] || ledger.date[i] !== triggers.date[trigger]) continue;
    payments.push({
      year: ledger.year[i] ?? yearOf(triggers.date[trigger] ?? 0),
      part: ledger.part[i] ?? 0,
      gross: ledger.gross[i] ?? 0,
      net: ledger.net[i] ?? 0,
      statutory: ledger.statutory[i] ?? 0,
      binds: bindNames[ledger.binds[i] ?? 0] ?? "rate",
    });
  }
  return payments;
}

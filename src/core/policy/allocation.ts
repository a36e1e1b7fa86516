import type { Fen } from "../money/money.ts";
import { roundToFen } from "../money/money.ts";
import type { Context } from "./block.ts";
import { shareEnvelope } from "./envelope.ts";
import { bindIndex, Eligibility, type AllocationLedger } from "./ledger.ts";
import type { AllocationRule, Measure } from "./policy.ts";
import type { Priced, Work } from "./price.ts";
import { compareCodePoints } from "./row-order.ts";
import { operandValue } from "./values.ts";

/** Claims on places or money, struct-of-arrays with one entry a claim. */
export interface Claims {
  /** Claims of one number compete: a budget year, or 0 for the term. */
  readonly contest: Float64Array;
  /** NaN where it is not known: such a claim is taken as the best of all, which only UNKNOWN ones may be. */
  readonly score: Float64Array;
  readonly date: Float64Array;
  /** Place of the credit code among all, see {@link codeRanks}. */
  readonly code: Float64Array;
  /** Place of the row among those of its table. */
  readonly row: Float64Array;
  /** 分, after every limit. */
  readonly amount: Float64Array;
  /** `Eligibility` of each. */
  readonly eligibility: Uint8Array;
}

/** How many and how much are paid at most in one contest. */
export interface AllocationTerms {
  readonly order: AllocationRule["order"];
  /** Infinity: no limit. */
  readonly places: number;
  /** 分; Infinity: no limit. */
  readonly envelope: number;
}

/** What claims get, one entry a claim. */
export interface Awards {
  /** 分. */
  readonly paid: Float64Array;
  /** From 1 on; 0 where nothing is claimed or claims are not ranked. */
  readonly rank: Int32Array;
}

/** Whether what a measure pays one enterprise hangs on others, or on rows that trials do not price anew. */
export const isSettledApart = ({
  allocation,
  clawback,
  table,
}: Pick<Measure, "allocation" | "clawback" | "table">): boolean =>
  allocation !== undefined || (clawback !== undefined && table !== "enterprises");

/** The terms of a measure's allocation under the values of a context. */
export function allocationTerms({ values }: Context, { id }: Measure, rule: AllocationRule): AllocationTerms {
  const limit = (name: string | undefined): number =>
    name === undefined ? Number.POSITIVE_INFINITY : operandValue(values.value(`${id}.${name}`));
  const envelope = limit(rule.envelope);
  return {
    order: rule.order,
    places: limit(rule.places),
    envelope: Number.isFinite(envelope) ? roundToFen(envelope) : Number.POSITIVE_INFINITY,
  };
}

/** Numbers that order credit codes by Unicode code point, by the position of the text; equal texts have one number. */
export function codeRanks(texts: readonly string[], positions: Iterable<number>): ReadonlyMap<number, number> {
  const codes = [...new Set(positions)].map((position) => ({ position, text: texts[position] ?? "" }));
  codes.sort((a, b) => compareCodePoints(a.text, b.text));
  const ranks = new Map<number, number>();
  let [rank, before] = [0, ""];
  for (const { position, text } of codes) {
    if (text !== before) rank += 1;
    ranks.set(position, rank);
    before = text;
  }
  return ranks;
}

/** Pays claims in their order, or in proportion. UNKNOWN claims take no place and no money from others. */
export function allocate(claims: Claims, terms: AllocationTerms): Awards {
  if (terms.order === "share") return inProportion(claims, terms);
  const { contest, score, amount, eligibility } = claims;
  const awards: Awards = { paid: new Float64Array(amount.length), rank: new Int32Array(amount.length) };
  let [now, places, left] = [Number.NaN, 0, 0];
  for (const i of inOrder(claims, terms)) {
    if (contest[i] !== now) [now, places, left] = [contest[i] ?? Number.NaN, 0, terms.envelope];
    const rank = places + 1;
    const paid = rank <= terms.places ? Math.min(amount[i] ?? 0, left) : 0;
    awards.rank[i] = rank;
    awards.paid[i] = paid;
    if (eligibility[i] !== Eligibility.true || Number.isNaN(score[i])) continue;
    places = rank;
    left -= paid;
  }
  return awards;
}

function inProportion({ contest, amount, eligibility }: Claims, { envelope }: AllocationTerms): Awards {
  const rank = new Int32Array(amount.length);
  const unlimited = !Number.isFinite(envelope);
  return { paid: unlimited ? amount.slice() : shareEnvelope({ date: contest, eligibility }, amount, envelope), rank };
}

/** Claims that compete, contest by contest in the order in which they are paid. */
function inOrder(claims: Claims, { order }: AllocationTerms): number[] {
  const { contest, score, date, code, row, amount, eligibility } = claims;
  const at = (column: Float64Array, i: number): number => column[i] ?? 0;
  const best = (i: number): number => (Number.isNaN(at(score, i)) ? Number.POSITIVE_INFINITY : at(score, i));
  const byScore = (a: number, b: number): number => {
    const [one, other] = [best(a), best(b)];
    return order !== "score" || one === other ? 0 : other > one ? 1 : -1;
  };
  return Array.from(amount.keys())
    .filter((i) => at(amount, i) > 0 && eligibility[i] !== Eligibility.false)
    .sort(
      (a, b) =>
        at(contest, a) - at(contest, b) ||
        byScore(a, b) ||
        at(date, a) - at(date, b) ||
        at(code, a) - at(code, b) ||
        at(row, a) - at(row, b),
    );
}

/** Position of every row of a measure's table by the measure's own order, then by row. */
export function rowPlaces(context: Context, measure: Measure): Float64Array {
  const rows = Array.from(context.bound.everyRow(measure.table));
  const places = new Float64Array(rows.length);
  rows.sort(context.rowOrder(measure)).forEach((row, place) => (places[row] = place));
  return places;
}

/** Text of the credit code that a row of a measure's table names as its owner, by row. */
export const ownerTexts = (context: Context, { table, owner }: Pick<Measure, "table" | "owner">): Float64Array =>
  context.bound.roster.tables[table].columns.get(owner)?.values ?? new Float64Array();

/** The dues of a measure as claims, in the order of the dues. */
export function claimsOf(context: Context, work: Work, rule: AllocationRule, priced: Priced): Claims {
  const { triggers, dues, measure } = work;
  const places = rowPlaces(context, measure.measure);
  const owners = ownerTexts(context, measure.measure);
  const ranks = codeRanks(context.bound.roster.texts, owners);
  const of = (read: (trigger: number, due: number) => number): Float64Array =>
    Float64Array.from(dues, ({ trigger }, due) => read(trigger, due));
  const row = (trigger: number): number => triggers.block.row[trigger] ?? -1;
  return {
    contest: of((_, due) => (rule.per === "term" ? 0 : (dues[due]?.year ?? 0))),
    score: of((_, due) => (priced.score ? (priced.score[due] ?? Number.NaN) : 0)),
    date: of((trigger) => triggers.date[trigger] ?? Number.NaN),
    code: of((trigger) => ranks.get(owners[row(trigger)] ?? -1) ?? 0),
    row: of((trigger) => places[row(trigger)] ?? 0),
    amount: of((_, due) => priced.amount[due] ?? 0),
    eligibility: Uint8Array.from(dues, ({ trigger }) => triggers.eligibility[trigger] ?? Eligibility.false),
  };
}

/** Lowers the amounts of a measure to what its allocation pays, and says who stood where. */
export function payByAllocation(context: Context, work: Work, rule: AllocationRule, priced: Priced): AllocationLedger {
  const { triggers } = work;
  const claims = claimsOf(context, work, rule, priced);
  const terms = allocationTerms(context, work.measure.measure, rule);
  const { paid, rank } = allocate(claims, terms);
  const entries = work.dues.map(({ trigger }, due) => {
    const amount: Fen = priced.amount[due] ?? 0;
    const entry = {
      row: triggers.block.row[trigger] ?? -1,
      rule: triggers.rule[trigger] ?? 0,
      date: triggers.date[trigger] ?? Number.NaN,
      contest: claims.contest[due] ?? 0,
      score: claims.score[due] ?? Number.NaN,
      rank: rank[due] ?? 0,
      amount,
      paid: paid[due] ?? 0,
      eligibility: triggers.eligibility[trigger] ?? Eligibility.false,
    };
    if (entry.paid < amount && entry.eligibility !== Eligibility.false) {
      priced.amount[due] = entry.paid;
      priced.binds[due] = bindIndex("envelope");
    }
    return entry;
  });
  return { measure: work.measure.index, ...terms, entries };
}

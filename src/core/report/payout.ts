import type { Fen } from "../money/money.ts";
import type { Context } from "../policy/block.ts";
import { enterpriseYears, envelopeOf, envelopeYears, shareEnvelope, testDayOf } from "../policy/envelope.ts";
import { yearOf } from "../date/day.ts";
import { split } from "../policy/ledger-builder.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import { priceBlock } from "../policy/price.ts";
import type { PricedGroup } from "../policy/recorded-work.ts";
import { sharesOf } from "../policy/schedule.ts";
import { selectTriggers } from "../policy/triggers.ts";
import type { DetailGroup, PaidRow, Payout } from "./detail-plan.ts";
import { noChain } from "./chain-line.ts";
import { detailRows, hasOpenInput, type DetailRow, type RowAmounts } from "./detail-row.ts";
import { allottedOf } from "./allotted.ts";
import type { PoolPlan } from "./pool-plan.ts";
import { returnedRows } from "./returned-rows.ts";

/** Rows of a group with what each is due, and how many rows of its firm stand above it. */
function paidRows(rows: readonly DetailRow[], payout: (row: DetailRow, index: number) => Payout): PaidRow[] {
  let above = 0;
  return rows.map((row, index) => {
    above = rows[index - 1]?.enterprise === row.enterprise ? above + 1 : 0;
    return { ...row, payout: payout(row, index), above };
  });
}

/** Rows of grants and pools priced together. */
export function grantGroup(context: Context, group: PricedGroup, pool: PoolPlan | undefined): DetailGroup {
  const allotted = allottedOf(context, group);
  const rows = paidRows(detailRows(context, group), (row) => grantPayout(context, row, pool, allotted?.(row.due)));
  return {
    measures: group.works.map(({ measure }) => measure),
    rows: [...rows, ...returnedRows(context, group, rows)],
  };
}

function grantPayout(
  context: Context,
  row: DetailRow,
  pool: PoolPlan | undefined,
  allotted: Payout["allotted"],
): Payout {
  const { measure, due } = row;
  if (pool) {
    const at = pool.claimAt.get(due) ?? -1;
    return { planning: pool.events.planning[at]?.paid ?? 0, statutory: pool.events.statutory[at]?.paid ?? 0 };
  }
  const { schedule } = measure.measure;
  const [planning, statutory] = [allotted?.planning ?? row.planning, allotted?.statutory ?? row.statutory];
  const settled = allotted && { allotted };
  if (schedule.kind !== "instalments") return { planning: planning.amount, statutory: statutory.amount, ...settled };
  const shares = sharesOf(context, measure, schedule.shares);
  const parts = { planning: split(planning.amount, shares), statutory: split(statutory.amount, shares) };
  const paid = parts.planning.map((part, k) => (row.year + k > row.lastYear ? 0 : part));
  return { planning: sum(paid), statutory: sum(parts.statutory), parts: { ...parts, paid }, ...settled };
}

const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, amount) => total + amount, 0);

/** Enterprise-years that share 年度额度: those that are not FALSE and whose amount can be known. */
export function sharedGroup(context: Context, measure: CompiledMeasure): DetailGroup {
  const all = enterpriseYears(context, measure);
  const wanted = Int32Array.from(
    Array.from(all.eligibility.keys()).filter((i) => all.eligibility[i] !== Eligibility.false),
  );
  const triggers = selectTriggers(all, wanted);
  const priced = priceBlock(context, measure, triggers.block, triggers.rule, "planning");
  const dues = Array.from(triggers.date, (date, trigger) => ({
    trigger,
    year: yearOf(date),
    part: 0,
    months: Number.NaN,
  }));
  const group: PricedGroup = { works: [{ measure, triggers, dues }], planning: [priced], statutory: [priced] };
  const rows = detailRows(context, group).filter((row) => !hasOpenInput(row));
  return { measures: [measure], rows: paidRows(rows, sharedPayout(context, measure, rows)) };
}

function sharedPayout(
  context: Context,
  measure: CompiledMeasure,
  rows: readonly DetailRow[],
): (row: DetailRow, index: number) => Payout {
  const envelope = envelopeOf(context.values, measure.measure.id) ?? 0;
  const gross = Float64Array.from(rows, ({ planning }) => planning.gross);
  const date = Float64Array.from(rows, (row) => row.date);
  const eligibility = Uint8Array.from(rows, (row) => row.eligibility);
  const paid = shareEnvelope({ date, eligibility }, gross, envelope);
  const wanted = sumsByYear(rows, gross);
  const used = sumsByYear(rows, paid);
  return (row, index) => {
    const quotient = (eligibility: number, available: Fen): number => {
      const total = wanted(row.year, eligibility);
      return total <= 0 ? 0 : (row.planning.gross * available) / total;
    };
    const due = paid[index] ?? 0;
    const left = envelope - used(row.year, Eligibility.true);
    return {
      planning: due,
      statutory: due,
      quotients: { 1: quotient(Eligibility.true, envelope), 2: quotient(Eligibility.unknown, left) },
    };
  };
}

/** Sum of amounts by year and eligibility. */
function sumsByYear(rows: readonly DetailRow[], amounts: Float64Array): (year: number, eligibility: number) => Fen {
  const sums = new Map<string, Fen>();
  rows.forEach(({ year, eligibility }, i) => {
    const key = `${year} ${eligibility}`;
    sums.set(key, (sums.get(key) ?? 0) + (amounts[i] ?? 0));
  });
  return (year, eligibility) => sums.get(`${year} ${eligibility}`) ?? 0;
}

const plain = (gross: Fen): RowAmounts => ({
  gross,
  limits: [],
  amount: gross,
  ...noChain,
  yields: false,
});

/** A pure envelope: one line a committed year, 0 while it is unset. */
export function envelopeGroup(context: Context, measure: CompiledMeasure): DetailGroup {
  const amount = envelopeOf(context.values, measure.measure.id) ?? 0;
  const rows = envelopeYears(context, measure.measure.id).map((year, due): DetailRow => ({
    measure,
    due,
    rule: 0,
    enterprise: -1,
    row: -1,
    date: testDayOf(context, year),
    testDay: testDayOf(context, year),
    year,
    part: 0,
    condition: Eligibility.true,
    eligibility: Eligibility.true,
    lastYear: Number.POSITIVE_INFINITY,
    inputs: new Map(),
    opening: 0,
    planning: plain(amount),
    statutory: plain(amount),
  }));
  return { measures: [measure], rows: paidRows(rows, () => ({ planning: amount, statutory: amount })) };
}

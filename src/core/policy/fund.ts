import { yearOf } from "../date/day.ts";
import { roundToFen, type Fen } from "../money/money.ts";
import type { Context } from "./block.ts";
import type { FundLedger } from "./ledger.ts";
import type { CompiledMeasure } from "./prepare.ts";
import { operandValue } from "./values.ts";

const add = (byYear: Map<number, Fen>, year: number, amount: Fen): void => {
  byYear.set(year, (byYear.get(year) ?? 0) + amount);
};

/** Years over which the undrawn rest is planned: those after the as-of year up to the last of the term, else the last. */
function plannedYears(context: Context): number[] {
  const last = yearOf(context.termEnd);
  const first = Math.min(yearOf(context.asOf) + 1, last);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Whole 分 by share; the last year takes the rest. */
function spread(amount: Fen, years: readonly number[], shares: readonly number[] | undefined): Map<number, Fen> {
  const planned = new Map<number, Fen>();
  let left = amount;
  years.forEach((year, index) => {
    const share = shares?.[index] ?? (shares ? 0 : 1 / years.length);
    const part = index === years.length - 1 ? left : Math.min(left, roundToFen((amount / 100) * share));
    planned.set(year, part);
    left -= part;
  });
  return planned;
}

/** The fund's account: recorded contributions of any date, what is left, and the plan for it (section 6). */
export function fundLedger(context: Context, measure: CompiledMeasure): FundLedger {
  const table = context.bound.roster.tables.fundInvestments;
  const column = (label: string): Float64Array =>
    context.bound.operand("fundInvestments", label)?.values ?? new Float64Array();
  const [amounts, dates, forms, returned] = [column("出资金额"), column("出资日期"), column("形式"), column("已回收")];
  const drawn = new Map<number, Fen>();
  const drawnDirect = new Map<number, Fen>();
  let contributed = 0;
  let recovered = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const fen = roundToFen(amounts[row] ?? 0);
    const year = yearOf(dates[row] ?? Number.NaN);
    add(drawn, year, fen);
    if (forms[row] === 0) add(drawnDirect, year, fen);
    contributed += fen;
    recovered += Number.isNaN(returned[row]) ? 0 : roundToFen(returned[row] ?? 0);
  }
  const size = roundToFen(operandValue(context.values.value(`${measure.measure.id}.基金规模`)));
  const undrawn = Math.max(0, size - contributed);
  const pace = context.values.value(`${measure.measure.id}.出资节奏`);
  return {
    measure: measure.index,
    size,
    drawn,
    drawnDirect,
    undrawn,
    planned: spread(undrawn, plannedYears(context), Array.isArray(pace) ? pace : undefined),
    recovered,
  };
}

import { Eligibility } from "../policy/ledger.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import type { AttritionProcess } from "../policy/process.ts";
import { fieldOf } from "../roster/fields.ts";
import { leavingScale } from "./added-rows.ts";
import type { Cell } from "./change-set.ts";
import { geometricSkip } from "./distributions.ts";
import type { ForecastPlan, Placed } from "./forecast-plan.ts";
import type { TrialBlock } from "./hazards.ts";
import { keyHash, type KeyHash } from "./key-hash.ts";
import type { Moves } from "./moves.ts";
import { RandomStream } from "./random-stream.ts";
import { rowKeys } from "./row-keys.ts";
import { rowPayments, type PricedRow, type RowPayment } from "./row-prices.ts";
import type { TrialCells } from "./trial-cells.ts";

/** A recorded row whose persons may leave. */
interface LastingRow {
  readonly enterprise: number;
  readonly key: KeyHash;
  readonly persons: number;
  /** By month of the horizon: what one person less from then on takes away, as negative payments. */
  readonly losses: readonly (readonly RowPayment[])[];
}

/** Recorded rows of a process, priced once. */
export interface Attrition {
  readonly process: Placed<AttritionProcess>;
  /** See `skipScale`. */
  readonly scale: number;
  readonly rows: readonly LastingRow[];
}

/** Prices what the leaving of one person of each recorded row takes away, by month. */
export function attritionOf(
  prepared: PreparedPolicy,
  plan: ForecastPlan,
  placed: Placed<AttritionProcess>,
): Attrition | undefined {
  const { process } = placed;
  const { context, horizon } = plan;
  const months = horizon.monthCount;
  const lasting = lastingRows(plan, process);
  const persons = context.bound.operand(process.table, fieldOf(process.table, process.persons).label)?.values;
  const owners = context.bound.owners(process.table, "uscc");
  const variants = lasting.flatMap((template) =>
    Array.from({ length: months + 1 }, (_, end): PricedRow => ({
      template,
      enterprise: owners[template] ?? -1,
      cells: onePerson(plan, process, end),
    })),
  );
  const payments = rowPayments(prepared, plan, process.table, variants, false);
  if (!payments) return undefined;
  const keys = rowKeys(context.bound.roster, process.table);
  return {
    process: placed,
    scale: leavingScale(Number(context.values.value(process.retention))),
    rows: lasting.map((template, place) => {
      const from = place * (months + 1);
      const whole = payments[from + months] ?? [];
      return {
        enterprise: owners[template] ?? -1,
        key: keyHash(keys[template] ?? ""),
        persons: Math.round(persons?.[template] ?? 0),
        losses: Array.from({ length: months }, (_, end) => difference(payments[from + end] ?? [], whole)),
      };
    }),
  };
}

/** Rows of the process that are under way on the as-of day. */
function lastingRows(
  { context: { bound, asOf } }: ForecastPlan,
  { table, rows, start, end }: AttritionProcess,
): number[] {
  const column = (field: string) => bound.operand(table, fieldOf(table, field).label)?.values;
  const [kinds, starts, ends] = [column(rows.field), column(start), column(end)];
  const { choices = [] } = fieldOf(table, rows.field);
  return Array.from({ length: bound.rowCount(table) }, (_, row) => row).filter(
    (row) =>
      rows.choices.includes(choices[kinds?.[row] ?? -1] ?? "") &&
      (starts?.[row] ?? Number.NaN) <= asOf &&
      !((ends?.[row] ?? Number.NaN) <= asOf),
  );
}

/** One person of a row, who leaves in a month or, at the number of months, stays as the roster says. */
function onePerson({ horizon }: ForecastPlan, process: AttritionProcess, end: number): Cell[] {
  const cells: Cell[] = [[fieldOf(process.table, process.persons).label, 1]];
  const day = horizon.days[end];
  if (day !== undefined) cells.push([fieldOf(process.table, process.end).label, day]);
  return cells;
}

/** Payments of `left` less those of `whole`, by measure and year. */
function difference(left: readonly RowPayment[], whole: readonly RowPayment[]): RowPayment[] {
  return whole.flatMap((payment): RowPayment[] => {
    const same = left.find(({ measure, year }) => measure === payment.measure && year === payment.year);
    // an end after the roster's own end changes nothing
    const planning = Math.min(0, (same?.planning ?? 0) - payment.planning);
    const statutory = Math.min(0, (same?.statutory ?? 0) - payment.statutory);
    return planning === 0 && statutory === 0 ? [] : [{ ...payment, planning, statutory }];
  });
}

/** Lets persons of recorded rows leave in the trials of a block; a move of the enterprise ends all its rows. */
export function loseJobs(
  { process, scale, rows }: Attrition,
  { seed, horizon }: ForecastPlan,
  block: TrialBlock,
  moves: Moves,
  cells: TrialCells,
): void {
  const stream = new RandomStream();
  const { monthCount } = horizon;
  for (const { enterprise, key, persons, losses } of rows) {
    if (losses.every((payments) => payments.length === 0)) continue;
    stream.moveTo(seed, process.hash, key, block.first);
    for (let trial = 0; trial < block.count; trial++) {
      const moved = moves.month(enterprise, trial);
      for (let person = 0; person < persons; person++) {
        const month = Math.min(geometricSkip(stream, scale), moved);
        if (month < monthCount) lose(losses[month] ?? [], trial, cells);
      }
    }
  }
}

function lose(losses: readonly RowPayment[], trial: number, cells: TrialCells): void {
  for (const { measure, year, arisen, planning, statutory, eligibility } of losses) {
    if (eligibility === Eligibility.true) {
      cells.addPlanned(measure, year, arisen, trial, planning);
      cells.addAmount(cells.statutory, measure, year, trial, statutory);
    } else cells.addAmount(cells.unverified, measure, year, trial, planning);
  }
}

import { yearOf } from "../date/day.ts";
import type { Context } from "../policy/block.ts";
import type { ArrivalProcess, CountProcess } from "../policy/process.ts";
import { compareCodePoints } from "../policy/row-order.ts";
import { fieldOf, type FieldId, type TableId } from "../roster/fields.ts";
import { compileCondition, conditionOperands } from "./at-risk.ts";
import { rowKeys } from "./row-keys.ts";

/** A process that adds rows, as this roster has it. */
export interface CountPlan {
  readonly process: CountProcess | ArrivalProcess;
  /** Expected number a year over the district. */
  readonly perYear: number;
  /** Enterprises that can be drawn, in the order of their codes. */
  readonly enterprises: Int32Array;
  /** Rows to resample from, in an order that does not hang on where they stand; empty: sizes are drawn. */
  readonly templates: Int32Array;
}

/** Fewer rows than this say too little about sizes (section 7). */
const enoughRows = 5;

/** Plans a process that adds rows: yearly count, who can be drawn, what can be resampled. */
export function countPlan(context: Context, process: CountProcess | ArrivalProcess): CountPlan {
  return process.kind === "count" ? rowPlan(context, process) : arrivalPlan(context, process);
}

/** Enterprises for which a condition is TRUE on the as-of day, by code. */
export function enterprisesWhere(context: Context, condition: string, processId: string): Int32Array {
  const count = context.bound.rowCount("enterprises");
  const index = Int32Array.from({ length: count }, (_, i) => i);
  const source = conditionOperands(context, index, new Float64Array(count).fill(context.asOf));
  const truth = compileCondition(context.policy, condition, processId)(source, count);
  const codes = context.bound.operand("enterprises", "统一社会信用代码")?.values ?? [];
  const code = (i: number): string => context.bound.roster.texts[codes[i] ?? -1] ?? "";
  return index.filter((i) => truth[i] === 1).sort((a, b) => compareCodePoints(code(a), code(b)));
}

function rowPlan(context: Context, process: CountProcess): CountPlan {
  const enterprises = enterprisesWhere(context, process.atRisk, process.id);
  const rows = rowsOf(context, process.table, process.rows);
  const keys = rows.length > 0 ? rowKeys(context.bound.roster, process.table) : [];
  const templates =
    rows.length < enoughRows ? [] : rows.sort((a, b) => compareCodePoints(keys[a] ?? "", keys[b] ?? ""));
  const dates = context.bound.operand(process.table, fieldOf(process.table, process.date).label)?.values;
  const seen = yearlyMean(context, rows, (row) => dates?.[row] ?? Number.NaN);
  return {
    process,
    perYear: setCount(context, process.count) ?? (seen > 0 ? seen : process.perEnterprise * enterprises.length),
    enterprises,
    templates: Int32Array.from(templates),
  };
}

function arrivalPlan(context: Context, process: ArrivalProcess): CountPlan {
  const templates = enterprisesWhere(context, process.like, process.id);
  const { key, per } = process.count;
  const rate = setCount(context, key);
  const perYear =
    per === "stock" ? (rate ?? 0) * templates.length : (rate ?? arrivalsSeen(context, process, templates));
  return { process, perYear: templates.length === 0 ? 0 : perYear, enterprises: templates, templates };
}

/** Mean yearly number of events that made such enterprises, else the default an SME. */
function arrivalsSeen(context: Context, process: ArrivalProcess, templates: Int32Array): number {
  const dated = process.changes.find(({ value }) => value === "event-day");
  const dates = dated && context.bound.operand("enterprises", fieldOf("enterprises", dated.field).label)?.values;
  const months = process.monthsBefore?.[dated?.field ?? ""] ?? 0;
  const seen = yearlyMean(context, [...templates], (row) => (dates?.[row] ?? Number.NaN) + (months * 365) / 12);
  const smes = context.isSme.reduce((sum, truth) => sum + (truth === 1 ? 1 : 0), 0);
  return seen > 0 ? seen : process.perEnterprise * smes;
}

const setCount = (context: Context, key: string): number | undefined => {
  const value = context.values.value(key);
  return typeof value === "number" ? value : undefined;
};

function rowsOf(
  context: Context,
  table: TableId,
  wanted: { readonly field: FieldId; readonly choices: readonly string[] } | undefined,
): number[] {
  const all = Array.from({ length: context.bound.rowCount(table) }, (_, row) => row);
  if (!wanted) return all;
  const { label, choices = [] } = fieldOf(table, wanted.field);
  const values = context.bound.operand(table, label)?.values;
  return all.filter((row) => wanted.choices.includes(choices[values?.[row] ?? -1] ?? ""));
}

/** Mean number of dates in the calendar years that lie wholly in the term and before the as-of day. */
function yearlyMean(context: Context, rows: readonly number[], dateOf: (row: number) => number): number {
  const first = yearOf(context.termStart - 1) + 1;
  const last = yearOf(context.asOf + 1) - 1;
  if (last < first) return 0;
  const inYears = rows.filter((row) => {
    const year = yearOf(dateOf(row));
    return year >= first && year <= last;
  });
  return inYears.length / (last - first + 1);
}

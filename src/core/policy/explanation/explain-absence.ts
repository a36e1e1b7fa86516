import type { Context } from "../block.ts";
import type { RecordedTrigger } from "../evaluation.ts";
import type { CompiledMeasure } from "../prepare.ts";
import { countsByDate, datedRows, wholeTable, type Earlier, type Triggers } from "../triggers.ts";
import { cellsBehind, placeOf } from "./cell-values.ts";
import { existenceOf } from "./explain-conditions.ts";
import type { Absence } from "./explanation.ts";

/** What a measure found among the rows of one code. */
interface FoundOfCode {
  readonly counted: Triggers;
  readonly afterAsOf: readonly RecordedTrigger[];
  readonly earlier: Earlier;
  /** Rows of the measure's table that are this code's own. */
  readonly isOwn: (row: number) => boolean;
}

function missingDates(context: Context, measure: CompiledMeasure, rule: number, rows: readonly number[]): Absence[] {
  const { roster } = context.bound;
  const { table } = measure.measure;
  const names = measure.rules[rule]?.date.checked.names ?? [];
  return rows.map((row): Absence => ({
    kind: "date-missing",
    rule,
    place: placeOf(roster, table, row),
    cells: cellsBehind(context, names, {
      measure: measure.measure,
      row,
      enterprise: roster.tables.enterprises.rowCount > 0 ? 0 : -1,
      day: Number.NaN,
    }),
  }));
}

/** Why the rows of one rule that have a date give no trigger. */
function datedAbsences(context: Context, measure: CompiledMeasure, rule: number, found: FoundOfCode): Absence[] {
  const compiled = measure.rules[rule];
  if (!compiled) return [];
  const { table } = measure.measure;
  const block = datedRows(context, measure, compiled, found.earlier);
  const counts = countsByDate(context, measure, block);
  const has = (row: number, date: number): boolean =>
    found.counted.date.some(
      (day, i) => day === date && found.counted.block.row[i] === row && found.counted.rule[i] === rule,
    );
  return Array.from(block.row.keys()).flatMap((index): Absence[] => {
    const row = block.row[index] ?? -1;
    const date = block.state.get("触发日")?.[index] ?? Number.NaN;
    if (!found.isOwn(row) || has(row, date)) return [];
    const where = { rule, place: placeOf(context.bound.roster, table, row), date };
    const condition = existenceOf(rule, { context, measure, block, index });
    if (condition?.value === 0) return [{ kind: "condition-false", ...where, condition }];
    if (counts[index] !== 1) return [{ kind: "outside-term", ...where }];
    const later = found.afterAsOf.some((trigger) => trigger.row === row && trigger.date === date);
    return [{ kind: later ? "after-as-of" : "superseded", ...where }];
  });
}

/** For every rule and row without a trigger: why there is none. */
export function absencesOf(context: Context, measure: CompiledMeasure, found: FoundOfCode): Absence[] {
  const own = Array.from(wholeTable(context, measure).row).filter(found.isOwn);
  if (own.length === 0) return [{ kind: "no-row", table: measure.measure.table }];
  return measure.rules.flatMap((compiled, rule) => {
    const dated = new Set(datedRows(context, measure, compiled, found.earlier).row);
    const undated = own.filter((row) => !dated.has(row));
    return [...missingDates(context, measure, rule, undated), ...datedAbsences(context, measure, rule, found)];
  });
}

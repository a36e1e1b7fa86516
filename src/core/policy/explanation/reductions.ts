import { isoDay } from "../../date/day.ts";
import type { ExplanationNode } from "../../formula/types.ts";
import type { Fen } from "../../money/money.ts";
import { CellState, type Roster } from "../../roster/roster.ts";
import type { Context } from "../block.ts";
import { Eligibility } from "../ledger.ts";
import type { CompiledMeasure, PreparedPolicy } from "../prepare.ts";
import { contextOf } from "../recorded-work.ts";
import type { Scenario } from "../scenario.ts";
import { candidateValues } from "./candidate-values.ts";
import { cellOf, cellsBehind } from "./cell-values.ts";
import { fieldBehind, rowOf, withCell } from "./changed-cell.ts";
import type { AmountExplanation, CellValue, EnterpriseExplanation, MeasureExplanation } from "./explanation.ts";
import { FirmAlone } from "./firm-alone.ts";
import { nearest, ordered } from "./nearest-value.ts";
import { rosterOfOne } from "./roster-of-one.ts";
import type { SufficientChange } from "./shortfalls.ts";

/** A change of one cell that raises what a limit holds down. */
export interface RaisingChange extends SufficientChange {
  /** What the measure would pay then, 分; a step less pays less. */
  readonly net: Fen;
}

/** Why a measure that is due pays no more. */
export interface Reduction {
  /** Index into `policy.measures`. */
  readonly measure: number;
  /** Limits that lowered an amount, by index into `measure.limits`. */
  readonly limits: readonly number[];
  /** TRUE payments before limits and after, 分. */
  readonly gross: Fen;
  readonly net: Fen;
  /** Each was tried; none where a number of the clauses holds the amount down, whatever the cells say. */
  readonly changes: readonly RaisingChange[];
}

const namesIn = ({ name, children }: ExplanationNode): readonly string[] =>
  children.length > 0 ? children.flatMap(namesIn) : name === undefined ? [] : [name];

/** What was paid before stands for the cells that say it. */
const earlierNames = (measure: CompiledMeasure, names: readonly string[]): readonly string[] =>
  names.some((name) => name.includes("已享受")) ? [...names, ...(measure.opening?.checked.names ?? [])] : names;

const loweredBy = ({ limits }: AmountExplanation) => limits.filter(({ lowered }) => lowered);

/** Cells that the binding limits of a measure read. */
function limitingCells(context: Context, measure: CompiledMeasure, explained: MeasureExplanation): CellValue[] {
  const { roster } = context.bound;
  const enterprise = roster.tables.enterprises.rowCount > 0 ? 0 : -1;
  const cells = explained.triggers.flatMap(({ date, place, dues }) => {
    const names = dues.flatMap(({ planning }) => loweredBy(planning).flatMap(({ tree }) => namesIn(tree)));
    const rows = { measure: measure.measure, row: rowOf(roster, place), enterprise, day: date };
    return names.length === 0 ? [] : cellsBehind(context, earlierNames(measure, names), rows);
  });
  return [...new Map(cells.map((cell) => [`${cell.table} ${cell.sheet} ${cell.row} ${cell.column}`, cell])).values()];
}

/** The nearest value of a cell that pays as much of the amount before limits as any value of it does. */
function raising(
  alone: FirmAlone,
  roster: Roster,
  from: CellValue,
  { gross, net }: Pick<Reduction, "gross" | "net">,
): RaisingChange[] {
  const [field, row] = [fieldBehind(from), rowOf(roster, from)];
  if (!field || row < 0 || field.type !== "money") return [];
  const paid = (value: number): Fen => Math.min(gross, alone.net(withCell(roster, field, row, value)));
  const candidates = candidateValues(roster, field, row, []);
  const most = candidates.reduce((best, value) => Math.max(best, paid(value)), net);
  if (most <= net) return [];
  const column = roster.tables[field.table].columns.get(field.id);
  const before = column?.state[row] === CellState.filled ? (column.values[row] ?? Number.NaN) : Number.NaN;
  const isEnough = (value: number): boolean => paid(value) >= most;
  // a blank that reads 0 is as far as 0 is
  const start = Number.isNaN(before) && field.blankIsZero === true ? 0 : before;
  const found = nearest(candidates, isEnough, start, ordered(field));
  if (!found) return [];
  const changed = withCell(roster, field, row, found.value);
  const short = found.short === undefined ? {} : { short: found.short / 100 };
  return [{ from, to: cellOf(changed, field, row), ...short, net: alone.net(changed) }];
}

/**
 * For every measure that is due and held down by a limit: which one, and the smallest change of each cell behind it that
 * lifts the amount as far as that cell can. Every change was tried by pricing the firm's rows with it. What the pool, an
 * envelope or places take is not among them: it hangs on other firms.
 */
export function reductionsOf(
  prepared: PreparedPolicy,
  whole: Roster,
  scenario: Scenario,
  explanation: EnterpriseExplanation,
): readonly Reduction[] {
  const one = rosterOfOne(whole, explanation.code);
  if (!one) return [];
  const { roster } = one;
  const { context } = contextOf(prepared, roster, { ...scenario, asOf: isoDay(explanation.asOf) });
  return explanation.measures.flatMap((explained): Reduction[] => {
    const measure = prepared.measures[explained.measure];
    const due = explained.triggers.filter(({ eligibility }) => eligibility === Eligibility.true);
    const lowered = due.flatMap(({ dues }) => dues.flatMap(({ planning }) => loweredBy(planning)));
    if (!measure || lowered.length === 0) return [];
    const alone = new FirmAlone(prepared, scenario, explanation.asOf, explanation.code, measure);
    const sums = { gross: explained.sums.gross, net: alone.net(roster) };
    const cells = limitingCells(context, measure, { ...explained, triggers: due });
    return [
      {
        measure: explained.measure,
        limits: [...new Set(lowered.map(({ index }) => index))],
        ...sums,
        changes: cells.flatMap((cell) => raising(alone, roster, cell, sums)),
      },
    ];
  });
}

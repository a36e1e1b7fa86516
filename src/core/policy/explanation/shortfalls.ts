import { isoDay } from "../../date/day.ts";
import { fieldsOf } from "../../roster/fields.ts";
import { CellState, type Roster } from "../../roster/roster.ts";
import { Eligibility } from "../ledger.ts";
import { outcomesOf } from "../outcomes.ts";
import type { CompiledMeasure, PreparedPolicy } from "../prepare.ts";
import { contextOf, priceRecorded } from "../recorded-work.ts";
import type { Scenario } from "../scenario.ts";
import { enterpriseYearsOf } from "../shared-envelope.ts";
import { candidateValues } from "./candidate-values.ts";
import { cellOf } from "./cell-values.ts";
import { fieldBehind, rowOf, withCell } from "./changed-cell.ts";
import type { CellValue, EnterpriseExplanation, MeasureExplanation } from "./explanation.ts";
import { FirmAlone } from "./firm-alone.ts";
import { nearest, ordered } from "./nearest-value.ts";
import { rosterOfOne } from "./roster-of-one.ts";
import { sufficientSet } from "./sufficient-set.ts";

/** One change of one cell that alone makes a measure due; the as-of date and the scenario stay. */
export interface SufficientChange {
  readonly from: CellValue;
  /** What the cell would hold; `blank` where it would have to be empty. */
  readonly to: CellValue;
  /**
   * From the present value to the nearest that suffices, in the unit of the cell (元, days, persons): one step less
   * (0.01 元, one day, one person) does not. Absent where the cell is not filled, or holds a truth or a choice.
   */
  readonly short?: number;
}

/** Why a measure is not due to a firm, and how far it is from it. */
export interface Shortfall {
  /** Index into `policy.measures`. */
  readonly measure: number;
  /** Cells of the conditions that fail or are open. */
  readonly failing: readonly CellValue[];
  /** Each alone is enough; empty where no single cell is, e.g. where the row itself is missing. */
  readonly changes: readonly SufficientChange[];
  /** Where no single cell is enough: a smallest set of changes that together are, of those tried. */
  readonly together?: readonly SufficientChange[];
}

/** Whether a measure has a trigger that is surely eligible in the roster of one firm. */
export function isDue(prepared: PreparedPolicy, roster: Roster, scenario: Scenario, measure: CompiledMeasure): boolean {
  const { context } = contextOf(prepared, roster, scenario);
  const isTrue = (codes: Uint8Array): boolean => codes.includes(Eligibility.true);
  if (measure.measure.kind === "shared-envelope")
    return isTrue(enterpriseYearsOf(context, measure).work.triggers.eligibility);
  const wanted = prepared.measures.filter(
    ({ measure: { id }, index }) => index === measure.index || id === measure.measure.after?.measure,
  );
  const outcome = outcomesOf(priceRecorded(context, wanted).groups).get(measure.index);
  return outcome !== undefined && isTrue(outcome.work.triggers.eligibility);
}

/** Cells that keep a measure from being due, each once: what fails, what is open, and dates that do not count. */
function failingCells(
  prepared: PreparedPolicy,
  roster: Roster,
  { measure, triggers, absences }: MeasureExplanation,
): CellValue[] {
  const dateNames = (rule: number): readonly string[] =>
    prepared.measures[measure]?.rules[rule]?.date.checked.names ?? [];
  const found = [
    ...triggers.flatMap(({ conditions }) => conditions.flatMap(({ cells }) => cells)),
    ...absences.flatMap((absence): readonly CellValue[] => {
      if (absence.kind === "date-missing") return absence.cells;
      if (absence.kind === "condition-false") return absence.condition.cells;
      if (absence.kind === "no-row" || absence.kind === "no-entity") return [];
      const row = rowOf(roster, absence.place);
      return fieldsOf(absence.place.table)
        .filter(({ label }) => dateNames(absence.rule).includes(label))
        .map((field) => cellOf(roster, field, row));
    }),
  ];
  return [...new Map(found.map((cell) => [`${cell.table} ${cell.sheet} ${cell.row} ${cell.column}`, cell])).values()];
}

/**
 * For every measure that is not due to a firm: the cells that fail, and the smallest change of each that alone makes it
 * due. Every change was tried by evaluating the firm's rows with it. Eligibility hangs on the firm's own rows only,
 * so that it is the same in the whole roster; what the pool and envelopes then pay is not.
 */
export function shortfallsOf(
  prepared: PreparedPolicy,
  whole: Roster,
  scenario: Scenario,
  explanation: EnterpriseExplanation,
): readonly Shortfall[] {
  const one = rosterOfOne(whole, explanation.code);
  if (!one) return [];
  const { roster } = one;
  const fixed = { ...scenario, asOf: isoDay(explanation.asOf) };
  const { context } = contextOf(prepared, roster, fixed);
  return explanation.measures.flatMap((explained): Shortfall[] => {
    const measure = prepared.measures[explained.measure];
    if (!measure || explained.absences.some(({ kind }) => kind === "no-entity" || kind === "no-row")) return [];
    if (isDue(prepared, roster, fixed, measure)) return [];
    const failing = failingCells(prepared, roster, explained);
    const triggerDays = explained.triggers.map(({ date }) => date);
    const days = [context.asOf, ...triggerDays, context.termStart, context.termEnd];
    const changes = failing.flatMap((from): SufficientChange[] => {
      const [field, row] = [fieldBehind(from), rowOf(roster, from)];
      if (!field || row < 0) return [];
      const isEnough = (value: number): boolean => isDue(prepared, withCell(roster, field, row, value), fixed, measure);
      const column = roster.tables[field.table].columns.get(field.id);
      const before = column?.state[row] === CellState.filled ? (column.values[row] ?? Number.NaN) : Number.NaN;
      const found = nearest(candidateValues(roster, field, row, days), isEnough, before, ordered(field));
      if (!found) return [];
      const short =
        found.short === undefined ? {} : { short: field.type === "money" ? found.short / 100 : found.short };
      return [{ from, to: cellOf(withCell(roster, field, row, found.value), field, row), ...short }];
    });
    const alone = new FirmAlone(prepared, scenario, explanation.asOf, explanation.code, measure);
    const trial = {
      isDue: (tried: Roster): boolean => isDue(prepared, tried, fixed, measure),
      failing: (tried: Roster): readonly CellValue[] => {
        const then = alone.explained(tried);
        return then ? failingCells(prepared, tried, then) : [];
      },
      days,
    };
    const together = changes.length > 0 || failing.length === 0 ? undefined : sufficientSet(roster, trial);
    return [{ measure: explained.measure, failing, changes, ...(together && { together }) }];
  });
}

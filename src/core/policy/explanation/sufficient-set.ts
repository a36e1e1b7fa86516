import type { Day } from "../../date/day.ts";
import { CellState, type Roster } from "../../roster/roster.ts";
import type { Field } from "../../roster/fields.ts";
import { candidateValues } from "./candidate-values.ts";
import { cellOf } from "./cell-values.ts";
import { fieldBehind, rowOf, withCell } from "./changed-cell.ts";
import type { CellValue } from "./explanation.ts";
import { nearest, ordered } from "./nearest-value.ts";
import type { SufficientChange } from "./shortfalls.ts";

/** Cells that are changed together at most. */
const MOST_CELLS = 3;
/** Rosters whose failing cells are looked up at most, so that a search ends. */
const MOST_LOOKED_AT = 16;
/** More failing cells than this are no slip or two: such a measure is far from the firm. */
const MOST_FAILING = 8;
/** Values that are tried of one cell beside others. */
const MOST_VALUES = 2;

/** A cell as it would be. */
interface Supposed {
  readonly from: CellValue;
  readonly field: Field;
  readonly row: number;
  readonly value: number;
}

/** What a search for a set of changes asks of a roster of the firm's rows. */
export interface Trial {
  readonly isDue: (roster: Roster) => boolean;
  /** Cells that keep the measure from being due. */
  readonly failing: (roster: Roster) => readonly CellValue[];
  /** Days worth trying, the likeliest first. */
  readonly days: readonly Day[];
}

const keyOf = ({ table, sheet, row, column }: CellValue): string => `${table} ${sheet} ${row} ${column}`;
const withAll = (roster: Roster, changes: readonly Supposed[]): Roster =>
  changes.reduce((changed, { field, row, value }) => withCell(changed, field, row, value), roster);

/** Values of a failing cell under which it fails no more. */
function healing(roster: Roster, from: CellValue, { failing, days }: Trial): Supposed[] {
  const [field, row] = [fieldBehind(from), rowOf(roster, from)];
  if (!field || row < 0) return [];
  return candidateValues(roster, field, row, days)
    .slice(0, 6)
    .filter((value) => !failing(withCell(roster, field, row, value)).some((cell) => keyOf(cell) === keyOf(from)))
    .slice(0, MOST_VALUES)
    .map((value) => ({ from, field, row, value }));
}

/**
 * A smallest set of changes of cells that together make a measure due, of those that fail one after another: two, else
 * three cells. Every set was tried; without any one of its changes it is not enough. Undefined where none was found.
 */
export function sufficientSet(roster: Roster, trial: Trial): readonly SufficientChange[] | undefined {
  if (trial.failing(roster).length > MOST_FAILING) return undefined;
  let looked = 0;
  const counted: Trial = {
    ...trial,
    failing: (some) => (looked++ < MOST_LOOKED_AT * 12 ? trial.failing(some) : []),
  };
  let sets: (readonly Supposed[])[] = [[]];
  for (let size = 1; size <= MOST_CELLS; size++) {
    const next: (readonly Supposed[])[] = [];
    for (const set of sets.slice(0, MOST_LOOKED_AT)) {
      const supposed = withAll(roster, set);
      for (const cell of counted.failing(supposed)) {
        if (set.some(({ from }) => keyOf(from) === keyOf(cell))) continue;
        for (const change of healing(supposed, cell, counted)) {
          const larger = [...set, change];
          if (trial.isDue(withAll(roster, larger))) return told(roster, needed(roster, larger, trial), trial);
          next.push(larger);
        }
      }
    }
    sets = next;
  }
  return undefined;
}

/** A set without the changes that it does not need. */
const needed = (roster: Roster, set: readonly Supposed[], { isDue }: Trial): readonly Supposed[] =>
  set.reduce<readonly Supposed[]>((kept, change) => {
    const without = kept.filter((other) => other !== change);
    return isDue(withAll(roster, without)) ? without : kept;
  }, set);

/** Each change lessened to the nearest that suffices beside the others. */
function told(roster: Roster, set: readonly Supposed[], { isDue, days }: Trial): SufficientChange[] {
  const least = [...set];
  return set.map(({ from, field, row }, at): SufficientChange => {
    const beside = withAll(
      roster,
      least.filter((_, other) => other !== at),
    );
    const column = roster.tables[field.table].columns.get(field.id);
    const before = column?.state[row] === CellState.filled ? (column.values[row] ?? Number.NaN) : Number.NaN;
    const isEnough = (value: number): boolean => isDue(withCell(beside, field, row, value));
    const tried = [least[at]?.value ?? Number.NaN, ...candidateValues(roster, field, row, days)];
    const found = nearest(tried, isEnough, before, ordered(field));
    const value = found?.value ?? least[at]?.value ?? Number.NaN;
    least[at] = { from, field, row, value };
    const short = found?.short === undefined ? {} : { short: field.type === "money" ? found.short / 100 : found.short };
    return { from, to: cellOf(withCell(roster, field, row, value), field, row), ...short };
  });
}

import { yearOf, type Day } from "../../date/day.ts";
import { fieldsOf, type Field, type TableId } from "../../roster/fields.ts";
import { CellState, type Roster } from "../../roster/roster.ts";
import type { Context } from "../block.ts";
import type { Measure } from "../policy.ts";
import { fieldUnit } from "../scope.ts";
import { wholeValue } from "../values.ts";
import type { CellValue, RowPlace } from "./explanation.ts";

/** Where a row stands in its workbook. */
export function placeOf(roster: Roster, table: TableId, row: number): RowPlace {
  const { sheet, sheetRow } = roster.tables[table];
  return { table, sheet: roster.sheetNames[sheet[row] ?? -1] ?? "", row: sheetRow[row] ?? 0 };
}

const stateNames = ["filled", "blank", "unreadable"] as const;

/** A cell as it stands in the roster. */
export function cellOf(roster: Roster, field: Field, row: number): CellValue {
  const column = roster.tables[field.table].columns.get(field.id);
  const state = column ? (stateNames[column.state[row] ?? CellState.blank] ?? "blank") : "absent";
  const value = state === "filled" ? (column?.values[row] ?? Number.NaN) : Number.NaN;
  const textual = field.type === "text" || field.type === "code";
  const shown = textual ? roster.texts[value] : field.choices?.[value];
  return {
    ...placeOf(roster, field.table, row),
    column: field.label,
    unit: fieldUnit(field),
    value: field.type === "money" ? value / 100 : value,
    ...(shown !== undefined && { shown }),
    state,
  };
}

/** Columns of 企业 that a name stands for, other than its own. */
const sizeColumns = ["申报划型", "行业代码", "从业人员", "营业收入", "资产总额"] as const;

/** Columns of 企业 by year that a name stands for on a day; the dictionary may end before that year. */
function yearColumnsBehind({ policy, values }: Context, name: string, day: Day): readonly string[] {
  if (name === "连续增长" && policy.growthYears !== undefined) {
    const back = wholeValue(values, policy.growthYears) + 1;
    return Array.from({ length: back }, (_, i) => `营业收入${yearOf(day) - back + i}`);
  }
  const lookup = policy.yearLookups.find((candidate) => candidate.name === name);
  return lookup ? [`${lookup.family}${yearOf(day) + lookup.offset}`] : [];
}

/** Rows that formulas of a measure read: one of its own table, and the enterprise it belongs to. */
export interface ReadRows {
  readonly measure: Measure;
  readonly row: number;
  /** −1 where the code is not in 企业. */
  readonly enterprise: number;
  /** Trigger date, for columns that stand for a year. */
  readonly day: Day;
}

/** The cells behind names of a formula; a name that no column holds has none. */
export function cellsBehind(context: Context, names: readonly string[], rows: ReadRows): CellValue[] {
  const { roster } = context.bound;
  const { measure, row, enterprise, day } = rows;
  const ofYears = new Set(names.flatMap((name) => yearColumnsBehind(context, name, day)));
  const direct = names.flatMap((name) => (name === "是中小微企业" ? sizeColumns : [name]));
  const own = measure.table === "enterprises" ? [] : fieldsOf(measure.table);
  return [...new Set([...direct, ...ofYears])].flatMap((label): CellValue[] => {
    const field = own.find((candidate) => candidate.label === label);
    if (field) return [cellOf(roster, field, row)];
    const firmField = fieldsOf("enterprises").find((candidate) => candidate.label === label);
    if (firmField) return enterprise >= 0 ? [cellOf(roster, firmField, enterprise)] : [];
    return ofYears.has(label) && enterprise >= 0 ? [absentCell(roster, label, enterprise)] : [];
  });
}

/** A year of money for which a roster cannot have a column. */
const absentCell = (roster: Roster, column: string, row: number): CellValue => ({
  ...placeOf(roster, "enterprises", row),
  column,
  unit: "yuan",
  value: Number.NaN,
  state: "absent",
});

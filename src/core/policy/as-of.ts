import { isoDay, parseIsoDay, type Day } from "../date/day.ts";
import type { Issue } from "../issue/issue.ts";
import { fieldOf, type TableId } from "../roster/fields.ts";
import type { BoundRoster } from "./bound-roster.ts";
import type { Policy } from "./policy.ts";
import type { Scenario } from "./scenario.ts";

/** A newest date that stands this far after the one before it is more likely a slip than news. */
const ISOLATED_DAYS = 180;

interface Found {
  readonly day: Day;
  readonly source?: { readonly sheet: string; readonly row: number };
  readonly issues: readonly Issue[];
}

/** The newest date inside the term, where it stands, and the one before it. */
interface Newest {
  day: Day;
  second: Day;
  row: number;
  table: TableId;
  column: string;
}

function newestInTerm(policy: Policy, bound: BoundRoster): Newest {
  const [first, last] = [parseIsoDay(policy.termStart), parseIsoDay(policy.termEnd)];
  const none = Number.NEGATIVE_INFINITY;
  const newest: Newest = { day: none, second: none, row: -1, table: "enterprises", column: "" };
  for (const { table, field } of policy.asOfFields) {
    const column = fieldOf(table, field).label;
    const days = bound.operand(table, column)?.values ?? new Float64Array();
    for (let row = 0; row < days.length; row++) {
      const day = days[row] ?? Number.NaN;
      // most dates are older than the two newest so far
      if (!(day > newest.second && day >= first && day <= last)) continue;
      if (day > newest.day) Object.assign(newest, { day, second: newest.day, row, table, column });
      else newest.second = day;
    }
  }
  return newest;
}

/** The as-of date: the scenario's, else the newest recorded date inside the term, else the first day (section 2). */
export function asOfDay(policy: Policy, bound: BoundRoster, scenario: Scenario): Found {
  if (scenario.asOf !== undefined) return { day: parseIsoDay(scenario.asOf), issues: [] };
  const { day, second, row, table, column } = newestInTerm(policy, bound);
  if (row < 0) return { day: parseIsoDay(policy.termStart), issues: [] };
  const { sheet, sheetRow } = bound.roster.tables[table];
  const source = { sheet: bound.roster.sheetNames[sheet[row] ?? 0] ?? "", row: sheetRow[row] ?? 0 };
  const isolated: Issue = { code: "isolated-as-of", severity: "warning", ...source, column, found: isoDay(day) };
  return { day, source, issues: day - second > ISOLATED_DAYS ? [isolated] : [] };
}

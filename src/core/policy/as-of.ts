import { isoDay, parseIsoDay, type Day } from "../date/day.ts";
import type { Issue } from "../issue/issue.ts";
import { fieldOf } from "../roster/fields.ts";
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

interface Dated {
  readonly day: Day;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

function datesInTerm(policy: Policy, bound: BoundRoster): Dated[] {
  const first = parseIsoDay(policy.termStart);
  const last = parseIsoDay(policy.termEnd);
  return policy.asOfFields.flatMap(({ table, field }) => {
    const { label } = fieldOf(table, field);
    const { sheet, sheetRow } = bound.roster.tables[table];
    const dated: Dated[] = [];
    bound.operand(table, label)?.values.forEach((day, row) => {
      if (!(day >= first && day <= last)) return;
      dated.push({
        day,
        sheet: bound.roster.sheetNames[sheet[row] ?? 0] ?? "",
        row: sheetRow[row] ?? 0,
        column: label,
      });
    });
    return dated;
  });
}

/** The as-of date: the scenario's, else the newest recorded date inside the term, else the first day (section 2). */
export function asOfDay(policy: Policy, bound: BoundRoster, scenario: Scenario): Found {
  if (scenario.asOf !== undefined) return { day: parseIsoDay(scenario.asOf), issues: [] };
  let newest: Dated | undefined;
  let second = Number.NEGATIVE_INFINITY;
  for (const dated of datesInTerm(policy, bound)) {
    if (!newest || dated.day > newest.day) {
      second = newest?.day ?? second;
      newest = dated;
    } else second = Math.max(second, dated.day);
  }
  if (!newest) return { day: parseIsoDay(policy.termStart), issues: [] };
  const { day, sheet, row, column } = newest;
  const isolated: Issue = { code: "isolated-as-of", severity: "warning", sheet, row, column, found: isoDay(day) };
  return { day, source: { sheet, row }, issues: day - second > ISOLATED_DAYS ? [isolated] : [] };
}

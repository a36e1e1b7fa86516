import type { Fen } from "../../money/money.ts";
import type { Roster } from "../../roster/roster.ts";
import { textAt } from "../../roster/text-at.ts";
import type { Line, Totals } from "../totals.ts";
import { lineDifference } from "./outcome.ts";

/** A line under the earlier and the later roster, and the second less the first, year by year in 分. */
export interface LineChange {
  readonly before: Line;
  readonly after: Line;
  readonly difference: Line;
}

/** What one enterprise is committed under either roster, 分. */
export interface EnterpriseChange {
  /** Its credit code; empty: 无主体. */
  readonly code: string;
  readonly name: string;
  readonly before: Fen;
  readonly after: Fen;
}

/** What another roster does to the money of one scenario; every direction sums to `total` exactly. */
export interface MoneyChange {
  /** One a measure, in the policy's order. */
  readonly measures: readonly LineChange[];
  readonly departments: ReadonlyMap<string, LineChange>;
  readonly total: LineChange;
  /** Those whose committed amount differs, largest difference first. */
  readonly enterprises: readonly EnterpriseChange[];
}

/** A roster with what it comes to. */
export interface PricedRoster {
  readonly roster: Roster;
  readonly totals: Totals;
}

const nothing: Line = { committed: new Map(), statutory: new Map(), unverified: new Map() };

const changeOf = (before: Line = nothing, after: Line = nothing): LineChange => ({
  before,
  after,
  difference: lineDifference(after, before),
});

/** The money of a later roster less that of an earlier one, both under the same scenario. */
export function moneyChange(before: PricedRoster, after: PricedRoster): MoneyChange {
  const [old, now] = [before.totals, after.totals];
  const departments = new Set([...old.departments.keys(), ...now.departments.keys()]);
  return {
    measures: now.measures.map((line, index) => changeOf(old.measures[index], line)),
    departments: new Map(
      [...departments].map((name) => [name, changeOf(old.departments.get(name), now.departments.get(name))]),
    ),
    total: changeOf(old.total, now.total),
    enterprises: enterpriseChanges(before, after),
  };
}

function enterpriseChanges(before: PricedRoster, after: PricedRoster): readonly EnterpriseChange[] {
  const changes = new Map<string, { code: string; name: string; before: Fen; after: Fen }>();
  for (const [side, { roster, totals }] of [["before", before] as const, ["after", after] as const]) {
    const { enterprise, amount } = totals.enterprises;
    for (let index = 0; index < enterprise.length; index++) {
      const row = enterprise[index] ?? -1;
      const code = textAt(roster, "enterprises", "uscc", row);
      const change = changes.get(code) ?? { code, name: "", before: 0, after: 0 };
      change[side] += amount[index] ?? 0;
      change.name = textAt(roster, "enterprises", "name", row) || change.name;
      changes.set(code, change);
    }
  }
  const size = (change: EnterpriseChange): Fen => Math.abs(change.after - change.before);
  return [...changes.values()]
    .filter((change) => size(change) !== 0)
    .sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1));
}

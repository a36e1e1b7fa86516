import { policyUnder } from "../core/policy/added-measure.ts";
import { moneyChange, type MoneyChange } from "../core/policy/compare/roster-money.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { totalsOf } from "../core/policy/totals.ts";
import { differenceWorkbook, type DifferenceReport } from "../core/report/difference-workbook.ts";
import { compareRosters, type DifferenceCounts } from "../core/roster/difference/compare-rosters.ts";
import { keyText } from "../core/roster/difference/row-name.ts";
import { fieldsOf, type FieldId, type TableId } from "../core/roster/fields.ts";
import type { Mapping } from "../core/roster/mapping/mapping.ts";
import type { readWorkbook } from "../spreadsheet/read-workbook.ts";
import type { Task } from "../spreadsheet/task.ts";
import { writeWorkbook } from "../spreadsheet/write-report.ts";
import { HeldRoster } from "./held-roster.ts";
import { loadRoster } from "./load-roster.ts";
import type { LoadRefusal } from "./port.ts";
import { cellText, titleText } from "./table-cells.ts";

/** The roster that the loaded one is compared with, and the scenario whose money is compared. */
export interface DifferenceRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mapping?: Mapping | undefined;
  readonly scenario: Scenario;
}

/** What the loaded roster has not in common with an earlier one. */
export interface RosterDifference {
  readonly scenario: Scenario;
  readonly before: { readonly fileName: string; readonly hash: string };
  readonly after: { readonly fileName: string; readonly hash: string };
  readonly tables: readonly (DifferenceCounts & { readonly table: TableId })[];
  readonly money: MoneyChange;
}

/** Which list of a table's difference is wanted. */
export interface DifferenceQuery {
  readonly table: TableId;
  readonly kind: "changed" | "added" | "gone";
}

/** A row that came or went, or one cell that changed, as text; money in 万元. */
export interface DifferenceRow {
  readonly sheet: string;
  /** Row number as Excel shows it, of the later roster unless the row is gone. */
  readonly sheetRow: number;
  readonly title: string;
  readonly key: string;
  readonly cell?: { readonly field: FieldId; readonly before: string; readonly after: string };
}

/** The part of the engine that says what changed from one roster to the next. */
export interface Differ {
  /**
   * Compares an earlier roster with the loaded one, which stays. Its lists are held until the next comparison.
   * @throws if no roster was loaded @throws AbortError when cancelled
   */
  difference(request: DifferenceRequest, task?: Task): Promise<RosterDifference | LoadRefusal>;
  /** At most `count` entries of a list of the last comparison; undefined where none is held any more. */
  differenceRows(query: DifferenceQuery, first: number, count: number): Promise<DifferenceWindow | undefined>;
  /** The last comparison as the bytes of an .xlsx file; undefined where none is held any more. */
  differenceWorkbook(language: "zh" | "en", task?: Task): Promise<Uint8Array | undefined>;
}

export interface DifferenceWindow {
  readonly rows: readonly DifferenceRow[];
  readonly total: number;
}

/** A differ against the roster held; `held` throws if there is none. */
export function differOf(prepared: PreparedPolicy, held: () => HeldRoster, read: typeof readWorkbook): Differ {
  let last: DifferenceReport | undefined;
  return {
    async difference({ bytes, fileName, mapping, scenario }, task) {
      const after = held();
      const found = await loadRoster(bytes, fileName, task, mapping, read);
      if ("refused" in found) return found;
      const before = new HeldRoster(prepared, found);
      const policy = policyUnder(prepared.policy, scenario);
      const priced = async (holding: HeldRoster) => ({
        roster: holding.roster,
        totals: totalsOf(policy, await holding.evaluated(scenario, task), scenario),
      });
      const money = moneyChange(await priced(before), await priced(after));
      task?.signal?.throwIfAborted();
      const tables = compareRosters(before.roster, after.roster);
      const kept = ({ roster, fileName: name }: HeldRoster) => ({ roster, fileName: name });
      last = { policy, before: kept(before), after: kept(after), tables, money };
      const named = ({ fileName: name, roster: { hash } }: HeldRoster) => ({ fileName: name, hash });
      return {
        scenario,
        before: named(before),
        after: named(after),
        tables: tables.map(({ table, counts }) => ({ table, ...counts })),
        money,
      };
    },
    differenceRows: async (query, first, count) => last && windowOf(last, query, first, count),
    differenceWorkbook: async (language, task) =>
      last && (await writeWorkbook(differenceWorkbook(last, language), task)),
  };
}

function windowOf(report: DifferenceReport, { table, kind }: DifferenceQuery, first: number, count: number) {
  const { roster } = kind === "gone" ? report.before : report.after;
  const found = report.tables.find((each) => each.table === table);
  if (!found) return { rows: [], total: 0 };
  const list = kind === "changed" ? found.changed.after : found[kind];
  const rows = Array.from(list.subarray(first, first + count), (row, index): DifferenceRow => {
    const field = kind === "changed" ? fieldsOf(table)[found.changed.field[first + index] ?? -1] : undefined;
    const old = found.changed.before[first + index] ?? -1;
    return {
      sheet: roster.sheetNames[roster.tables[table].sheet[row] ?? -1] ?? "",
      sheetRow: roster.tables[table].sheetRow[row] ?? 0,
      title: titleText(roster, table, row),
      key: keyText(roster, table, row),
      ...(field && {
        cell: {
          field: field.id,
          before: cellText(report.before.roster, field, old),
          after: cellText(report.after.roster, field, row),
        },
      }),
    };
  });
  return { rows, total: list.length };
}

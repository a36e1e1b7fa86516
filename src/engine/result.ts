import { isoDay, isoMonth } from "../core/date/day.ts";
import { yuanOf } from "../core/money/money.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import { bindNames, Eligibility, type ByYear, type PoolLedger } from "../core/policy/ledger.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { unnamedDepartment } from "../core/policy/cells.ts";
import { totalsOf, type Line } from "../core/policy/totals.ts";
import { fieldsOf, tables, type TableId } from "../core/roster/fields.ts";
import type { Roster } from "../core/roster/roster.ts";
import { textAt } from "../core/roster/text-at.ts";
import type { Issue } from "../core/issue/issue.ts";
import { fingerprintOf, rulePackHash } from "./fingerprint.ts";

/** What a result is made of. */
export interface ResultInput {
  readonly policy: Policy;
  readonly roster: Roster;
  readonly issues: readonly Issue[];
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly seed: number;
  /** Trials of the run; what they come to is joined by `withSimulated`. */
  readonly trials: number;
  /** Whether `entities` is wanted. */
  readonly entities: boolean;
}

const tableLabel = (id: TableId): string => tables.find((table) => table.id === id)?.label ?? id;

/** Years with money, in 元, as JSON has them. */
const yearsOf = (byYear: ByYear): Record<string, number> =>
  Object.fromEntries([...byYear].sort(([a], [b]) => a - b).map(([year, fen]) => [String(year), yuanOf(fen)]));

const lineOf = (line: Line) => ({
  committed: yearsOf(line.committed),
  statutoryCommitted: yearsOf(line.statutory),
  unverified: yearsOf(line.unverified),
});

/** Code of the enterprise a row belongs to: its own owner column, whether or not it is in 企业. */
function codeOf(policy: Policy, roster: Roster, measure: number, table: TableId, row: number): string {
  const owner = policy.measures[measure]?.owner ?? "uscc";
  return textAt(roster, table, fieldsOf(table).some(({ id }) => id === owner) ? owner : "uscc", row);
}

function entitiesOf({ policy, roster, evaluation }: ResultInput) {
  const { ledger } = evaluation;
  const names = { [Eligibility.false]: "false", [Eligibility.true]: "true", [Eligibility.unknown]: "unknown" };
  return Array.from({ length: ledger.count }, (_, i) => i)
    .filter((i) => (ledger.row[i] ?? -1) >= 0)
    .map((i) => {
      const measure = ledger.measure[i] ?? 0;
      const table = policy.measures[measure]?.table ?? "enterprises";
      const row = ledger.row[i] ?? 0;
      return {
        measure: policy.measures[measure]?.id,
        uscc: codeOf(policy, roster, measure, table, row),
        table: tableLabel(table),
        row: roster.tables[table].sheetRow[row],
        date: isoDay(ledger.date[i] ?? 0),
        year: ledger.year[i],
        gross: yuanOf(ledger.gross[i] ?? 0),
        net: yuanOf(ledger.net[i] ?? 0),
        statutory: yuanOf(ledger.statutory[i] ?? 0),
        eligibility: names[ledger.eligibility[i] as 0 | 1 | 2],
        binds: bindNames[ledger.binds[i] ?? 0],
      };
    });
}

function poolOf(policy: Policy, pool: PoolLedger) {
  const month = (index: number | null): string | null => (index === null ? null : isoMonth(index));
  return {
    id: policy.measures[pool.measure]?.id,
    capacity: yuanOf(pool.capacity),
    claims: yearsOf(pool.claims),
    paid: yearsOf(pool.paid),
    unpaid: yearsOf(pool.unpaid),
    topUps: yearsOf(pool.topUps),
    recoveries: yearsOf(pool.recoveries),
    unverified: yearsOf(pool.unverified),
    recordedExhaustionMonth: month(pool.exhaustionMonth),
    recordedExhaustionMonthAll: month(pool.exhaustionMonthAll),
  };
}

const sizeNames = ["large", "medium", "small", "micro", "unclassified"] as const;

function rosterOf({ roster, issues, evaluation }: ResultInput) {
  const all = [...issues, ...evaluation.issues];
  const count = (severity: Issue["severity"]): number => all.filter((issue) => issue.severity === severity).length;
  return {
    sheets: Object.fromEntries(
      Object.entries(roster.counts).map(([sheet, { rows, accepted }]) => [sheet, { rows, accepted }]),
    ),
    issues: { error: count("error"), warning: count("warning") },
    sizeClasses: Object.fromEntries(
      sizeNames.map((name, code) => [name, evaluation.sizeClass.filter((found) => found === code).length]),
    ),
  };
}

/** Ids of measures for which the text gives no figure and the scenario none either. */
function linesWithoutFigure({ policy, scenario }: ResultInput): string[] {
  const set = (key: string): boolean => (scenario.values[key] ?? 0) !== 0;
  return policy.measures
    .filter(({ withoutFigure, id }) => withoutFigure && !set(`${id}.年度额度`) && !set(`${id}.用人单位比例`))
    .map(({ id }) => id);
}

/** The recorded part as `exposure-result/1` (section 9): amounts in 元, years as strings, zero years left out. */
export function exposureResult(input: ResultInput) {
  const { policy, roster, scenario, evaluation, seed, trials } = input;
  const totals = totalsOf(policy, evaluation, scenario);
  return {
    format: "exposure-result/1",
    policy: { id: policy.id, rulePackHash: rulePackHash(policy) },
    run: {
      asOf: isoDay(evaluation.asOf),
      seed,
      trials,
      fingerprint: fingerprintOf({ policy, rosterHash: roster.hash, scenario, asOf: evaluation.asOf, seed, trials }),
    },
    roster: rosterOf(input),
    // equity is never added to subsidies: the fund has its own ledger and no line here (section 6)
    measures: policy.measures.flatMap((measure, index) =>
      measure.kind === "fund"
        ? []
        : [
            {
              id: measure.id,
              article: measure.article,
              departments: measure.departments.length > 0 ? measure.departments : [unnamedDepartment],
              ...lineOf(totals.measures[index] ?? totals.total),
              recordedTriggers: evaluation.recordedTriggers[index] ?? 0,
            },
          ],
    ),
    departments: [...totals.departments].map(([name, line]) => ({ name, ...lineOf(line) })),
    total: lineOf(totals.total),
    pools: evaluation.pools.planning.map((pool) => poolOf(policy, pool)),
    funds: evaluation.funds.map((fund) => ({
      id: policy.measures[fund.measure]?.id,
      size: yuanOf(fund.size),
      drawn: yearsOf(fund.drawn),
      undrawn: yuanOf(fund.undrawn),
      planned: yearsOf(fund.planned),
    })),
    ...(input.entities && { entities: entitiesOf(input) }),
    afterAsOf: evaluation.afterAsOf.map(({ measure, table, row, date }) => ({
      measure: policy.measures[measure]?.id,
      uscc: codeOf(policy, roster, measure, table, row),
      table: tableLabel(table),
      row: roster.tables[table].sheetRow[row],
      date: isoDay(date),
    })),
    pipeline: evaluation.pipeline,
    atStake: evaluation.atStake.map(({ code, table, row, amount }) => ({
      code,
      uscc: textAt(roster, table, table === "hrServices" ? "agency" : "uscc", row),
      table: tableLabel(table),
      row: roster.tables[table].sheetRow[row],
      amount: yuanOf(amount),
    })),
    assumptionsMade: evaluation.assumptionsMade.map(({ column, readAs }) => `名册没有“${column}”列，按“${readAs}”计`),
    linesWithoutFigure: linesWithoutFigure(input),
  };
}

export type RecordedResult = ReturnType<typeof exposureResult>;

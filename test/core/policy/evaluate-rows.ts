import { yuanOf } from "../../../src/core/money/money.ts";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import type { Evaluation } from "../../../src/core/policy/evaluation.ts";
import { bindNames } from "../../../src/core/policy/ledger.ts";
import type { ParameterValue } from "../../../src/core/policy/policy.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import type { Scenario } from "../../../src/core/policy/scenario.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import type { CaseRow } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { rawWorkbook } from "../../support/raw-workbook.ts";

export type Sheets = Readonly<Record<string, readonly CaseRow[]>>;

export interface Differences {
  readonly asOf?: string;
  readonly values?: Readonly<Record<string, ParameterValue>>;
  readonly readings?: Readonly<Record<string, string>>;
}

const prepared = preparePolicy(xicheng202371);

function sheetOf(rows: readonly CaseRow[]) {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => (row[header] === "" ? null : (row[header] ?? null))))];
}

/** Rows by canonical header as an imported roster; a sheet without rows is left out. */
export function rosterOf(sheets: Sheets) {
  const filled = Object.entries(sheets).filter(([, rows]) => rows.length > 0);
  const imported = importRoster(rawWorkbook(Object.fromEntries(filled.map(([name, rows]) => [name, sheetOf(rows)]))));
  if (!imported.roster) throw new Error(`the roster was refused: ${JSON.stringify(imported.issues)}`);
  return imported.roster;
}

export const scenarioOf = ({ asOf = "2026-06-30", values = {}, readings = {} }: Differences = {}): Scenario => ({
  name: "",
  asOf,
  values,
  readings,
  budgets: {},
});

export const evaluateRows = (sheets: Sheets, differences: Differences = {}): Evaluation =>
  evaluateRoster(prepared, rosterOf(sheets), scenarioOf(differences));

const eligibilities = ["false", "true", "unknown"] as const;

/** The payments of one measure in ledger order, in 元. */
export function paymentsOf({ ledger }: Evaluation, measure: string, policy = xicheng202371) {
  const index = policy.measures.findIndex(({ id }) => id === measure);
  return Array.from({ length: ledger.count }, (_, i) => ({
    measure: ledger.measure[i],
    year: ledger.year[i],
    net: yuanOf(ledger.net[i] ?? 0),
    statutory: yuanOf(ledger.statutory[i] ?? 0),
    eligibility: eligibilities[ledger.eligibility[i] ?? 0],
    binds: bindNames[ledger.binds[i] ?? 0],
  }))
    .filter((payment) => payment.measure === index)
    .map(({ year, net, statutory, eligibility, binds }) => ({ year, net, statutory, eligibility, binds }));
}

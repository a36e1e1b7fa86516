import { describe, expect, test } from "vitest";
import { yuanOf } from "../../src/core/money/money.ts";
import { evaluateRoster } from "../../src/core/policy/evaluate.ts";
import { bindNames, Eligibility } from "../../src/core/policy/ledger.ts";
import { importRoster } from "../../src/core/roster/import-roster.ts";
import { preparePolicy, type PreparedPolicy } from "../../src/core/policy/prepare.ts";
import type { WorkedCase } from "../../rules/worked-case.ts";
import { rawWorkbook } from "../support/raw-workbook.ts";
import { packs } from "./packs.ts";

function sheetOf(rows: readonly Readonly<Record<string, string | number>>[]) {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => (row[header] === "" ? null : (row[header] ?? null))))];
}

function evaluate(prepared: PreparedPolicy, { roster, values = {}, readings = {}, asOf, name }: WorkedCase) {
  const sheets = Object.fromEntries(Object.entries(roster).map(([sheet, rows]) => [sheet, sheetOf(rows)]));
  const imported = importRoster(rawWorkbook(sheets));
  if (!imported.roster) throw new Error(`the case's roster was refused: ${JSON.stringify(imported.issues)}`);
  return evaluateRoster(prepared, imported.roster, { name, asOf, values, readings, budgets: {} });
}

const eligibilityNames = { [Eligibility.false]: "false", [Eligibility.true]: "true", [Eligibility.unknown]: "unknown" };

function paymentsOf(prepared: PreparedPolicy, workedCase: WorkedCase) {
  const { ledger } = evaluate(prepared, workedCase);
  return Array.from({ length: ledger.count }, (_, i) => ({
    measure: prepared.policy.measures[ledger.measure[i] ?? -1]?.id ?? "",
    year: ledger.year[i] ?? 0,
    net: yuanOf(ledger.net[i] ?? 0),
    statutory: yuanOf(ledger.statutory[i] ?? 0),
    eligibility: eligibilityNames[ledger.eligibility[i] as 0 | 1 | 2],
    binds: bindNames[ledger.binds[i] ?? 0],
  }));
}

const sorted = (payments: readonly object[]): string[] =>
  payments.map((payment) => JSON.stringify(payment, Object.keys(payment).sort())).sort();

const articles = packs.flatMap(({ policy, workedCases }) => {
  const prepared = preparePolicy(policy);
  return [...workedCases].map(([article, cases]) => [policy.id, article, prepared, cases] as const);
});

describe.each(articles)("%s, Article %i", (_id, _article, prepared, cases) => {
  test.each(cases.map((workedCase) => [workedCase.name, workedCase] as const))("%s", (_name, workedCase) => {
    const payments = paymentsOf(prepared, workedCase).filter(({ measure }) => workedCase.measures.includes(measure));
    expect(sorted(payments.filter(({ eligibility }) => eligibility !== "false"))).toEqual(sorted(workedCase.expected));
    const refused = payments.filter(({ eligibility }) => eligibility === "false").map(({ measure }) => measure);
    for (const measure of workedCase.refused) expect(refused).toContain(measure);
  });
});

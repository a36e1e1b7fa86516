import fc from "fast-check";
import { expect, test } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import { explainEnterprise } from "../../../../src/core/policy/explanation/explain-enterprise.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { sumOf, totalsOf } from "../../../../src/core/policy/totals.ts";
import type { Roster } from "../../../../src/core/roster/roster.ts";
import { rosterOf, scenarioOf, type Differences } from "../evaluate-rows.ts";
import { randomDifferences, randomSheets } from "../random-roster.ts";
import { expectDerived } from "./expect-derived.ts";

const prepared = preparePolicy(xicheng202371);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Every code that a row of the roster names. */
function codesOf(roster: Roster): string[] {
  const columns = [
    ...Object.values(roster.tables).map(({ columns }) => columns.get("uscc")),
    roster.tables.hrServices.columns.get("agency"),
    roster.tables.hrServices.columns.get("employer"),
  ];
  return [...new Set(columns.flatMap((column) => [...(column?.values ?? [])]))].flatMap(
    (text) => roster.texts[text] ?? [],
  );
}

function expectExplained(roster: Roster, differences: Differences, codes: readonly string[]): number {
  const scenario = scenarioOf(differences);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  let payments = 0;
  let net = 0;
  for (const code of codes) {
    const explanation = explainEnterprise(prepared, roster, scenario, evaluation, code);
    if (!explanation) throw new Error(`${code} is in the roster and must be explained`);
    for (const measure of explanation.measures) {
      net += measure.sums.net;
      for (const trigger of measure.triggers) {
        payments += trigger.payments.length;
        expectDerived(trigger, measure);
      }
    }
  }
  const totals = totalsOf(xicheng202371, evaluation, scenario);
  const withoutEntity = sum(
    xicheng202371.measures.map(({ kind }, index) =>
      kind === "envelope" ? sumOf(totals.measures[index]?.committed ?? new Map()) : 0,
    ),
  );
  const { ledger } = evaluation;
  expect(payments).toBe(
    ledger.row.filter((row, i) => row >= 0 && xicheng202371.measures[ledger.measure[i] ?? 0]?.kind !== "envelope")
      .length - unclaimed(roster, ledger),
  );
  expect(net).toBe(sumOf(totals.total.committed) - withoutEntity);
  return payments;
}

/** Payments of 用人单位 that the row does not name: no code can be asked for them. */
function unclaimed(roster: Roster, { measure, row }: { measure: Uint8Array; row: Int32Array }): number {
  const employers = roster.tables.hrServices.columns.get("employer");
  const index = xicheng202371.measures.findIndex(({ id }) => id === "m21b");
  return row.filter((at, i) => measure[i] === index && Number.isNaN(employers?.values[at] ?? Number.NaN)).length;
}

test("over random rosters and scenarios every payment is in one explanation, derived to the 分", () => {
  let payments = 0;
  fc.assert(
    fc.property(randomSheets, randomDifferences, (sheets, differences) => {
      const roster = rosterOf(sheets);
      payments += expectExplained(roster, differences, codesOf(roster));
    }),
    { seed: 20230529, numRuns: 25 },
  );
  expect(payments).toBeGreaterThan(1000);
});

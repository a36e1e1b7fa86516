import { describe, expect, it } from "vitest";
import { parseFormula } from "../../../src/core/formula/formula.ts";
import type { Measure, Policy } from "../../../src/core/policy/policy.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";

function formulasOfMeasure(measure: Measure): (string | undefined)[] {
  return [
    measure.gross,
    measure.testDay,
    measure.countsWhen,
    measure.eligible,
    measure.chain?.opening,
    measure.chain?.joins,
    ...measure.triggers.flatMap(({ date, exists, gross }) => [date, exists, gross]),
    ...measure.limits.flatMap(({ formula, when }) => [formula, when]),
  ];
}

function formulasOf(policy: Policy): string[] {
  const all = [
    policy.baseEligibility,
    policy.soleTraderTest,
    ...policy.definitions.map(({ formula }) => formula),
    ...policy.articles.map(({ coverageCount }) => coverageCount?.formula),
    ...policy.measures.flatMap(formulasOfMeasure),
  ];
  return [...new Set(all.filter((formula) => formula !== undefined))];
}

describe("the rule pack", () => {
  const formulas = formulasOf(xicheng202371);

  it("has formulas", () => {
    expect(formulas.length).toBeGreaterThan(50);
  });

  it.each(formulas)("writes %s as a formula that parses", (formula) => {
    expect(parseFormula(formula)).toHaveProperty("tree");
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf } from "../../../src/core/policy/cells.ts";
import { evaluateRoster, evaluationPlan, type MovedFigures } from "../../../src/core/policy/evaluate.ts";
import type { Evaluation } from "../../../src/core/policy/evaluation.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { finished } from "../../../src/core/policy/steps.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { totalsOf, type Sums } from "../../../src/core/policy/totals.ts";
import { rosterOf, scenarioOf, type Differences } from "./evaluate-rows.ts";
import { randomDifferences, randomSheets } from "./random-roster.ts";

const prepared = preparePolicy(xicheng202371);

/** One key moved at a time, as a slider does; with keys that decide triggers, dues, amounts and instalments. */
const randomMove: fc.Arbitrary<Differences> = fc.oneof(
  ...Object.entries({
    "m04.连续增长年数": [1, 2, 3],
    "m04.奖励比例": [0.1, 0.2],
    "m04.年度额度": [null, 100_000],
    "m05a.单项上限": [null, 50_000],
    "m06.补助比例": [0.3, 0.11],
    "m06.单户上限": [3_000_000, 100_000],
    "m10.档次金额.市级小巨人": [500_000, 10_000],
    "m11a.分期": [
      [1 / 3, 1 / 3, 1 / 3],
      [0.5, 0.5],
    ],
    "m11a.兑付年度偏移": [1, 0],
    "m11a.停止日期": [null, "2024-01-01"],
    "m11b.宽限天数": [180, 1000],
    "m12b.单户上限": [6_000_000, 3_000_001],
    "m14.资金池规模": [50_000_000, 100_000],
    "m14.补偿比例": [0.3, 0.9],
    "m20a.补助期限": [36, 5],
    "m20c.创业成立不早于": ["2020-05-29", "2022-01-01"],
  }).map(([key, values]) => fc.constantFrom(...values).map((value): Differences => ({ values: { [key]: value } }))),
  ...xicheng202371.readings.map(({ name, options }) =>
    fc.constantFrom(...options).map(({ value }): Differences => ({ readings: { [name]: value } })),
  ),
  fc.constantFrom("2024-06-30", "2026-06-30").map((asOf): Differences => ({ asOf })),
);

const merged = (before: Differences, move: Differences): Differences => ({
  ...before,
  ...move,
  values: { ...before.values, ...move.values },
  readings: { ...before.readings, ...move.readings },
});

test("one scenario after another on one plan comes to the same bits as each evaluated alone", () => {
  const sequence = fc.tuple(randomDifferences, fc.array(randomMove, { minLength: 1, maxLength: 6 }));
  const law = fc.property(randomSheets, sequence, (sheets, [first, moves]) => {
    const roster = rosterOf(sheets);
    const plan = evaluationPlan(prepared, roster);
    let differences = first;
    for (const move of [{}, ...moves, first]) {
      differences = merged(differences, move);
      const scenario = scenarioOf(differences);
      const alone = evaluateRoster(prepared, roster, scenario);
      const { measures, departments, total, forgone } = totalsOf(xicheng202371, alone, scenario);
      const { pools, funds } = alone;
      const sums: Sums = { measures, departments, total, forgone };
      const cells = cellsOf(xicheng202371, alone.ledger, scenario);
      expect(plan.sums(scenario)).toEqual<MovedFigures>({ ...sums, cells, pools, funds });
      expect(finished(plan.evaluation(scenario))).toEqual<Evaluation>(alone);
    }
  });
  fc.assert(law, { seed: 20230529, numRuns: 60 });
}, 180_000);

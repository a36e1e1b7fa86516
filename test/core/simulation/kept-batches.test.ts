import { expect, test } from "vitest";
import { codes, firm } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { BlockRun } from "../../../src/core/simulation/block-run.ts";
import { rosterOf, scenarioOf } from "../policy/evaluate-rows.ts";
import { policy } from "./simulate-rows.ts";

const prepared = preparePolicy(policy);

const candidate = { 创新型中小企业认定日期: "2025-03-10" };

/** Firms that may be recognised, with contributions about as large as the award: 8 and 30 万元. */
const roster = rosterOf({
  企业: [
    firm({ ...candidate, 统一社会信用代码: codes.first, 区级综合贡献2025: 8 }),
    firm({ ...candidate, 统一社会信用代码: codes.second, 区级综合贡献2025: 30 }),
  ],
});

function runOf(award: number, before?: BlockRun): BlockRun {
  const values = { "m10.档次金额.市级专精特新": award, "sim.市级专精特新认定.年概率": 0.6, "sim.增长.波动率": 0.5 };
  const scenario = scenarioOf({ asOf: "2025-12-31", values });
  return new BlockRun(
    prepared,
    roster,
    { scenario, evaluation: evaluateRoster(prepared, roster, scenario), seed: 3 },
    before,
  );
}

test("an award that moves until more and more trials are limited by their contribution has the bits of a fresh run", () => {
  let before = runOf(10_000);
  before.record(0);
  const cut: number[] = [];
  for (const award of [20_000, 150_000, 500_000, 90_000]) {
    before = runOf(award, before);
    const [moved, fresh] = [before.record(0), runOf(award).record(0)];
    expect(moved.rows).toEqual(fresh.rows);
    expect(moved.bounds).toEqual(fresh.bounds);
    cut.push([...moved.bounds.values()].reduce((sum, bound) => sum + bound.reduce((a, b) => a + b, 0), 0));
  }
  expect(new Set(cut).size).toBe(4);
});

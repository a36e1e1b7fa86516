import { beforeAll, expect, it } from "vitest";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import type { Evaluation } from "../../../src/core/policy/evaluation.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { finished } from "../../../src/core/policy/steps.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { BlockRun } from "../../../src/core/simulation/block-run.ts";
import { firmFigures, type FirmFigures } from "../../../src/core/simulation/firm-figures.ts";
import { isFirmsOwn, NO_FIRM } from "../../../src/core/simulation/firm-trials.ts";
import { figureSteps, simulatedRun } from "../../../src/core/simulation/figures.ts";
import type { SimulatedFigures } from "../../../src/core/simulation/simulated-figures.ts";
import { TrialCollector } from "../../../src/core/simulation/trial-collector.ts";
import { xicheng202371 as policy } from "../../../rules/xicheng-2023-71/policy.ts";
import { sampleRoster } from "../../support/sample-roster.ts";

const prepared = preparePolicy(policy);
const TRIALS = 250;
const seed = 11;
// more happens to thirty firms than in the published assumptions
const scenario = {
  ...publishedScenario,
  values: {
    "sim.迁入.年比例": 0.5,
    "sim.迁出.年概率": 0.2,
    "sim.市级专精特新认定.年概率": 0.4,
    "sim.国高新首次认定.年概率": 0.4,
    "sim.用工.年件数": 20,
    "sim.项目.节能技改.年件数": 6,
    "sim.项目.数字化转型.年件数": 6,
    "sim.人才服务.年件数": 10,
  },
};

let roster: Roster;
let evaluation: Evaluation;
let district: { readonly run: BlockRun; readonly figures: SimulatedFigures };
let firms: readonly FirmFigures[];

function collect(run: BlockRun): TrialCollector {
  const collected = new TrialCollector(TRIALS, 2 ** 31);
  collected.add(run.record(0));
  return collected;
}

function ofFirm(firm: number, before?: BlockRun): FirmFigures {
  const run = new BlockRun(prepared, roster, { scenario, evaluation, seed, firm }, before);
  return firmFigures({ policy, scenario, ledger: evaluation.ledger, seed, firm }, collect(run));
}

beforeAll(async () => {
  roster = await sampleRoster("hand-check-30.xlsx");
  evaluation = evaluateRoster(prepared, roster, scenario);
  const run = new BlockRun(prepared, roster, { scenario, evaluation, seed });
  const figures = finished(figureSteps(simulatedRun(policy, scenario, evaluation, seed), collect(run)));
  district = { run, figures };
  firms = [NO_FIRM, ...Array(roster.tables.enterprises.rowCount).keys()].map((firm) => ofFirm(firm, run));
}, 300_000);

/** 分 over all trials: whole, so that sums are exact. */
const overTrials = (mean: number | undefined): number => Math.round((mean ?? 0) * TRIALS);

it("sums, over the firms and what is no firm's, to the district's mean by measure and year", () => {
  const shared = (measure: number): boolean =>
    !isFirmsOwn(policy.measures[measure] ?? { kind: "fund", table: "enterprises" });
  const checked = district.figures.measures.flatMap((line, measure) => {
    if (shared(measure)) return [];
    const years = Array.from(line.byYear)
      .filter(([year]) => year <= 2028)
      .map(([year, { mean }]) => {
        const parts = firms.map((firm) => overTrials(firm.measures.get(measure)?.byYear.get(year)?.mean));
        return [year, parts.reduce((sum, part) => sum + part, 0), overTrials(mean)] as const;
      });
    const term = firms.reduce((sum, firm) => sum + overTrials(firm.measures.get(measure)?.term.mean), 0);
    expect(term).toBe(overTrials(line.term.mean));
    for (const [year, sum, mean] of years) expect([measure, year, sum]).toEqual([measure, year, mean]);
    return term > 0 ? [policy.measures[measure]?.id] : [];
  });
  // rows alone, rows of their enterprise, lives and recorded payments are all among them
  expect(checked).toEqual(expect.arrayContaining(["m05a", "m06", "m10", "m11a", "m20a", "m21a"]));
});

it("gives a firm the same bits whether or not the district was drawn before", () => {
  for (const firm of [0, 7]) expect(ofFirm(firm)).toEqual(firms[firm + 1]);
});

it("leaves what a firm's run drew of others out of the district's next run", () => {
  const after = new BlockRun(prepared, roster, { scenario, evaluation, seed, firm: 3 }, district.run);
  after.record(0);
  const again = new BlockRun(prepared, roster, { scenario, evaluation, seed }, after);
  const figures = finished(figureSteps(simulatedRun(policy, scenario, evaluation, seed), collect(again)));
  expect(figures).toEqual(district.figures);
});

it("says how likely any payment is, and of what is committed that it is sure while the firm stays", () => {
  for (const { total, measures } of firms.slice(1)) {
    for (const { term, byYear } of [total, ...measures.values()]) {
      for (const range of [term, ...byYear.values()]) {
        expect(range.chance > 0).toBe(range.mean > 0);
        expect(range.p5 <= range.p50 && range.p50 <= range.p95).toBe(true);
        if (range.p50 > 0) expect(range.chance).toBeGreaterThanOrEqual(0.5);
      }
    }
  }
});

it("names the measures that are shared with others, which are in no figure", () => {
  const ids = firms[1]?.leftOut.map((measure) => policy.measures[measure]?.id);
  expect(ids).toEqual(["m04", "m14", "m15", "m18", "m19"]);
  expect(firms.every(({ measures, leftOut }) => leftOut.every((measure) => !measures.has(measure)))).toBe(true);
});

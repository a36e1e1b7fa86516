import { expect, it } from "vitest";
import { firm, secondFirm } from "../../../../rules/xicheng-2023-71/worked-case.ts";
import { xicheng202371 as policy } from "../../../../rules/xicheng-2023-71/policy.ts";
import { wan } from "../../../../src/core/money/money.ts";
import { amountsByFirm } from "../../../../src/core/policy/compare/awards.ts";
import {
  effectCounts,
  effectsByGroup,
  firmEffects,
  paidConcentration,
} from "../../../../src/core/policy/compare/effects.ts";
import { lineDifference, outcomeOf, type ScenarioOutcome } from "../../../../src/core/policy/compare/outcome.ts";
import { overlapsOf } from "../../../../src/core/policy/compare/overlaps.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { rosterOf, scenarioOf, type Differences } from "../evaluate-rows.ts";

const contributions = { 区级综合贡献2023: 900, 区级综合贡献2024: 900, 区级综合贡献2025: 900 };
const grown = { 市级升规奖励: 30, 升规奖励日期: "2024-03-01" };
// the first: 20万 in 2024, then 100万 less those 20万 in 2025, and 10% of 30万; the second: 10% of 30万
const roster = rosterOf({
  企业: [
    firm({ ...contributions, ...grown, 市级专精特新认定日期: "2024-05-10", 国家级小巨人认定日期: "2025-09-01" }),
    secondFirm(grown),
  ],
});
const prepared = preparePolicy(policy);
const wanFen = (amount: number): number => wan(amount) * 100;
const m09 = policy.measures.findIndex(({ id }) => id === "m09");
const m10 = policy.measures.findIndex(({ id }) => id === "m10");

function outcome(differences: Differences = {}): ScenarioOutcome {
  const scenario = scenarioOf(differences);
  return outcomeOf(policy, scenario, evaluateRoster(prepared, roster, scenario));
}

const byFirm = (of: ScenarioOutcome, measure?: number): ReadonlyMap<number, number> =>
  amountsByFirm(of.awards, "planning", measure === undefined ? {} : { measure });
const published = outcome();

it("sums what each firm gets, and who pays it", () => {
  expect([...byFirm(published)]).toEqual([
    [0, wanFen(103)],
    [1, wanFen(3)],
  ]);
  expect([...amountsByFirm(published.awards, "planning", { department: "区中小企业服务中心" })]).toEqual([
    ...byFirm(published),
  ]);
  expect([...byFirm(published, m09)]).toEqual([
    [0, wanFen(3)],
    [1, wanFen(3)],
  ]);
});

it("finds the difference by year exact to the 分, and none at all for a reform that changes nothing", () => {
  const lower = outcome({ values: { "m09.配套比例": 0.033333 } });
  const difference = lineDifference(lower.sums.total, published.sums.total);
  // 2 × (30万 × 3.3333% − 3万) = 2 × (9999.90 − 30000.00) 元
  expect([...difference.committed]).toEqual([[2024, -4_000_020]]);
  expect(lineDifference(lower.sums.measures[m10], published.sums.measures[m10]).committed.size).toBe(0);
  const same = outcome({ values: { "m09.配套比例": 0.1 }, readings: { 补差口径: "实际已享受" } });
  const nothing = lineDifference(same.sums.total, published.sums.total);
  expect([nothing.committed.size, nothing.statutory.size, nothing.unverified.size]).toEqual([0, 0, 0]);
  expect(firmEffects(byFirm(same), byFirm(published))).toEqual([]);
});

it("tells who is paid more, less, for the first time and no longer, the largest move first", () => {
  const without09 = outcome({ values: { "m09.配套比例": 0, "m10.档次金额.国家级小巨人": wan(150) } });
  const effects = firmEffects(byFirm(published), byFirm(without09));
  expect(effects).toEqual([
    { enterprise: 0, before: wanFen(103), after: wanFen(150), kind: "more" },
    { enterprise: 1, before: wanFen(3), after: 0, kind: "noLonger" },
  ]);
  expect(effectCounts(effects)).toEqual({
    more: { firms: 1, amount: wanFen(47) },
    less: { firms: 0, amount: 0 },
    newlyIn: { firms: 0, amount: 0 },
    noLonger: { firms: 1, amount: wanFen(-3) },
  });
  expect(firmEffects(byFirm(without09), byFirm(published)).map(({ kind }) => kind)).toEqual(["less", "newlyIn"]);
});

it("counts effects by size class, and every firm in one group", () => {
  const without09 = outcome({ values: { "m09.配套比例": 0 } });
  const effects = firmEffects(byFirm(published), byFirm(without09));
  const groups = effectsByGroup(effects, (enterprise) => published.sizeClass[enterprise]);
  expect(
    [...groups.values()].flatMap((counts) => Object.values(counts)).reduce((sum, { firms }) => sum + firms, 0),
  ).toBe(2);
});

it("says how concentrated the money is", () => {
  // 2 × (1×3 + 2×103) ÷ (2 × 106) − 3/2
  expect(paidConcentration(byFirm(published))).toEqual({
    firms: 2,
    total: wanFen(106),
    topTen: 1,
    gini: 418 / 212 - 1.5,
  });
  const twelve = new Map(Array.from({ length: 12 }, (_, firmNumber) => [firmNumber, 100]));
  expect(paidConcentration(twelve)).toMatchObject({ firms: 12, topTen: 10 / 12 });
  expect(paidConcentration(twelve).gini).toBeCloseTo(0, 12);
  expect(paidConcentration(new Map())).toEqual({ firms: 0, total: 0, topTen: 0, gini: 0 });
});

it("finds firms that two measures pay, with the money of both", () => {
  expect(overlapsOf(published.awards, "planning")).toEqual([{ measures: [m09, m10], firms: 1, amount: wanFen(103) }]);
});

it("says which payment a top-up was set off against", () => {
  expect(published.forgonePairs).toEqual([{ measure: m10, against: m10, firms: 1, amount: wanFen(20) }]);
});

it("sets a top-up off against payments outside the roster where the roster holds none", () => {
  const alone = rosterOf({ 企业: [firm({ ...contributions, 已获同类补助: 5, 市级专精特新认定日期: "2024-05-10" })] });
  const scenario = scenarioOf();
  const { forgonePairs } = outcomeOf(policy, scenario, evaluateRoster(prepared, alone, scenario));
  expect(forgonePairs).toEqual([{ measure: m10, against: null, firms: 1, amount: wanFen(5) }]);
});

it("sets the lower of two measures on one matter off against the higher", () => {
  const both = rosterOf({ 企业: [firm({ 新三板挂牌日期: "2024-02-01", 上市市场: "境内", 上市日期: "2025-03-01" })] });
  const scenario = scenarioOf({ readings: { 挂牌上市合并: "是" }, values: { "m12b.上市阶段": wan(600) } });
  const { forgonePairs, sums } = outcomeOf(policy, scenario, evaluateRoster(prepared, both, scenario));
  const [m12a, m12b] = ["m12a", "m12b"].map((id) => policy.measures.findIndex((measure) => measure.id === id));
  // 150万 × 0.6 first, then 600万 of which 90万 are used up
  expect(forgonePairs).toEqual([{ measure: m12b, against: m12a, firms: 1, amount: wanFen(90) }]);
  expect([...sums.total.committed.values()]).toEqual([wanFen(90), wanFen(510)]);
});

import type { AssumptionRange } from "../../src/core/policy/policy.ts";

const judged = (p10: number, p90: number): Omit<AssumptionRange, "key"> => ({
  p10,
  p90,
  source: { zh: "规划判断", en: "Judgement of the planner" },
  rating: "E",
});

const read = (p10: number, p90: number, zh: string, en: string): Omit<AssumptionRange, "key"> => ({
  p10,
  p90,
  source: { zh, en },
  rating: "S",
});

const ranges: Readonly<Record<string, Omit<AssumptionRange, "key">>> = {
  "m05a.核定系数": judged(0.6, 0.95),
  "m06.核定系数": judged(0.6, 0.95),
  "m12a.核定系数": judged(0.4, 0.8),
  "sim.市级专精特新认定.年概率": judged(0.05, 0.12),
  "sim.小巨人认定.年概率": judged(0.01, 0.03),
  "sim.国高新首次认定.年概率": judged(0.015, 0.05),
  "sim.迁出.年概率": judged(0.01, 0.04),
  "sim.迁入.年比例": judged(0.005, 0.02),
  "sim.升规.年概率": judged(0.005, 0.02),
  "sim.新三板挂牌.年概率": judged(0.002, 0.01),
  "sim.上市.年概率": judged(0.001, 0.006),
  "sim.称号复核.通过率": judged(0.6, 0.85),
  "sim.称号复核.小巨人通过率": read(
    0.57,
    0.83,
    "前三批复核通过率57%、62%、83%：取其最低和最高",
    "Lowest and highest pass rate of the first three batches: 57, 62, 83%",
  ),
  "sim.国高新再认定.通过率": judged(0.6, 0.85),
  "sim.用工.年留存率": judged(0.65, 0.9),
  "sim.违约代偿.年违约率": judged(0.008, 0.03),
  "sim.违约代偿.相关系数": judged(0.05, 0.2),
  "sim.违约代偿.余额比例": judged(0.7, 1),
  "sim.增长.均值": judged(0.03, 0.12),
  "sim.增长.波动率": judged(0.15, 0.4),
  "sim.申领率.m05a": judged(0.4, 0.85),
  "sim.申领率.m06": judged(0.4, 0.85),
  "sim.申领率.m20a": judged(0.5, 0.9),
  "sim.申领率.m20c": judged(0.3, 0.75),
};

/** How far assumptions may be off, for the tornado and the screening; those not named have no range. */
export const assumptionRanges: readonly AssumptionRange[] = Object.entries(ranges).map(([key, range]) => ({
  key,
  ...range,
}));

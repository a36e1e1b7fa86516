import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent, yi } from "../../../src/core/money/money.ts";
import { assumed, needsSimulation, stated, unstated } from "../parameter.ts";

const cashFlowModel = "规划假设：Takahashi–Alexander 现金流模型";

export const article13Parameters: readonly Parameter[] = [
  stated({
    key: "m13.基金规模",
    type: "yuan",
    label: { zh: "专项投资基金规模", en: "Size of the fund" },
    value: yi(5),
    clause: { article: 13, quote: "用好5亿元专项投资基金", figure: "5亿元" },
  }),
  unstated({
    key: "m13.直接投资占比",
    type: "share",
    label: { zh: "直接投资占比", en: "Share of direct investment" },
    value: percent(40),
    source: "第13条未载明比例，规划假设",
    rating: "E",
  }),
  assumed({
    key: "m13.出资节奏",
    type: "shares",
    label: { zh: "未出资部分的出资节奏", en: "Pace of the undrawn part" },
    value: "equal",
    workbook: "locked",
    lockedBecause: {
      zh: "基金台账按导出时的节奏列示各年计划",
      en: "the fund's account plans the years by the exported pace",
    },
  }),
  assumed({
    key: "m13.增长率",
    type: "number",
    label: { zh: "基金净值年增长率", en: "Yearly growth of the fund" },
    value: 0.06,
    minimum: -1,
    maximum: 1,
    ...needsSimulation,
    source: cashFlowModel,
  }),
  assumed({
    key: "m13.年期",
    type: "count",
    label: { zh: "基金年期", en: "Life in years" },
    value: 10,
    minimum: 1,
    maximum: 30,
    ...needsSimulation,
    source: cashFlowModel,
  }),
  assumed({
    key: "m13.弓形",
    type: "number",
    label: { zh: "分配曲线弓形系数", en: "Bow of distributions" },
    value: 2.5,
    minimum: 0,
    maximum: 20,
    ...needsSimulation,
    source: cashFlowModel,
  }),
  assumed({
    key: "m13.收益率",
    type: "number",
    label: { zh: "最低年分配收益率", en: "Least yearly yield" },
    value: 0,
    minimum: 0,
    maximum: 1,
    ...needsSimulation,
    source: cashFlowModel,
  }),
  assumed({
    key: "m13.增长波动",
    type: "number",
    label: { zh: "增长率波动", en: "Volatility of growth" },
    value: 0.2,
    minimum: 0,
    maximum: 2,
    ...needsSimulation,
    source: cashFlowModel,
  }),
];

import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent, wan } from "../../../src/core/money/money.ts";
import { assumed, stated, unstated } from "../parameter.ts";

export const article05Parameters: readonly Parameter[] = [
  stated({
    key: "m05a.补助比例",
    type: "share",
    label: { zh: "节能低碳项目补助比例", en: "Share of investment for energy projects" },
    value: percent(30),
    clause: { article: 5, quote: "最高给予总投资30%的资金补助", figure: "30%" },
  }),
  unstated({
    key: "m05a.单项上限",
    type: "yuan",
    label: { zh: "节能低碳项目单项上限", en: "Cap per energy project" },
    value: null,
    source: "第5条未设金额上限",
    rating: "E",
  }),
  assumed({
    key: "m05a.核定系数",
    type: "share",
    label: { zh: "节能低碳项目核定系数", en: "Award ratio of energy projects" },
    value: 0.8,
  }),
  stated({
    key: "m05b.补助比例",
    type: "share",
    label: { zh: "清洁生产中高费项目补助比例", en: "Share for cleaner production" },
    value: percent(5),
    clause: { article: 5, quote: "在市级补助基础上给予5%的资金补助", figure: "5%" },
  }),
  stated({
    key: "m05c.单项上限",
    type: "yuan",
    label: { zh: "能源审计单项上限", en: "Cap per energy audit" },
    value: wan(12),
    clause: { article: 5, quote: "给予能源审计项目不超过12万元的资金补助", figure: "12万元" },
  }),
];

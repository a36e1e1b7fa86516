import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent, wan } from "../../../src/core/money/money.ts";
import { assumed, stated } from "../parameter.ts";

export const article06Parameters: readonly Parameter[] = [
  stated({
    key: "m06.补助比例",
    type: "share",
    label: { zh: "数字化转型补助比例", en: "Share of investment for digital transformation" },
    value: percent(30),
    clause: { article: 6, quote: "给予不超过总投资30%的资金补助", figure: "30%" },
  }),
  stated({
    key: "m06.单户上限",
    type: "yuan",
    label: { zh: "数字化转型单户上限", en: "Cap per firm for digital transformation" },
    value: wan(300),
    clause: { article: 6, quote: "单个企业补助金额最高不超过300万元（含）", figure: "300万元" },
  }),
  assumed({
    key: "m06.核定系数",
    type: "share",
    label: { zh: "数字化转型核定系数", en: "Award ratio of digital transformation" },
    value: 0.8,
  }),
];

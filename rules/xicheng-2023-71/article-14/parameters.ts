import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent, wan } from "../../../src/core/money/money.ts";
import { assumed, stated } from "../parameter.ts";

export const article14Parameters: readonly Parameter[] = [
  stated({
    key: "m14.资金池规模",
    type: "yuan",
    label: { zh: "担保风险补偿资金池规模", en: "Size of the pool" },
    value: wan(5000),
    clause: { article: 14, quote: "用好5000万元西城区中小微企业担保风险补偿资金", figure: "5000万元" },
  }),
  stated({
    key: "m14.补偿比例",
    type: "share",
    label: { zh: "代偿补偿比例", en: "Share of the compensation paid" },
    value: percent(30),
    clause: { article: 14, quote: "按照不超过实际发生代偿金额30%的比例", figure: "30%" },
  }),
  stated({
    key: "m14.单项上限",
    type: "yuan",
    label: { zh: "单项业务上限", en: "Cap per guarantee" },
    value: wan(500),
    clause: { article: 14, quote: "单项业务不超过500万元（含）的额度", figure: "500万元" },
  }),
  stated({
    key: "m14.专精特新单项上限",
    type: "yuan",
    label: { zh: "专精特新单项业务上限", en: "Cap per guarantee of a titled firm" },
    value: wan(700),
    clause: { article: 14, quote: "针对专精特新中小企业，单项业务不超过700万元（含）", figure: "700万元" },
  }),
  assumed({
    key: "m14.追偿返还比例",
    type: "share",
    label: { zh: "追偿返还比例", en: "Share of recoveries returned to the pool" },
    value: 0,
  }),
];

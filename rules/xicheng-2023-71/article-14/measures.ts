import type { Measure } from "../../../src/core/policy/policy.ts";

/** 担保代偿风险补偿: claims on a limited pool, in date order (section 5). */
export const article14Measures: readonly Measure[] = [
  {
    id: "m14",
    article: 14,
    label: { zh: "担保代偿风险补偿", en: "Guarantee compensation" },
    departments: ["区中小企业服务中心"],
    kind: "pool",
    table: "guarantees",
    owner: "uscc",
    triggers: [{ id: "compensated", label: { zh: "发生代偿", en: "guarantor paid" }, date: "代偿日期" }],
    select: "each",
    testDay: "起始日期",
    // a default after the term is covered if the guarantee started in it (A14-5)
    countsWhen:
      "OR(AND(触发日>=政策起始日,触发日<=政策截止日)," +
      "AND(起始日期>=政策起始日,起始日期<=政策截止日,触发日>政策截止日))",
    eligible: "政府性担保",
    admitsSoleTraders: true,
    gross: 'IF(代偿基数口径="总额",代偿金额,MAX(0,ROUND(代偿金额-银行分担-再担保分担-追偿回收,2)))*补偿比例',
    limits: [
      {
        kind: "cap",
        formula: "IF(担保时专精特新,专精特新单项上限,单项上限)",
        label: { zh: "单项业务上限", en: "cap per guarantee" },
      },
    ],
    schedule: { kind: "once" },
    statutory: {},
    order: ["guaranteeNumber", "uscc"],
    pool: {
      size: "资金池规模",
      refillReading: "资金池口径",
      recoveryShare: "追偿返还比例",
      recovery: "recovered",
      recoveryDate: "recoveredDate",
      order: ["guaranteeNumber", "uscc"],
    },
    withoutFigure: false,
  },
];

import type { Measure } from "../../../src/core/policy/policy.ts";

/** 担保代偿补偿: claims on a small pool, in date order. */
export const article05Measures: readonly Measure[] = [
  {
    id: "s05",
    article: 5,
    label: { zh: "担保代偿补偿", en: "Guarantee compensation" },
    departments: ["示例区经济局", "示例区财政局"],
    kind: "pool",
    table: "guarantees",
    owner: "uscc",
    triggers: [{ id: "compensated", label: { zh: "发生代偿", en: "guarantor paid" }, date: "代偿日期" }],
    select: "each",
    eligible: "政府性担保",
    admitsSoleTraders: true,
    gross: "代偿金额*补偿比例",
    limits: [{ kind: "cap", formula: "单笔上限", label: { zh: "单笔上限", en: "cap per claim" } }],
    schedule: { kind: "once" },
    statutory: {},
    order: ["guaranteeNumber", "uscc"],
    pool: {
      size: "补偿资金规模",
      refillReading: "补偿资金口径",
      recoveryShare: "追偿返还比例",
      recovery: "recovered",
      recoveryDate: "recoveredDate",
      order: ["guaranteeNumber", "uscc"],
    },
    withoutFigure: false,
  },
];

import type { Measure } from "../../../src/core/policy/policy.ts";

/** 专项投资基金: equity with a ledger of its own (section 6). */
export const article13Measures: readonly Measure[] = [
  {
    id: "m13",
    article: 13,
    label: { zh: "专项投资基金", en: "Special investment fund" },
    departments: ["区发展改革委"],
    kind: "fund",
    table: "fundInvestments",
    owner: "investee",
    triggers: [{ id: "contributed", label: { zh: "出资", en: "contribution" }, date: "出资日期" }],
    select: "each",
    admitsSoleTraders: true,
    gross: "出资金额",
    limits: [],
    schedule: { kind: "once" },
    statutory: {},
    order: [],
    withoutFigure: false,
  },
];

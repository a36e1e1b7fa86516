import type { Measure } from "../../../src/core/policy/policy.ts";

/** 贷款贴息: an optional yearly envelope, the text gives no figure. */
export const article15Measures: readonly Measure[] = [
  {
    id: "m15",
    article: 15,
    label: { zh: "贷款贴息", en: "Interest subsidies" },
    departments: ["区文化和旅游局", "区文促中心", "西城园管委会"],
    kind: "envelope",
    table: "enterprises",
    owner: "uscc",
    triggers: [],
    select: "each",
    admitsSoleTraders: true,
    gross: "年度额度",
    limits: [],
    schedule: { kind: "once" },
    statutory: {},
    order: [],
    withoutFigure: true,
  },
];

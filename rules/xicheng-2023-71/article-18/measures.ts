import type { Measure } from "../../../src/core/policy/policy.ts";

/** 人才资助: an optional yearly envelope, the text gives no figure. */
export const article18Measures: readonly Measure[] = [
  {
    id: "m18",
    article: 18,
    label: { zh: "人才资助", en: "Talent grants" },
    departments: ["区委组织部", "区科技和信息化局"],
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

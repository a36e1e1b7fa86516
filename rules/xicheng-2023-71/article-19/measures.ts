import type { Measure } from "../../../src/core/policy/policy.ts";

/** 人才服务: an optional yearly envelope, the text gives no figure. */
export const article19Measures: readonly Measure[] = [
  {
    id: "m19",
    article: 19,
    label: { zh: "人才服务", en: "Talent services" },
    departments: ["各相关部门"],
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

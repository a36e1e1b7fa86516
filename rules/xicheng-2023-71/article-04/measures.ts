import type { Measure } from "../../../src/core/policy/policy.ts";

/** 综合服务奖励: enterprise-years that share 年度额度; the engine supplies one test day a budget year. */
export const article04Measures: readonly Measure[] = [
  {
    id: "m04",
    article: 4,
    label: { zh: "综合服务奖励", en: "Comprehensive service award" },
    departments: ["区投资促进服务中心"],
    kind: "shared-envelope",
    table: "enterprises",
    owner: "uscc",
    triggers: [],
    select: "each",
    eligible: "AND(连续增长,上年区级综合贡献>=最低区级综合贡献)",
    admitsSoleTraders: false,
    gross: "奖励比例*ROUND(MAX(0,上年区级综合贡献-前年区级综合贡献),2)",
    limits: [],
    schedule: { kind: "once" },
    statutory: {},
    order: [],
    withoutFigure: true,
  },
];

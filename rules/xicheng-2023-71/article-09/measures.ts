import type { Measure } from "../../../src/core/policy/policy.ts";

/** 升规奖励区级配套, once per enterprise. */
export const article09Measures: readonly Measure[] = [
  {
    id: "m09",
    article: 9,
    label: { zh: "升规奖励配套", en: "Match of the scale-up award" },
    departments: ["区中小企业服务中心"],
    kind: "grant",
    table: "enterprises",
    owner: "uscc",
    triggers: [
      {
        id: "award",
        label: { zh: "获得市级升规奖励", en: "municipal award received" },
        date: "升规奖励日期",
        exists: "市级升规奖励>0",
      },
    ],
    select: "first",
    admitsSoleTraders: false,
    gross: "市级升规奖励*配套比例",
    limits: [{ kind: "cap", formula: "单户上限", label: { zh: "单户上限", en: "cap per firm" } }],
    schedule: { kind: "once" },
    statutory: {},
    order: [],
    withoutFigure: false,
  },
];

import type { Measure } from "../../../src/core/policy/policy.ts";

const service = {
  article: 21,
  departments: ["区人力社保局"],
  kind: "grant",
  table: "hrServices",
  triggers: [{ id: "recruited", label: { zh: "引进人才服务", en: "recruitment service" }, date: "日期" }],
  select: "each",
  admitsSoleTraders: false,
  limits: [],
  schedule: { kind: "once" },
  statutory: {},
  order: [],
} as const satisfies Partial<Measure>;

/** 人才引进服务奖励 to the agency, 人才引进补助 to the employer. */
export const article21Measures: readonly Measure[] = [
  {
    ...service,
    id: "m21a",
    label: { zh: "人才服务奖励", en: "Recruitment service award" },
    owner: "agency",
    gross: "服务费*奖励比例",
    withoutFigure: false,
  },
  {
    ...service,
    id: "m21b",
    label: { zh: "人才引进补助", en: "Recruitment subsidy to the employer" },
    owner: "employer",
    gross: "服务费*用人单位比例",
    withoutFigure: true,
  },
];

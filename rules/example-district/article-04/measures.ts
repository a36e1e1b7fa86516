import type { Measure } from "../../../src/core/policy/policy.ts";

/** 岗位补助: by months, paid on after the term. */
export const article04Measures: readonly Measure[] = [
  {
    id: "s04",
    article: 4,
    label: { zh: "岗位补助", en: "Job subsidy" },
    departments: ["示例区就业局"],
    kind: "grant",
    table: "employment",
    owner: "uscc",
    triggers: [
      {
        id: "employed",
        label: { zh: "用工起始", en: "employment starts" },
        date: "起始日期",
        exists: 'OR(类别="岗位一档",类别="岗位二档",类别="岗位三档")',
      },
    ],
    select: "each",
    admitsSoleTraders: true,
    gross: '人数*IF(类别="岗位一档",年标准.一档,IF(类别="岗位二档",年标准.二档,年标准.三档))*当年月数/12',
    limits: [],
    schedule: { kind: "months", term: "补助期限", end: "jobEnd" },
    statutory: {},
    order: [],
    withoutFigure: false,
  },
];

import type { Measure } from "../../../src/core/policy/policy.ts";

const shared = {
  article: 20,
  departments: ["区人力社保局"],
  kind: "grant",
  owner: "uscc",
  select: "each",
  // sole traders employ and start up too (section 3)
  admitsSoleTraders: true,
  statutory: {},
  order: [],
  withoutFigure: false,
} as const satisfies Partial<Measure>;

/** 岗位补助、职业培训补助、创业房租补助. */
export const article20Measures: readonly Measure[] = [
  {
    ...shared,
    id: "m20a",
    label: { zh: "岗位补助", en: "Job subsidy" },
    table: "employment",
    triggers: [
      {
        id: "employed",
        label: { zh: "用工起始", en: "employment starts" },
        date: "起始日期",
        exists: 'OR(类别="岗位一档",类别="岗位二档",类别="岗位三档")',
      },
    ],
    gross: '人数*IF(类别="岗位一档",年标准.岗位一档,IF(类别="岗位二档",年标准.岗位二档,年标准.岗位三档))*当年月数/12',
    limits: [],
    schedule: { kind: "months", term: "补助期限", end: "jobEnd" },
  },
  {
    ...shared,
    id: "m20b",
    label: { zh: "职业培训补助", en: "Training subsidy" },
    table: "employment",
    triggers: [
      {
        id: "trained",
        label: { zh: "职业培训", en: "training" },
        date: "起始日期",
        exists: '类别="职业培训"',
      },
    ],
    gross: "人数*人均标准",
    limits: [],
    schedule: { kind: "once" },
  },
  {
    ...shared,
    id: "m20c",
    label: { zh: "创业房租补助", en: "Start-up rent subsidy" },
    table: "enterprises",
    triggers: [
      {
        id: "one-year-old",
        label: { zh: "创业满一年", en: "one year in business" },
        date: "MAX(EDATE(成立日期,12),政策起始日)",
        exists: "AND(户籍创业,成立日期>=创业成立不早于)",
      },
    ],
    gross: "年房租",
    limits: [
      {
        kind: "cap",
        formula: 'IF(房租上限口径="累计",MAX(0,年度上限-本条已享受),年度上限)',
        label: { zh: "房租上限", en: "rent cap" },
      },
    ],
    schedule: { kind: "anniversaries", years: "补助年数" },
    chain: { group: "m20c", opening: "0" },
  },
];

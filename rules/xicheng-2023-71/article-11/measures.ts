import type { Measure } from "../../../src/core/policy/policy.ts";

const shared = {
  article: 11,
  departments: ["区科技和信息化局"],
  kind: "grant",
  table: "enterprises",
  owner: "uscc",
  select: "first",
  admitsSoleTraders: false,
  gross: "奖励金额",
  limits: [],
  statutory: {},
  order: [],
  withoutFigure: false,
} as const satisfies Partial<Measure>;

/** 国家高新技术企业奖励. */
export const article11Measures: readonly Measure[] = [
  {
    ...shared,
    id: "m11a",
    label: { zh: "国高新首次奖励", en: "High-tech first award" },
    triggers: [
      {
        id: "first-certificate",
        label: { zh: "首次取得证书", en: "first certificate" },
        date: "国高新首次取得日期",
      },
      {
        id: "moved-in",
        label: { zh: "持有效证书迁入", en: "moved in with a valid certificate" },
        date: "迁入日期",
        exists: "国高新证书有效",
      },
    ],
    eligible: 'OR(国高新首次获奖日期="",国高新首次获奖日期>=触发日)',
    schedule: { kind: "instalments", shares: "分期", offset: "兑付年度偏移" },
  },
  {
    ...shared,
    id: "m11b",
    label: { zh: "国高新再认定奖励", en: "High-tech renewal award" },
    triggers: [
      {
        id: "renewed",
        label: { zh: "再次取得证书", en: "certificate renewed" },
        date: "国高新最近发证日期",
        exists:
          "AND(国高新最近发证日期>国高新首次取得日期,国高新最近发证日期>=EDATE(国高新首次取得日期,36)-宽限天数," +
          '国高新再认定获奖日期="",' +
          'OR(AND(国高新首次获奖日期<>"",国高新首次获奖日期<=国高新最近发证日期),首次奖励在先))',
      },
    ],
    schedule: { kind: "once", offset: "兑付年度偏移" },
    after: { name: "首次奖励在先", measure: "m11a" },
  },
];

import type { Limit, Measure } from "../../../src/core/policy/policy.ts";
import { oneMatter } from "../shared-readings.ts";

/** Public money of city and district together stays within the cost (A5-3). */
const withinInvestment: Limit = {
  kind: "cofund",
  formula: "MAX(0,总投资-市级补助)",
  label: { zh: "市、区补助合计不超过总投资", en: "city and district money within the investment" },
};

const project = {
  article: 5,
  departments: ["区发展改革委"],
  kind: "grant",
  table: "projects",
  owner: "uscc",
  select: "each",
  admitsSoleTraders: false,
  schedule: { kind: "once" },
  order: [],
  exclusive: oneMatter,
  withoutFigure: false,
} as const satisfies Partial<Measure>;

/** 绿色低碳项目补助. */
export const article05Measures: readonly Measure[] = [
  {
    ...project,
    id: "m05a",
    label: { zh: "节能低碳项目补助", en: "Energy and low-carbon projects" },
    triggers: [
      {
        id: "accepted",
        label: { zh: "项目验收", en: "project accepted" },
        date: "验收日期",
        exists: 'OR(项目类型="节能技改",项目类型="新能源",项目类型="能源管控",项目类型="循环经济")',
      },
    ],
    gross: "总投资*补助比例*核定系数",
    limits: [{ kind: "cap", formula: "单项上限", label: { zh: "单项上限", en: "cap per project" } }, withinInvestment],
    statutory: { 核定系数: 1, 单项上限: null },
  },
  {
    ...project,
    id: "m05b",
    label: { zh: "清洁生产中高费项目补助", en: "Cleaner-production projects" },
    triggers: [
      {
        id: "accepted",
        label: { zh: "项目验收", en: "project accepted" },
        date: "验收日期",
        exists: '项目类型="清洁生产中高费"',
      },
    ],
    eligible: "市级补助>0",
    gross: 'IF(清洁生产口径="总投资",总投资,市级补助)*补助比例',
    limits: [withinInvestment],
    statutory: {},
  },
  {
    ...project,
    id: "m05c",
    label: { zh: "能源审计补助", en: "Energy audits" },
    triggers: [
      {
        id: "accepted",
        label: { zh: "项目验收", en: "project accepted" },
        date: "验收日期",
        exists: '项目类型="能源审计"',
      },
    ],
    gross: "审计费用",
    limits: [{ kind: "cap", formula: "单项上限", label: { zh: "单项上限", en: "cap per audit" } }],
    statutory: {},
  },
];

import type { Measure } from "../../../src/core/policy/policy.ts";

const shared = {
  article: 12,
  departments: ["北京金融街服务局"],
  kind: "grant",
  table: "enterprises",
  owner: "uscc",
  select: "each",
  admitsSoleTraders: false,
  schedule: { kind: "once" },
  order: [],
  withoutFigure: false,
} as const satisfies Partial<Measure>;

const opening = "第12条上市已兑付";

/** 挂牌上市支持; on one day the order is 挂牌, 受理, 上市. */
export const article12Measures: readonly Measure[] = [
  {
    ...shared,
    id: "m12a",
    label: { zh: "新三板挂牌支持", en: "NEEQ admission" },
    triggers: [{ id: "neeq", label: { zh: "新三板挂牌", en: "NEEQ admission" }, date: "新三板挂牌日期" }],
    gross: "单户上限*核定系数",
    limits: [
      {
        kind: "cap",
        formula: "MAX(0,m12b.单户上限-本条已享受)",
        when: '挂牌上市合并="是"',
        label: { zh: "挂牌、上市合计上限余额", en: "what is left of the joint cap" },
      },
    ],
    statutory: { 核定系数: 1 },
    chain: { group: "m12", opening, joins: '挂牌上市合并="是"' },
  },
  {
    ...shared,
    id: "m12b",
    label: { zh: "上市支持", en: "Listing" },
    triggers: [
      {
        id: "accepted",
        label: { zh: "境内上市受理", en: "domestic listing accepted" },
        date: "上市受理日期",
        exists: '上市市场="境内"',
        gross: "受理阶段",
      },
      {
        id: "listed",
        label: { zh: "境内上市", en: "listed at home" },
        date: "上市日期",
        exists: '上市市场="境内"',
        gross: "上市阶段",
      },
      {
        id: "listed-abroad",
        label: { zh: "境外上市", en: "listed abroad" },
        date: "上市日期",
        // a blank market is priced as 境内, so it must not be UNKNOWN here as well
        exists: 'IF(上市市场="",FALSE,上市市场="境外")',
        gross: "境外上市",
      },
    ],
    gross: "上市阶段",
    limits: [
      {
        kind: "cap",
        formula: "MAX(0,单户上限-本条已享受)",
        label: { zh: "单户上限余额", en: "what is left of the cap per firm" },
      },
    ],
    statutory: {},
    chain: { group: "m12", opening },
  },
];

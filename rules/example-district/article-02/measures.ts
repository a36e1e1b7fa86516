import type { Measure } from "../../../src/core/policy/policy.ts";

/** 数字化补助: a share of the investment under two caps. */
export const article02Measures: readonly Measure[] = [
  {
    id: "s02",
    article: 2,
    label: { zh: "数字化补助", en: "Digital grant" },
    departments: ["示例区科技局"],
    kind: "grant",
    table: "projects",
    owner: "uscc",
    triggers: [
      {
        id: "accepted",
        label: { zh: "项目验收", en: "project accepted" },
        date: "验收日期",
        exists: '项目类型="数字化转型"',
      },
    ],
    select: "each",
    admitsSoleTraders: false,
    gross: "总投资*补助比例*核定系数",
    limits: [
      {
        kind: "cofund",
        formula: "MAX(0,项目上限-市级补助)",
        when: '项目上限口径="含市级"',
        label: { zh: "项目上限余额", en: "what the municipal subsidy leaves of the cap" },
      },
      {
        kind: "cap",
        formula: "MIN(项目上限,MAX(0,累计上限-本条已享受))",
        label: { zh: "项目上限和累计余额", en: "cap per project and what is left of the firm's" },
      },
    ],
    schedule: { kind: "once" },
    statutory: { 核定系数: 1 },
    order: ["projectName", "investment"],
    chain: { group: "s02", opening: "0" },
    withoutFigure: false,
  },
];

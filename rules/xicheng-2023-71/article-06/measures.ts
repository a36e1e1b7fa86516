import type { Measure } from "../../../src/core/policy/policy.ts";
import { oneMatter } from "../shared-readings.ts";

/** 数字化转型补助. */
export const article06Measures: readonly Measure[] = [
  {
    id: "m06",
    article: 6,
    label: { zh: "数字化转型补助", en: "Digital transformation" },
    departments: ["区中小企业服务中心"],
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
    eligible: "持有专精特新称号",
    admitsSoleTraders: false,
    gross: "总投资*补助比例*核定系数",
    limits: [
      {
        kind: "cap",
        formula: 'MAX(0,单户上限-IF(单户上限口径="政策期",本条已享受,IF(单户上限口径="年度",本条本年已享受,0)))',
        label: { zh: "单户上限余额", en: "what is left of the cap per firm" },
      },
    ],
    schedule: { kind: "once" },
    statutory: { 核定系数: 1 },
    order: ["projectName", "investment"],
    exclusive: oneMatter,
    chain: { group: "m06", opening: "第6条已兑付" },
    withoutFigure: false,
  },
];

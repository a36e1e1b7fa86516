import type { Reading } from "../../../src/core/policy/policy.ts";

export const article10Readings: readonly Reading[] = [
  {
    name: "补差口径",
    label: { zh: "补差口径", en: "Difference of an upgrade" },
    options: [
      { value: "实际已享受", zh: "档次金额减实际已享受", en: "tier amount less what was received" },
      { value: "低一档标准", zh: "档次金额减已达低档标准", en: "tier amount less the lower tier's amount" },
    ],
    articles: [10],
    question: { zh: "“晋级补差”补的是什么差额？", en: "The difference of what?" },
    source: "西发改文〔2023〕71号第10条",
    workbook: "live",
  },
  {
    name: "综合贡献封顶",
    label: { zh: "综合贡献封顶", en: "Capped at the district contribution" },
    options: [
      { value: "是", zh: "按上年区级综合贡献封顶", en: "capped at last year's contribution" },
      { value: "否", zh: "不封顶", en: "not capped" },
    ],
    articles: [10],
    question: {
      zh: "“原则上不超过年度区级综合贡献”是否作为上限？",
      en: "Is “in principle not above the yearly district contribution” a cap?",
    },
    source: "西发改文〔2023〕71号第10条；法定口径固定为“否”",
    workbook: "live",
  },
];

import type { Reading } from "../../../src/core/policy/policy.ts";

export const article05Readings: readonly Reading[] = [
  {
    name: "补偿资金口径",
    label: { zh: "补偿资金口径", en: "Refill of the pool" },
    options: [
      { value: "一次性", zh: "整个政策期300万元", en: "once for the whole term" },
      { value: "年度补足", zh: "每年年初补足", en: "raised to the size each January" },
      { value: "每年新增", zh: "每年年初新增", en: "the size is added each January" },
    ],
    articles: [5],
    question: { zh: "300万元是总额还是每年？", en: "Is the pool one sum or a yearly one?" },
    source: "示例〔2024〕1号（虚构）第5条",
    workbook: "live",
  },
];

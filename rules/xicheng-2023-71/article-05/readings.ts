import type { Reading } from "../../../src/core/policy/policy.ts";

export const article05Readings: readonly Reading[] = [
  {
    name: "清洁生产口径",
    label: { zh: "清洁生产口径", en: "Base of the cleaner-production share" },
    options: [
      { value: "总投资", zh: "总投资的5%", en: "5% of total investment" },
      { value: "市级补助", zh: "市级补助的5%", en: "5% of the municipal subsidy" },
    ],
    articles: [5],
    question: { zh: "“在市级补助基础上给予5%”以什么为基数？", en: "Five per cent of what?" },
    source: "西发改文〔2023〕71号第5条",
    workbook: "live",
  },
];

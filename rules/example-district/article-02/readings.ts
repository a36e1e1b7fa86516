import type { Reading } from "../../../src/core/policy/policy.ts";

export const article02Readings: readonly Reading[] = [
  {
    name: "项目上限口径",
    label: { zh: "项目上限口径", en: "What the cap per project holds" },
    options: [
      { value: "不含市级", zh: "区级补助不超过上限", en: "the district's grant alone" },
      { value: "含市级", zh: "市、区补助合计不超过上限", en: "the municipal subsidy as well" },
    ],
    articles: [2],
    question: { zh: "单个项目80万元是否含市级补助？", en: "Does the cap per project hold the municipal subsidy?" },
    source: "示例〔2024〕1号（虚构）第2条",
    workbook: "live",
  },
];

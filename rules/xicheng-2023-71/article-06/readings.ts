import type { Reading } from "../../../src/core/policy/policy.ts";

export const article06Readings: readonly Reading[] = [
  {
    name: "单户上限口径",
    label: { zh: "单户上限口径", en: "Period of the cap per firm" },
    options: [
      { value: "政策期", zh: "整个政策期", en: "whole term" },
      { value: "年度", zh: "每个预算年度", en: "each budget year" },
      { value: "项目", zh: "每个项目", en: "each project" },
    ],
    articles: [6],
    question: { zh: "单个企业300万元按什么期间计算？", en: "Over what period is the cap per firm counted?" },
    source: "西发改文〔2023〕71号第6条",
    workbook: "live",
  },
];

import type { Reading } from "../../../src/core/policy/policy.ts";

export const article12Readings: readonly Reading[] = [
  {
    name: "挂牌上市合并",
    label: { zh: "挂牌上市合并", en: "Admission and listing under one cap" },
    options: [
      { value: "否", zh: "挂牌与上市分别封顶", en: "separate caps" },
      { value: "是", zh: "合计不超过600万元", en: "600万 in all" },
    ],
    articles: [12],
    question: { zh: "150万元与600万元是否相加？", en: "Do the two ceilings add?" },
    source: "西发改文〔2023〕71号第12条",
    workbook: "live",
  },
];

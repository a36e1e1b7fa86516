import type { Reading } from "../../../src/core/policy/policy.ts";

export const article14Readings: readonly Reading[] = [
  {
    name: "代偿基数口径",
    label: { zh: "代偿基数口径", en: "Base of the compensation" },
    options: [
      { value: "总额", zh: "实际发生代偿金额", en: "amount actually paid" },
      { value: "净额", zh: "扣除银行、再担保分担和追偿", en: "net of shares and recoveries" },
    ],
    articles: [14],
    question: { zh: "30%以代偿总额还是净额为基数？", en: "Thirty per cent of the gross or the net amount?" },
    source: "西发改文〔2023〕71号第14条；法定口径固定为“总额”",
    workbook: "live",
  },
  {
    name: "资金池口径",
    label: { zh: "资金池口径", en: "Refill of the pool" },
    options: [
      { value: "一次性", zh: "整个政策期5000万元", en: "once for the whole term" },
      { value: "年度补足", zh: "每年年初补足", en: "raised to the size each January" },
      { value: "每年新增", zh: "每年年初新增", en: "the size is added each January" },
    ],
    articles: [14],
    question: { zh: "5000万元是总额还是每年？", en: "Is the pool one sum or a yearly one?" },
    source: "西发改文〔2023〕71号第14条",
    workbook: "live",
  },
];

import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十三条 5亿元专项投资基金. */
export const article13: Article = {
  number: 13,
  chapter: "第四章 加大中小微企业融资服务支撑",
  title: { zh: "5亿元专项投资基金", en: "Special investment fund of 500 million yuan" },
  kind: "investment",
  departments: ["区发展改革委"],
  departmentText: "（责任部门：区发展改革委）",
  text: "用好5亿元专项投资基金，通过直接投资及子基金模式，聚焦产业数字化、数字产业化、新型基础设施建设、碳中和等重点领域，持续加大西城区政府基金主动投资力度。",
  summary: {
    zh: "用好5亿元专项投资基金，直接投资与子基金并用；属股权投资，单列台账，不与补助相加。",
    en: "Equity by direct investment and sub-funds; its own ledger, never added to grants.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A13-1",
      question: "5亿元是总额还是每年，存量还是新增？",
      readings: ["总额，存量", "总额，新增", "每年"],
      recommended: "总额；未出资部分与预算相关",
    },
    { id: "A13-2", question: "是否与补助相加？", readings: ["单列", "相加"], recommended: "单列，不相加" },
    {
      id: "A13-3",
      question: "子基金中的区级份额",
      readings: ["5亿元均为区级资金", "含社会资本"],
      recommended: "均为区级资金",
    },
  ],
};

import type { Article } from "../../../src/core/policy/policy.ts";

/** 第三十一条 实施日期、解释、有效期. */
export const article31: Article = {
  number: 31,
  chapter: "第七章 加强中小微企业精准服务",
  title: { zh: "实施日期、解释、有效期", en: "Effect, interpretation and term" },
  kind: "general",
  departments: [],
  departmentText: "",
  text: "本措施自2023年5月29日开始实施，由西城区发展和改革委员会负责解释，有效期五年。各行业主管部门同时结合工作实际及工作职责，针对金融、金融科技、数字经济、专业服务、科技创新、文化旅游、生活性服务等驻区发展中小微企业给予专项政策支持。",
  summary: {
    zh: "2023年5月29日起实施，有效期五年；末日按2028年5月28日计。",
    en: "In force from 2023-05-29 for five years; the last day is 2028-05-28.",
  },
  coverage: "none",

  ambiguities: [
    { id: "A31-1", question: "最后一天", readings: ["2028-05-28", "2028-05-29"], recommended: "2028-05-28（满五年）" },
    {
      id: "A31-2",
      question: "政策年度",
      readings: ["日历（预算）年度", "5月29日至次年5月28日"],
      recommended: "日历年度，2023与2028为不完整年度",
    },
    { id: "A31-3", question: "期满后到期的承诺", readings: ["列为期后", "截断"], recommended: "列为期后，单独列示" },
    {
      id: "A31-4",
      question: "与行业专项政策重叠",
      readings: ["叠加", "同一事项就高"],
      recommended: "默认叠加；可对同名项目就高",
      reading: "同一事项",
    },
  ],
};

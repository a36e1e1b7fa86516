import type { Article } from "../../../src/core/policy/policy.ts";

/** 第九条 升规奖励区级配套. */
export const article09: Article = {
  number: 9,
  chapter: "第三章 促进中小微企业规模成长培育",
  title: { zh: "升规奖励区级配套", en: "Match of the scale-up award" },
  kind: "monetary",
  departments: ["区中小企业服务中心"],
  departmentText: "（责任部门：区中小企业服务中心）",
  text: "对获得“北京市高精尖产业发展资金”升规奖励的企业，给予市级升规奖励资金10%的区级配套支持，支持金额最高不超过10万元（含）。",
  summary: {
    zh: "对获得市级升规奖励的企业按奖励资金的10%配套，最高10万元。",
    en: "Matches 10% of the municipal scale-up award, at most 100,000 yuan.",
  },
  coverage: "modelled",

  ambiguities: [
    { id: "A9-1", question: "“升规奖励”是否含稳规奖励？", readings: ["仅升规", "升规和稳规"], recommended: "仅升规" },
    { id: "A9-2", question: "上限按企业还是按次？", readings: ["每户一次", "每次"], recommended: "每户一次" },
    {
      id: "A9-3",
      question: "市级措施2025年底到期后是否还有配套？",
      readings: ["不再触发", "假定有后续政策"],
      recommended: "模拟触发止于市级政策截止；名册已有的奖励照计",
    },
  ],
};

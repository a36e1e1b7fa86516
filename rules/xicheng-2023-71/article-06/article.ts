import type { Article } from "../../../src/core/policy/policy.ts";

/** 第六条 数字化转型补助. */
export const article06: Article = {
  number: 6,
  chapter: "第二章 支持中小微企业稳定健康发展",
  title: { zh: "数字化转型补助", en: "Digital transformation grant" },
  kind: "monetary",
  departments: ["区中小企业服务中心"],
  departmentText: "（责任部门：区中小企业服务中心）",
  text: "对市（省）级以上专精特新中小企业数字化转型、升级费用，给予不超过总投资30%的资金补助，单个企业补助金额最高不超过300万元（含）。",
  summary: {
    zh: "市级以上专精特新企业数字化转型、升级，补助不超过总投资的30%，单个企业最高300万元。",
    en: "Up to 30% of investment for titled firms' digital transformation, at most 3 million yuan a firm.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A6-1",
      question: "“单个企业最高300万元”按什么期间计？",
      readings: ["政策期", "年度", "项目"],
      recommended: "政策期，可切换",
      reading: "单户上限口径",
    },
    {
      id: "A6-2",
      question: "外省市级称号迁入后是否有效？",
      readings: ["有效", "仅认北京和国家级"],
      recommended: "有效期内有效",
    },
    { id: "A6-3", question: "称号须在哪一天有效？", readings: ["签约日", "验收日", "申请日"], recommended: "验收日" },
  ],
};

import type { Article } from "../../../src/core/policy/policy.ts";

/** 第五条 担保代偿补偿. */
export const article05: Article = {
  number: 5,
  chapter: "第二章 支持措施",
  title: { zh: "担保代偿补偿", en: "Guarantee compensation" },
  kind: "contingent",
  departments: ["示例区经济局", "示例区财政局"],
  departmentText: "（责任部门：示例区经济局、示例区财政局）",
  text: "设立300万元担保风险补偿资金。政府性融资担保机构为企业担保发生代偿的，按代偿金额的20%给予补偿，单笔不超过100万元，用完为止。",
  summary: {
    zh: "300万元风险补偿资金，补偿政府性担保代偿金额的20%，单笔最高100万元，用完为止。",
    en: "A pool of 3 million yuan pays 20% of what a government guarantor paid, at most 1 million a claim, until it is used up.",
  },
  coverage: "modelled",
  ambiguities: [
    {
      id: "S5-1",
      question: "“用完为止”是整个政策期用完，还是每年补足？",
      readings: ["一次性", "年度补足", "每年新增"],
      recommended: "一次性，可切换",
      reading: "补偿资金口径",
    },
  ],
};

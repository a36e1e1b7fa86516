import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十四条 担保风险补偿资金池. */
export const article14: Article = {
  number: 14,
  chapter: "第四章 加大中小微企业融资服务支撑",
  title: { zh: "担保风险补偿资金池", en: "Guarantee risk compensation pool" },
  kind: "contingent",
  departments: ["区中小企业服务中心"],
  departmentText: "（责任部门：区中小企业服务中心）",
  text: "用好5000万元西城区中小微企业担保风险补偿资金，对北京市政府性融资担保机构为驻区中小微企业贷款开展担保业务产生的代偿风险，按照不超过实际发生代偿金额30%的比例、单项业务不超过500万元（含）的额度进行补偿。开设专精特新中小企业绿色通道，针对专精特新中小企业，单项业务不超过700万元（含）。",
  summary: {
    zh: "5000万元资金池，对政府性融资担保机构的代偿按不超过30%补偿，单项不超过500万元，专精特新不超过700万元。",
    en: "A pool of 50 million yuan compensates up to 30% of what government guarantors paid, at most 5 million a case, 7 million for titled firms.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A14-1",
      question: "5000万元是总额还是每年？",
      readings: ["一次性", "年度补足", "每年新增"],
      recommended: "一次性，可切换",
      reading: "资金池口径",
    },
    {
      id: "A14-2",
      question: "30%的基数",
      readings: ["总额（实际发生代偿金额）", "净额"],
      recommended: "总额，可切换；法定口径总额",
      reading: "代偿基数口径",
    },
    { id: "A14-3", question: "30%与500万、700万元的关系", readings: ["取低", "大额只看上限"], recommended: "取低" },
    {
      id: "A14-4",
      question: "补偿后追偿回收如何处理？",
      readings: ["按比例返还", "归担保机构"],
      recommended: "按追偿返还比例，默认0",
    },
    {
      id: "A14-5",
      question: "期内担保、期后代偿",
      readings: ["补偿至贷款结束", "期满不补"],
      recommended: "补偿，列入期后",
    },
    { id: "A14-6", question: "“单项业务”指什么？", readings: ["担保合同", "借款企业"], recommended: "担保合同" },
    {
      id: "A14-7",
      question: "专精特新身份按哪一天？",
      readings: ["担保起始日", "代偿日", "申请日"],
      recommended: "担保起始日",
    },
    {
      id: "A14-8",
      question: "合格借款人",
      readings: ["任何中小微企业", "按2023年9月26日细则"],
      recommended: "驻区中小微企业，个体工商户和企业主参照",
    },
  ],
};

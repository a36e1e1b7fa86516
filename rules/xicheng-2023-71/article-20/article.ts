import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十条 岗位补助、培训补贴、创业房租. */
export const article20: Article = {
  number: 20,
  chapter: "第五章 强化中小微企业人才发展支撑",
  title: { zh: "岗位补助、培训补贴、创业房租", en: "Job, training and start-up rent subsidies" },
  kind: "monetary",
  departments: ["区人力社保局"],
  departmentText: "（责任部门：区人力社保局）",
  text: "建立人才服务与就业融入机制。针对为本区符合条件的户籍人口提供工作岗位的企业，经认定按照每人每年6000元、9000元、12000元三档给予岗位补助，最长不超过三年；针对提高劳动力要素质量的企业，经认定按照每人200元标准给予职业培训补助。本区户籍劳动力实现创业，在本区注册、经营一年以上，按照每年实际房租金额申请补助，最高不超过4万元，补助期限最长不超过三年。",
  summary: {
    zh: "岗位补助每人每年6000、9000、12000元，最长三年；职业培训每人200元；创业房租最高4万元，最长三年。",
    en: "6,000, 9,000 or 12,000 yuan per person and year for jobs, up to three years; 200 yuan per person trained; start-up rent up to 40,000 yuan, up to three years.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A20-1",
      question: "三档标准的条件",
      readings: ["按人群", "按合同期限", "按工资"],
      recommended: "按人群，名册分档填报",
    },
    { id: "A20-2", question: "“最长不超过三年”按人还是按企业？", readings: ["按人", "按企业"], recommended: "按人" },
    {
      id: "A20-3",
      question: "4万元是每年还是累计？",
      readings: ["每年", "累计"],
      recommended: "每年（“按照每年实际房租金额”），可切换",
      reading: "房租上限口径",
    },
    {
      id: "A20-4",
      question: "不足一年如何计？",
      readings: ["按月", "满年才计"],
      recommended: "按月，每月为年标准的十二分之一",
    },
    { id: "A20-5", question: "培训按次还是按年？", readings: ["每人每次", "每人每年"], recommended: "名册每行计一次" },
    {
      id: "A20-6",
      question: "2028年后的补助",
      readings: ["续付满三年", "停付"],
      recommended: "续付，可切换",
      reading: "期后续付",
    },
    { id: "A20-7", question: "与市级岗位补贴可否叠加？", readings: ["可以", "就高"], recommended: "可以" },
  ],
};

import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十一条 国家高新技术企业奖励. */
export const article11: Article = {
  number: 11,
  chapter: "第三章 促进中小微企业规模成长培育",
  title: { zh: "国家高新技术企业奖励", en: "High-tech enterprise award" },
  kind: "monetary",
  departments: ["区科技和信息化局"],
  departmentText: "（责任部门：区科技和信息化局）",
  text: "对新迁入或首次取得国家高新技术企业证书的驻区企业给予30万元资金奖励，奖励资金分三年拨付；首次获得奖励三年后再次取得国家高新技术证书的，给予一次性5万元奖励。",
  summary: {
    zh: "新迁入或首次取得国家高新技术企业证书奖励30万元，分三年拨付；首次获奖三年后再次取得证书，一次性奖励5万元。",
    en: "300,000 yuan over three years for a first certificate or a move-in; 50,000 yuan once for a later certificate.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A11-1",
      question: "“分三年拨付”是否等额？",
      readings: ["各三分之一", "前多或后多"],
      recommended: "等额，可改分期",
    },
    { id: "A11-2", question: "首期在哪一年？", readings: ["取证当年", "次年"], recommended: "次年（兑付年度偏移1）" },
    {
      id: "A11-3",
      question: "后续分期是否有条件？",
      readings: ["无条件", "迁出停付", "迁出或失效停付"],
      recommended: "预算口径迁出后年度停付，不追回；法定口径全付",
    },
    {
      id: "A11-4",
      question: "“首次获得奖励三年后”",
      readings: ["严格按获奖日加三年", "按证书周期"],
      recommended: "按证书周期，留宽限天数",
    },
    { id: "A11-5", question: "5万元是一次还是每次？", readings: ["一次", "每次"], recommended: "一次（一次性）" },
    {
      id: "A11-6",
      question: "此前按旧规定获奖的企业可否领5万元？",
      readings: ["可以", "不可以"],
      recommended: "名册填有首次获奖日期的可以",
    },
    { id: "A11-7", question: "政策期满后未付的分期", readings: ["照付", "失效"], recommended: "照付，列入期后" },
  ],
};

import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十七条 清欠账款. */
export const article27: Article = {
  number: 27,
  chapter: "第七章 加强中小微企业精准服务",
  title: { zh: "清欠账款", en: "Clearing of arrears" },
  kind: "service",
  departments: ["区中小企业服务中心", "区市场监管局"],
  departmentText: "（责任部门：区中小企业服务中心、区市场监管局）",
  text: "防范和化解拖欠中小微企业账款，开展清理拖欠中小微企业账款专项行动，对政府部门、事业单位、大型企业拖欠中小微企业货物、工程、服务的款项支付工作进行监督检查，依法加大失信惩戒力度。",
  summary: { zh: "清理拖欠中小微企业账款，属既有负债。", en: "Collects overdue payments; existing liabilities." },
  coverage: "none",

  ambiguities: [{ id: "A27-1", question: "区本级拖欠", readings: ["不计", "备查"], recommended: "不计，属既有负债" }],
};

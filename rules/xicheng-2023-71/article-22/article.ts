import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十二条 大手拉小手. */
export const article22: Article = {
  number: 22,
  chapter: "第六章 促进中小微企业经营市场拓展",
  title: { zh: "大手拉小手", en: "Large firms lead small firms" },
  kind: "service",
  departments: ["区投资促进服务中心", "区中小企业服务中心"],
  departmentText: "（责任部门：区投资促进服务中心、区中小企业服务中心）",
  text: "开展“大手拉小手”活动，支持中小微企业参与大型企业产品和服务采购计划，提升中小微企业产品供应效能。引导支持大型企业、“链主”企业通过产业纽带、聚集孵化、上下游配套、分工协作、开放应用场景和技术扩散等方式，将中小微企业纳入产业链、供应链体系，带动中小微企业优化生产经营、提升产品质量。",
  summary: { zh: "供应链产业链对接活动。", en: "Supply-chain matching." },
  coverage: "none",

  ambiguities: [],
};

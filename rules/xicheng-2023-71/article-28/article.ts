import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十八条 清产核资. */
export const article28: Article = {
  number: 28,
  chapter: "第七章 加强中小微企业精准服务",
  title: { zh: "清产核资", en: "Asset verification" },
  kind: "service",
  departments: ["区中小企业服务中心"],
  departmentText: "（责任部门：区中小企业服务中心）",
  text: "提供清产核资支持，协助集体企业开展清产核资产权界定，推进城镇集体所有制中小微企业变更为有限责任公司、股份有限公司。",
  summary: { zh: "协助集体企业清产核资、产权界定。", en: "Helps collective enterprises with asset verification." },
  coverage: "none",

  ambiguities: [],
};

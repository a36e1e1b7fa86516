import type { Article } from "../../../src/core/policy/policy.ts";

/** 第一条 适用范围. Made up, as the whole text. */
export const article01: Article = {
  number: 1,
  chapter: "第一章 总则",
  title: { zh: "适用范围", en: "Scope" },
  kind: "general",
  departments: [],
  departmentText: "",
  text: "为支持示例区中小微企业发展，制订本措施。在示例区登记、纳税并独立核算的中小微企业适用本措施；经营异常或失信的除外。",
  summary: {
    zh: "在示例区登记、纳税并独立核算的中小微企业适用；不产生支出。",
    en: "Applies to small and medium firms registered, taxed and accounting in the example district; creates no outlay.",
  },
  coverage: "none",
  ambiguities: [],
};

import type { Article } from "../../../src/core/policy/policy.ts";

/** 第一条 目的和依据. */
export const article01: Article = {
  number: 1,
  chapter: "第一章 总则",
  title: { zh: "目的和依据", en: "Purpose and basis" },
  kind: "general",
  departments: [],
  departmentText: "",
  text: "深入贯彻党的二十大精神，落实党中央、国务院和北京市委市政府关于进一步帮助中小微企业纾困解难、推动中小微企业高质量发展的各项决策部署，拓宽政策支持渠道，提振信心稳定预期，激发市场活力，全力支持驻区中小微企业平稳健康有序长效发展，进一步优化调整产业结构，特制订本措施。",
  summary: { zh: "说明目的和依据，不产生支出。", en: "States the purpose; creates no outlay." },
  coverage: "none",

  ambiguities: [],
};

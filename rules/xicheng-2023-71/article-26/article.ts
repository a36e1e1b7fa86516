import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十六条 政务服务. */
export const article26: Article = {
  number: 26,
  chapter: "第七章 加强中小微企业精准服务",
  title: { zh: "政务服务", en: "Government services" },
  kind: "service",
  departments: ["区政务服务局", "区市场监管局"],
  departmentText: "（责任部门：区政务服务局、区市场监管局）",
  text: "优化对企政务服务，持续提升智能化服务水平，提升企业办事便利度。开设企业注销专区，大幅缩减时间；实现银行账户与营业执照同步办理；推进企业开办“一网通办”。",
  summary: { zh: "开办、注销等政务服务。", en: "Start-up and deregistration services." },
  coverage: "none",

  ambiguities: [],
};

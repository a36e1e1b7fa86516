import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十九条 法律服务. */
export const article29: Article = {
  number: 29,
  chapter: "第七章 加强中小微企业精准服务",
  title: { zh: "法律服务", en: "Legal services" },
  kind: "service",
  departments: [],
  departmentText: "（各相关部门按照职责统筹推进）",
  text: "加强法律服务，强化公平竞争审查刚性约束。开展劳动法律法规宣传培训活动，促进依法合规经营。引导专业机构积极为中小微企业提供法律服务，帮助解决合同履行、劳资关系等法律问题。",
  summary: { zh: "法律服务，强化公平竞争审查刚性约束。", en: "Legal services; firm fair-competition review." },
  coverage: "none",

  ambiguities: [],
};
